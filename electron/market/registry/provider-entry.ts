import type { MarketDataProvider } from '../../core/market/market-data-provider-port';
import type { ProviderFailure } from '../../../src/shared/domain/market/provider-failure';
import type { ProviderHealth } from '../../../src/shared/domain/market/provider-status';
import type { HostGate } from '../transport/host-gate';
import type { ProviderProfile } from '../transport/provider-profile';
import type { NetworkFailure } from '../transport/status-failure';

/** Failures that say nothing about the source. */
const NEUTRAL: ReadonlySet<ProviderFailure> = new Set([
  'cancelled',
  'resting',
  'unknown-instrument',
]);

/** One source with all that was learned of it. */
export class ProviderEntry {
  private lastAnswerAt: number | null = null;
  private lastFailure: ProviderHealth['lastFailure'] = null;

  constructor(
    readonly profile: ProviderProfile,
    readonly provider: MarketDataProvider,
    /** Of the hosts that are asked now; others may rest, and nobody cares any more. */
    private readonly gates: () => readonly HostGate[],
    private readonly now: () => number,
  ) {}

  /** Hears how a request ended. */
  note(error: NetworkFailure | null): void {
    if (error === null || error.reason === 'unknown-instrument') this.lastAnswerAt = this.now();
    else if (!NEUTRAL.has(error.reason)) {
      this.lastFailure = { reason: error.reason, detail: error.detail, at: this.now() };
    }
  }

  health(): ProviderHealth {
    const { lastAnswerAt, lastFailure } = this;
    const rests = this.gates().map(({ restsUntil }) => restsUntil ?? 0);
    const restsUntil = Math.max(0, ...rests) || null;
    return { state: this.state(restsUntil), lastAnswerAt, lastFailure, restsUntil };
  }

  private state(restsUntil: number | null): ProviderHealth['state'] {
    if (restsUntil !== null) return 'resting';
    if (this.lastFailure && this.lastFailure.at >= (this.lastAnswerAt ?? 0)) return 'failing';
    return this.lastAnswerAt === null ? 'unused' : 'answering';
  }
}
