import type {
  HistoryResult,
  LatestRequest,
  LatestResult,
  MarketDataProvider,
  ProviderQuote,
  ProviderReason,
  QuoteStream,
  SearchResult,
  StreamListener,
} from '../../../../../electron/core/market/market-data-provider-port';
import type { ProviderProfile } from '../../../../../electron/market/transport/provider-profile';
import { allocateBars } from '../../../../../src/shared/domain/candle/bar-columns';
import type {
  Instrument,
  InstrumentId,
} from '../../../../../src/shared/domain/instrument/instrument';
import type { RetryClass } from '../../../../../src/shared/domain/market/provider-failure';
import type { NetworkSource } from '../../../../../src/shared/domain/quote/quote';

/** Made-up instruments. */
export const [ONE, TWO, THREE]: readonly [InstrumentId, InstrumentId, InstrumentId] = [
  'XNAS:ZZA',
  'XNAS:ZZB',
  'XNAS:ZZC',
];

export function failed(reason: ProviderReason, retry: RetryClass = 'next-provider') {
  const error = { reason, retry, retryAfterMs: null, detail: reason, skippedRows: 0, skipped: [] };
  return { ok: false, error } as const;
}

export function quoteOf(instrument: InstrumentId, price: number): ProviderQuote {
  return {
    ...{ instrument, price, previousClose: null, currency: 'USD', asOf: 0, session: '2026-05-28' },
    ...{ delayMinutes: 0, openBar: null },
  };
}

/** Prices of instruments by their id; what has none is unknown. */
export type Prices = Readonly<Record<InstrumentId, number>>;

const historyOf = (count: number): HistoryResult => ({
  ok: true,
  history: {
    ...{ bars: allocateBars(count), splits: [], currency: 'USD', skippedRows: 0, skipped: [] },
  },
});
export const NO_BARS = historyOf(0);
export const ONE_BAR = historyOf(1);

/** A source that knows what it is told, and writes down what it is asked. */
export class FakeProvider implements MarketDataProvider {
  readonly asked: (readonly InstrumentId[])[] = [];
  readonly histories: InstrumentId[] = [];
  readonly watched: (readonly InstrumentId[])[] = [];
  capabilities: MarketDataProvider['capabilities'] = {
    ...{ latestBatch: 2, intervals: ['D'], search: true, stream: false, storable: true },
  };
  listener: StreamListener | null = null;
  served: readonly InstrumentId[] = [];
  isDisposed = false;
  answer: (request: LatestRequest) => Promise<LatestResult>;
  bars: HistoryResult = ONE_BAR;
  found: SearchResult = { ok: true, instruments: [] };

  constructor(
    readonly id: NetworkSource,
    public rank: number,
    prices: Prices = {},
  ) {
    this.answer = ({ instruments }) => Promise.resolve(priced(instruments, prices));
  }

  priority(): number {
    return this.rank;
  }

  latest(request: LatestRequest): Promise<LatestResult> {
    this.asked.push(request.instruments);
    return this.answer(request);
  }

  history({ instrument }: { readonly instrument: InstrumentId }): Promise<HistoryResult> {
    this.histories.push(instrument);
    return Promise.resolve(this.bars);
  }

  search(): Promise<SearchResult> {
    return Promise.resolve(this.found);
  }

  stream(listener: StreamListener): QuoteStream | null {
    if (!this.capabilities.stream) return null;
    this.listener = listener;
    return {
      watch: (instruments) => this.watched.push(instruments),
      served: () => new Set(this.served),
      dispose: () => (this.isDisposed = true),
    };
  }
}

export function priced(instruments: readonly InstrumentId[], prices: Prices): LatestResult {
  const known = instruments.filter((id) => prices[id] !== undefined);
  return { ok: true, quotes: known.map((id) => quoteOf(id, prices[id] as number)), refused: [] };
}

export function profileOf(id: NetworkSource, needsKey = false): ProviderProfile {
  const budget = { requestsPerSecond: 1, burst: 1, inFlight: 1 };
  return { id, needsKey, budget, addresses: { rest: `https://${id}.example` } };
}

export function instrumentOf(id: InstrumentId, name: string): Instrument {
  return {
    ...{ id, name: { en: name, zh: name }, kind: 'share', currency: 'USD', issuer: name },
    ...{ aliases: [], priceDecimals: 2, listedOn: null },
  };
}
