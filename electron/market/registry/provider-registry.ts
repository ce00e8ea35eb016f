import type {
  MarketData,
  MarketLatest,
  MarketLatestRequest,
  SourcedQuote,
} from '../../core/market/market-data-port';
import type {
  HistoryRequest,
  MarketDataProvider,
  ProviderError,
  ProviderUse,
  SearchRequest,
  SearchResult,
} from '../../core/market/market-data-provider-port';
import type { Interval } from '../../../src/shared/domain/candle/interval';
import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { ProviderStatus } from '../../../src/shared/domain/market/provider-status';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import { LatestRound, NO_SOURCE } from './latest-round';
import type { ProviderEntry } from './provider-entry';
import type { ProviderSettings } from './provider-settings';
import { StreamRouter } from './stream-router';
import { tellingFailure } from './telling-failure';

export interface RegistryParts {
  readonly entries: readonly ProviderEntry[];
  readonly settings: ProviderSettings;
  /** Lets go of queues and timers that the sources share. */
  readonly release: () => void;
}

/** All sources of the network as one; see {@link MarketData}. */
export class ProviderRegistry implements MarketData {
  private readonly streams: StreamRouter;

  constructor(private readonly parts: RegistryParts) {
    this.streams = new StreamRouter((id) => this.sourcesOf(id, 'stream')[0] ?? null);
  }

  /** As in {@link MarketDataProvider.wake}, for all that are on. */
  wake(): void {
    for (const provider of this.enabled()) provider.wake?.();
  }

  latest(request: MarketLatestRequest): Promise<MarketLatest> {
    const avoid = new Set(request.avoid);
    const sources = (id: InstrumentId): MarketDataProvider[] =>
      this.sourcesOf(id, 'latest').filter((provider) => !avoid.has(provider.id));
    return new LatestRound(request, sources).run();
  }

  async history(
    request: HistoryRequest,
    avoid: readonly MarketSource[] = [],
  ): ReturnType<MarketData['history']> {
    let failure: ProviderError = NO_SOURCE;
    let empty: Awaited<ReturnType<MarketData['history']>> | null = null;
    for (const provider of this.sourcesOf(request.instrument, 'history')) {
      const offers = provider.capabilities.intervals.includes(request.interval);
      if (!offers || avoid.includes(provider.id)) continue;
      const result = await provider.history(request);
      if (result.ok) {
        const answer = { ok: true, source: provider.id, history: result.history } as const;
        if (result.history.bars.length > 0) return answer;
        // A source that knows the instrument may still have no bars where another has them.
        empty ??= answer;
        continue;
      }
      failure = tellingFailure(failure, result.error);
      if (result.error.retry === 'stop') return result;
    }
    return empty ?? { ok: false, error: failure };
  }

  intervals(instrument: InstrumentId): ReadonlySet<Interval> {
    const sources = this.sourcesOf(instrument, 'history');
    return new Set(sources.flatMap(({ capabilities }) => capabilities.intervals));
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    const found = new Map<InstrumentId, Instrument>();
    const searching = this.enabled().filter(({ capabilities }) => capabilities.search);
    const results = await Promise.all(searching.map((provider) => provider.search(request)));
    for (const result of results) {
      for (const instrument of result.ok ? result.instruments : []) {
        if (!found.has(instrument.id)) found.set(instrument.id, instrument);
      }
    }
    if (results.some(({ ok }) => ok)) return { ok: true, instruments: [...found.values()] };
    const errors = results.flatMap((result) => (result.ok ? [] : [result.error]));
    return { ok: false, error: errors.reduce(tellingFailure, NO_SOURCE) };
  }

  watchStreams(instruments: readonly InstrumentId[], heard: (quote: SourcedQuote) => void): void {
    this.streams.watch(instruments, heard);
  }

  streamed(): ReadonlySet<InstrumentId> {
    return this.streams.served();
  }

  statuses(): readonly ProviderStatus[] {
    const { settings } = this.parts;
    return this.parts.entries.map((entry) => {
      const { id, addresses } = entry.profile;
      return {
        id,
        enabled: settings.isEnabled(id),
        health: entry.health(),
        addresses: Object.entries(addresses).map(([name, standard]) => ({
          name,
          standard,
          own: settings.ownAddress(id, name),
        })),
        key: settings.keyState(id),
      };
    });
  }

  dispose(): void {
    this.streams.dispose();
    this.parts.release();
  }

  private enabled(): MarketDataProvider[] {
    return this.parts.entries
      .filter(({ profile }) => this.parts.settings.isEnabled(profile.id))
      .filter(({ profile }) => !profile.needsKey || this.parts.settings.key(profile.id) !== null)
      .map(({ provider }) => provider);
  }

  /** The best first; sources that do not have the market are left out. */
  private sourcesOf(instrument: InstrumentId, use: ProviderUse): MarketDataProvider[] {
    return this.enabled()
      .filter(({ capabilities }) => use !== 'latest' || capabilities.latestBatch > 0)
      .filter(({ capabilities }) => use !== 'stream' || capabilities.stream)
      .map((provider) => ({ provider, priority: provider.priority(instrument, use) }))
      .filter(({ priority }) => priority > 0)
      .sort((one, other) => other.priority - one.priority)
      .map(({ provider }) => provider);
  }
}
