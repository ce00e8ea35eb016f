import type {
  HistoryRequest,
  HistoryResult,
  LatestRequest,
  LatestResult,
  MarketDataProvider,
  ProviderCapabilities,
  SearchResult,
} from '../../../../../electron/core/market/market-data-provider-port';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { notOffered } from '../../../../../electron/market/providers/not-offered';
import type { PackedBars } from '../bars-of';
import { quoteOf } from '../quotes/quote-of';

/** A simulated market of the bars that it is given; its quotes are at the last closes. */
export class FakeProvider implements MarketDataProvider {
  readonly id = 'simulated';
  readonly capabilities: ProviderCapabilities = {
    latestBatch: Infinity,
    intervals: ['D'],
    search: false,
    stream: false,
    storable: false,
  };
  readonly asked: (readonly InstrumentId[])[] = [];

  constructor(readonly bars: ReadonlyMap<InstrumentId, PackedBars>) {}

  history({ instrument }: HistoryRequest): Promise<HistoryResult> {
    const bars = this.bars.get(instrument);
    return Promise.resolve(
      bars
        ? { ok: true, history: { bars, splits: [], currency: null, skippedRows: 0, skipped: [] } }
        : notOffered('no bars'),
    );
  }

  latest({ instruments, nowMs }: LatestRequest): Promise<LatestResult> {
    this.asked.push(instruments);
    const quotes = instruments.map((instrument) =>
      quoteOf({ instrument, price: this.bars.get(instrument)?.close.at(-1) ?? 0, asOf: nowMs }),
    );
    return Promise.resolve({ ok: true, quotes, refused: [] });
  }

  priority(): number {
    return 0;
  }

  search(): Promise<SearchResult> {
    return Promise.resolve(notOffered('not searched'));
  }

  stream(): null {
    return null;
  }
}
