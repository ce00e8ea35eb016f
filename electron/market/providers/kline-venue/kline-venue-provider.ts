import type {
  HistoryRequest,
  HistoryResult,
  LatestRequest,
  LatestResult,
  MarketDataProvider,
  ProviderCapabilities,
  ProviderUse,
  QuoteStream,
  SearchResult,
  StreamListener,
} from '../../../core/market/market-data-provider-port';
import { INTERVALS } from '../../../../src/shared/domain/candle/interval';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import type { NetworkProviderParts } from '../../transport/network-provider-parts';
import { notOffered } from '../not-offered';
import { quoteOfCandles } from './candle-quote';
import { packKlines, readKline } from './kline-rows';
import { KlineStream } from './kline-stream';
import type { KlineQuestion, KlineVenue, VenueMarket } from './kline-venue';

/** Twenty pages are more than fifty years of days, and two weeks of minutes. */
const MOST_PAGES = 20;

type Rows =
  | { readonly ok: true; readonly rows: readonly unknown[] }
  | Extract<HistoryResult, { readonly ok: false }>;

/** A crypto venue that publishes candles without a key, by REST and as a stream. */
export class KlineVenueProvider implements MarketDataProvider {
  readonly id: KlineVenue['source'];
  readonly capabilities: ProviderCapabilities = {
    latestBatch: 1,
    intervals: INTERVALS,
    search: false,
    stream: true,
    storable: true,
  };

  constructor(
    private readonly venue: KlineVenue,
    private readonly parts: NetworkProviderParts,
  ) {
    this.id = venue.source;
  }

  priority(instrument: InstrumentId, use: ProviderUse): number {
    return use !== 'search' && splitInstrumentId(instrument).mic === this.venue.venue ? 30 : 0;
  }

  async history(request: HistoryRequest): Promise<HistoryResult> {
    const paged = await this.allRows(request);
    if (!paged.ok) return paged;
    const { bars, skippedRows } = packKlines(paged.rows);
    return { ok: true, history: { bars, skippedRows, splits: [], currency: null, skipped: [] } };
  }

  async latest({ instruments, nowMs, signal }: LatestRequest): Promise<LatestResult> {
    const [instrument] = instruments;
    if (!instrument) return notOffered('one instrument at a time');
    const { code } = splitInstrumentId(instrument);
    const question = this.venue.newest(code, this.marketOf(instrument), 'D', 2);
    const answer = await this.ask(question, signal);
    if (!answer.ok) return answer;
    const candles = answer.rows.map(readKline).filter((bar) => bar !== null);
    candles.sort((one, other) => one.time - other.time);
    const today = candles.at(-1);
    if (!today) return { ok: true, quotes: [], refused: [instrument] };
    // The candle carries no stamp of its last trade; it was up to date when it was asked for.
    const asOf = Math.min(nowMs, (today.time + 86_400) * 1000 - 1);
    const quote = quoteOfCandles(instrument, candles.at(-2) ?? null, today, asOf);
    return { ok: true, quotes: [quote], refused: [] };
  }

  search(): Promise<SearchResult> {
    return Promise.resolve(notOffered('no search'));
  }

  stream(listener: StreamListener): QuoteStream {
    return new KlineStream(this.venue, this.parts.sockets, (id) => this.marketOf(id), listener);
  }

  private marketOf(instrument: InstrumentId): VenueMarket {
    return this.parts.instrument(instrument)?.kind === 'derivative' ? 'perpetual' : 'spot';
  }

  /** Page after page, from `since` on or back to it, until the venue has no more. */
  private async allRows({ instrument, interval, since, signal }: HistoryRequest): Promise<Rows> {
    const { code } = splitInstrumentId(instrument);
    const { pagesForward, pageSize } = this.venue;
    const market = this.marketOf(instrument);
    const sinceMs = (since ?? 0) * 1000;
    const rows: unknown[] = [];
    let atMs = pagesForward ? sinceMs : this.parts.now();
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await this.ask(this.venue.page(code, market, interval, atMs), signal);
      if (!answer.ok) return answer;
      rows.push(...answer.rows);
      const times = answer.rows.map((row) => (Array.isArray(row) ? Number(row[0]) : NaN));
      const edgeMs = pagesForward ? Math.max(...times) + 1 : Math.min(...times) - 1;
      if (answer.rows.length < pageSize || !Number.isFinite(edgeMs)) break;
      if (!pagesForward && edgeMs < sinceMs) break;
      atMs = edgeMs;
    }
    return { ok: true, rows };
  }

  private async ask(question: KlineQuestion, signal: AbortSignal | undefined): Promise<Rows> {
    const request = { ...question, ...(signal && { signal }) };
    const answer = await this.parts.http.json(request, (value) => this.venue.readRows(value));
    return answer.ok ? { ok: true, rows: answer.value } : answer;
  }
}
