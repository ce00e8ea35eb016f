import type {
  MarketLatest,
  MarketLatestRequest,
  SourcedQuote,
} from '../../core/market/market-data-port';
import type {
  MarketDataProvider,
  ProviderError,
} from '../../core/market/market-data-provider-port';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { tellingFailure } from './telling-failure';

/**
 * One round for the last prices: each instrument goes down its own list of sources until one has a
 * price for it. Instruments that stand before the same source share its questions.
 */
export class LatestRound {
  private readonly quotes: SourcedQuote[] = [];
  private readonly failed = new Map<InstrumentId, ProviderError>();
  private readonly left: Map<InstrumentId, MarketDataProvider[]>;

  /** @param sources - of an instrument, the best first */
  constructor(
    private readonly request: MarketLatestRequest,
    sources: (instrument: InstrumentId) => MarketDataProvider[],
  ) {
    this.left = new Map(request.instruments.map((id) => [id, sources(id)]));
    for (const id of this.left.keys()) this.failed.set(id, NO_SOURCE);
  }

  async run(): Promise<MarketLatest> {
    for (let groups = this.nextGroups(); groups.length > 0; groups = this.nextGroups()) {
      await Promise.all(groups.map(([provider, ids]) => this.ask(provider, ids)));
    }
    return { quotes: this.quotes, failed: this.failed };
  }

  private nextGroups(): [MarketDataProvider, InstrumentId[]][] {
    const groups = new Map<MarketDataProvider, InstrumentId[]>();
    for (const [id, sources] of this.left) {
      const next = sources.shift();
      if (!next) {
        this.left.delete(id);
        continue;
      }
      groups.set(next, [...(groups.get(next) ?? []), id]);
    }
    return [...groups].flatMap(([provider, ids]) =>
      batches(ids, provider.capabilities.latestBatch).map(
        (batch): [MarketDataProvider, InstrumentId[]] => [provider, batch],
      ),
    );
  }

  private async ask(provider: MarketDataProvider, ids: readonly InstrumentId[]): Promise<void> {
    const { nowMs, signal } = this.request;
    const result = await provider.latest({ instruments: ids, nowMs, ...(signal && { signal }) });
    if (!result.ok) {
      for (const id of ids) this.note(id, result.error);
      if (result.error.retry === 'stop') for (const id of ids) this.left.delete(id);
      return;
    }
    const untraded = new Set(result.untraded);
    const refused = new Set(result.refused);
    for (const id of ids) {
      this.note(id, refused.has(id) ? REFUSED : untraded.has(id) ? UNTRADED : UNKNOWN);
    }
    const { latestEveryMs } = provider.capabilities;
    const pace = latestEveryMs === undefined ? {} : { leastEveryMs: latestEveryMs };
    for (const quote of result.quotes) {
      // What nobody asked for, or has a price already, is not a second answer.
      if (!this.left.has(quote.instrument)) continue;
      this.quotes.push({ source: provider.id, quote, ...pace });
      this.failed.delete(quote.instrument);
      this.left.delete(quote.instrument);
    }
  }

  private note(id: InstrumentId, error: ProviderError): void {
    this.failed.set(id, tellingFailure(this.failed.get(id) ?? NO_SOURCE, error));
  }
}

function batches(ids: readonly InstrumentId[], size: number): InstrumentId[][] {
  const all: InstrumentId[][] = [];
  for (let from = 0; from < ids.length; from += size) all.push(ids.slice(from, from + size));
  return all;
}

function finding(reason: ProviderError['reason'], detail: string): ProviderError {
  return {
    reason,
    retry: 'next-provider',
    retryAfterMs: null,
    detail,
    skippedRows: 0,
    skipped: [],
  };
}

export const NO_SOURCE = finding('not-offered', 'no source has this market');
const UNKNOWN = finding('unknown-instrument', 'the source does not know it');
const UNTRADED = finding('not-traded', 'the source has no trade of it now');
const REFUSED = finding('refused-value', 'the answer cannot be a price');
