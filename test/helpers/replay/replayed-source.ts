import type { ProviderRegistry } from '../../../electron/market/registry/provider-registry';
import type { NetworkSource } from '../../../src/shared/domain/quote/quote';
import { ManualTime } from '../manual-time';
import { marketUnderTest } from './market-under-test';
import { type ReplayRoute, ReplayServer } from './replay-server';

/** Hong Kong, Shanghai and Taipei are open; New York is closed. */
export const ASIA_OPEN = Date.parse('2026-05-28T02:30:00Z');
/** New York is open; Asia is closed. */
export const NEW_YORK_OPEN = Date.parse('2026-05-28T14:00:00Z');

/** One source over the real transport, and the server that stands for it. */
export class ReplayedSource {
  readonly time: ManualTime;
  private server: ReplayServer | null = null;
  private registry: ProviderRegistry | null = null;

  constructor(nowMs: number) {
    this.time = new ManualTime(nowMs);
  }

  async start(source: NetworkSource, route: ReplayRoute): Promise<void> {
    this.server = new ReplayServer([route]);
    this.registry = marketUnderTest(await this.server.start(), this.time, [source]);
  }

  get market(): ProviderRegistry {
    if (!this.registry) throw new Error('the source was not started');
    return this.registry;
  }

  get requests(): ReplayServer['requests'] {
    return this.server?.requests ?? [];
  }

  async dispose(): Promise<void> {
    this.registry?.dispose();
    await this.server?.dispose();
  }
}
