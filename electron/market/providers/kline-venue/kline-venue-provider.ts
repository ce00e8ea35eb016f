import type {
  HistoryRequest,
  HistoryResult,
  LatestRequest,
  LatestResult,
  MarketDataProvider,
  ProviderCapabilities,
  ProviderUse,
  QuoteStream,
  SearchRequest,
  SearchResult,
  StreamListener,
} from '../../../core/market/market-data-provider-port';
import { INTERVALS, type Interval } from '../../../../src/shared/domain/candle/interval';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import type { NetworkProviderParts } from '../../transport/network-provider-parts';
import { notOffered } from '../not-offered';
import { boundedStamp, quoteOfCandle, withTrade } from './candle-quote';
import { DayCloses } from './day-closes';
import { packKlines, readKline } from './kline-rows';
import { KlineStream } from './kline-stream';
import { listedInstrument } from './listed-instrument';
import type { KlineVenue } from './kline-venue';
import type { VenueMarket, VenueQuestion } from './venue-question';
import { isPerpetualCode, venueCode } from './venue-code';
import { VenueListings } from './venue-listings';

const MINUTE_MS = 60_000;
const MS_OF: Readonly<Record<Interval, number>> = {
  '1m': MINUTE_MS,
  '5m': 5 * MINUTE_MS,
  '15m': 15 * MINUTE_MS,
  '30m': 30 * MINUTE_MS,
  '1h': 60 * MINUTE_MS,
  D: 1440 * MINUTE_MS,
};
/** Twenty pages are more than fifty years of days, and two weeks of minutes. */
const MOST_PAGES = 20;

type Rows =
  | { readonly ok: true; readonly rows: readonly unknown[] }
  | Extract<HistoryResult, { readonly ok: false }>;

/** A crypto venue that publishes candles without a key, by REST and as a stream. */
export class KlineVenueProvider implements MarketDataProvider {
  readonly id: KlineVenue['source'];
  private readonly closes = new DayCloses();
  private readonly listings: VenueListings;
  readonly capabilities: ProviderCapabilities = {
    latestBatch: 1,
    intervals: INTERVALS,
    search: true,
    stream: true,
    storable: true,
  };

  constructor(
    private readonly venue: KlineVenue,
    private readonly parts: NetworkProviderParts,
  ) {
    this.id = venue.source;
    const { http, now } = parts;
    this.listings = new VenueListings({ lists: venue.lists, http, now });
  }

  wake(): void {
    void this.listings.refresh();
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
    const [code, market] = this.pairOf(instrument);
    const candles = await this.ask(this.venue.newest(code, market, 'D', 2), signal);
    if (!candles.ok) return candles;
    const bars = candles.rows.map(readKline).filter((bar) => bar !== null);
    bars.sort((one, other) => one.time - other.time);
    const today = bars.at(-1);
    if (!today) return { ok: true, quotes: [], refused: [instrument] };
    // A candle does not say when it was last traded in, and of a market that stands still it may be long ago.
    const trade = await this.lastTrade(code, market, signal);
    if (!trade.ok) return trade;
    const { trade: last } = trade.value;
    if (last === null) return { ok: true, quotes: [], refused: [instrument] };
    this.closes.learn(instrument, bars);
    const asOf = boundedStamp(last.at, nowMs);
    const previousClose = this.closes.before(instrument, today.time);
    const quote = quoteOfCandle(instrument, previousClose, withTrade(today, last), asOf);
    return { ok: true, quotes: [quote], refused: [] };
  }

  async search({ text }: SearchRequest): Promise<SearchResult> {
    await this.listings.refresh();
    const error = this.listings.missing;
    if (error !== null) return { ok: false, error };
    const { venue } = this.venue;
    const found = this.listings.find(text);
    const instruments = found.map((each) =>
      listedInstrument(venue, each, (id) => this.parts.instrument(id)),
    );
    return { ok: true, instruments };
  }

  stream(listener: StreamListener): QuoteStream {
    const { venue, closes } = this;
    const { sockets, now } = this.parts;
    const marketOf = (id: InstrumentId): VenueMarket => this.pairOf(id)[1];
    return new KlineStream({ venue, closes, sockets, now, marketOf }, listener);
  }

  private pairOf(instrument: InstrumentId): readonly [string, VenueMarket] {
    const { code } = splitInstrumentId(instrument);
    const kind = this.parts.instrument(instrument)?.kind;
    const isPerpetual =
      isPerpetualCode(code) ||
      kind === 'derivative' ||
      (kind === undefined && this.listings.isPerpetualAlone(code));
    return [venueCode(code), isPerpetual ? 'perpetual' : 'spot'];
  }

  /** The newest bars first, then page after page back to `since`, until the venue has no more. */
  private async allRows({ instrument, interval, since, signal }: HistoryRequest): Promise<Rows> {
    const { newestSize, pageSize } = this.venue;
    const [code, market] = this.pairOf(instrument);
    const sinceMs = (since ?? 0) * 1000;
    const rows: unknown[] = [];
    const size = (untilMs: number, most: number): number =>
      Math.min(most, Math.ceil((untilMs - sinceMs) / MS_OF[interval]) + 1);
    let question = this.venue.newest(code, market, interval, size(this.parts.now(), newestSize));
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await this.ask(question, signal);
      if (!answer.ok) return answer;
      rows.push(...answer.rows);
      const times = answer.rows.map((row) => (Array.isArray(row) ? Number(row[0]) : NaN));
      const untilMs = Math.min(...times) - 1;
      if (!Number.isFinite(untilMs) || untilMs < sinceMs) break;
      question = this.venue.page(code, market, interval, untilMs, size(untilMs, pageSize));
    }
    return { ok: true, rows };
  }

  private lastTrade(code: string, market: VenueMarket, signal: AbortSignal | undefined) {
    const request = { ...this.venue.lastTrade(code, market), ...(signal && { signal }) };
    return this.parts.http.json(request, (value) => ({ trade: this.venue.readTrade(value) }));
  }

  private async ask(question: VenueQuestion, signal: AbortSignal | undefined): Promise<Rows> {
    const request = { ...question, ...(signal && { signal }) };
    const answer = await this.parts.http.json(request, (value) => this.venue.readRows(value));
    return answer.ok ? { ok: true, rows: answer.value } : answer;
  }
}
