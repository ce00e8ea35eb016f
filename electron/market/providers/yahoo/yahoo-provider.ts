import type {
  HistoryRequest,
  HistoryResult,
  LatestRequest,
  LatestResult,
  MarketDataProvider,
  ProviderCapabilities,
  ProviderQuote,
  ProviderUse,
  SearchRequest,
  SearchResult,
} from '../../../core/market/market-data-provider-port';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import { type Bar, barAt } from '../../../../src/shared/domain/candle/bar-columns';
import type { Interval } from '../../../../src/shared/domain/candle/interval';
import type { ExchangeCalendar } from '../../../../src/shared/domain/calendar/exchange-calendar';
import { calendarMicOf } from '../../../../src/shared/domain/instrument/calendar-mic';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import type { NetworkProviderParts } from '../../transport/network-provider-parts';
import type { HttpResult } from '../../transport/provider-http';
import { notOffered } from '../not-offered';
import { ZoneClocks } from '../zone-clocks';
import { readYahooChart, type YahooChart } from './yahoo-chart';
import { yahooDelayMinutes } from './yahoo-delay';
import {
  hasExtendedHours,
  intradayBars,
  joinWindows,
  keepsToSessions,
  type TimeWindow,
  yahooWindows,
} from './yahoo-intraday';
import { readYahooSearch } from './yahoo-search';
import { toYahooSymbol } from './yahoo-symbol';

const REGULAR = '&includePrePost=false';
const EXTENDED = '&includePrePost=true';

/** Yahoo's chart and search: no cookie, no crumb, one instrument in one question. */
export class YahooProvider implements MarketDataProvider {
  readonly id = 'yahoo';
  readonly capabilities: ProviderCapabilities = {
    latestBatch: 1,
    // Yahoo shuts out eager callers by their fingerprint, and then for all instruments at once.
    latestEveryMs: 60_000,
    intervals: ['1m', '5m', '15m', '30m', '1h', 'D'],
    search: true,
    stream: false,
    storable: true,
  };

  private readonly clocks = new ZoneClocks();

  constructor(private readonly parts: NetworkProviderParts) {}

  priority(instrument: InstrumentId, use: ProviderUse): number {
    if (use === 'stream' || toYahooSymbol(instrument) === null) return 0;
    return use === 'history' ? 30 : 20;
  }

  async history({ instrument, interval, since, signal }: HistoryRequest): Promise<HistoryResult> {
    const symbol = toYahooSymbol(instrument);
    if (symbol === null) return notOffered(`no ${instrument}`);
    const [newest, ...older] = yahooWindows(interval, since, Math.floor(this.parts.now() / 1000));
    const ask = (window: TimeWindow) =>
      this.askWindow(instrument, symbol, interval, window, signal);
    const chart = await ask(newest);
    if (!chart.ok) return chart;
    const { splits, currency, skippedRows } = chart.value;
    let { bars } = chart.value;
    for (const window of older) {
      const earlier = await ask(window);
      // Minutes of before the listing, or beyond what Yahoo keeps: what there is, is there.
      if (!earlier.ok || earlier.value.bars.length === 0) break;
      bars = joinWindows(earlier.value.bars, bars);
    }
    return { ok: true, history: { bars, splits, currency, skippedRows, skipped: [] } };
  }

  async latest({ instruments, nowMs, signal }: LatestRequest): Promise<LatestResult> {
    const [instrument] = instruments;
    const symbol = instrument ? toYahooSymbol(instrument) : null;
    if (!instrument || symbol === null) return notOffered('one known instrument at a time');
    const chart = await this.ask(symbol, `interval=1d&range=5d${REGULAR}`, true, signal);
    if (!chart.ok) return chart;
    const quote = this.toQuote(instrument, chart.value, nowMs);
    return { ok: true, quotes: quote ? [quote] : [], refused: quote ? [] : [instrument] };
  }

  async search({ text, signal }: SearchRequest): Promise<SearchResult> {
    const path = `/v1/finance/search?q=${encodeURIComponent(text)}&quotesCount=8&newsCount=0`;
    const request = { address: 'search', path, ...(signal && { signal }) };
    const answer = await this.parts.http.json(request, readYahooSearch);
    return answer.ok ? { ok: true, instruments: answer.value } : answer;
  }

  stream(): null {
    return null;
  }

  /** Asks for the hours around the session too, where the exchange has them. */
  private async askWindow(
    instrument: InstrumentId,
    symbol: string,
    interval: Interval,
    { from, to }: TimeWindow,
    signal: AbortSignal | undefined,
  ): Promise<HttpResult<YahooChart>> {
    const name = interval === 'D' ? '1d' : interval;
    const query = `interval=${name}&period1=${from}&period2=${to}`;
    if (interval === 'D') return this.ask(symbol, query + REGULAR, true, signal);
    const calendar = this.calendarOf(instrument);
    const asBars = (chart: YahooChart, extended: boolean): HttpResult<YahooChart> => ({
      ok: true,
      value: { ...chart, bars: intradayBars(chart.bars, calendar, extended) },
    });
    if (hasExtendedHours(interval, calendar)) {
      const chart = await this.ask(symbol, query + EXTENDED, false, signal);
      if (!chart.ok) return chart;
      if (keepsToSessions(chart.value.bars, interval, calendar)) return asBars(chart.value, true);
    }
    const regular = await this.ask(symbol, query + REGULAR, false, signal);
    return regular.ok ? asBars(regular.value, false) : regular;
  }

  private calendarOf(id: InstrumentId): ExchangeCalendar | undefined {
    return this.parts.calendar(calendarMicOf(this.parts.instrument(id) ?? { id }));
  }

  private ask(
    symbol: string,
    query: string,
    isDaily: boolean,
    signal: AbortSignal | undefined,
  ): Promise<HttpResult<YahooChart>> {
    const request = {
      address: 'chart',
      path: `/v8/finance/chart/${encodeURIComponent(symbol)}?${query}&events=split`,
      ...(signal && { signal }),
    };
    return this.parts.http.json(request, (answer) => {
      const chart = readYahooChart(answer, isDaily, this.clocks);
      return chart && isSameSymbol(chart.symbol, symbol) ? chart : null;
    });
  }

  private toQuote(
    instrument: InstrumentId,
    chart: YahooChart,
    nowMs: number,
  ): ProviderQuote | null {
    const { bars, lastPrice, lastTradeAt, session, currency } = chart;
    if (lastPrice === null || lastTradeAt === null || session === null) return null;
    const last = barAt(bars, bars.length - 1);
    const hasToday = last?.time === toSessionKey(session);
    const before = barAt(bars, bars.length - (hasToday ? 2 : 1));
    return {
      instrument,
      price: lastPrice,
      // The field `chartPreviousClose` is the close before the range, not that of the day before.
      previousClose: before?.close ?? null,
      currency,
      asOf: Math.min(lastTradeAt, nowMs),
      session,
      delayMinutes: yahooDelayMinutes(this.parts.instrument(instrument) ?? { id: instrument }),
      openBar: hasToday && last ? closedAt(last, lastPrice) : null,
    };
  }
}

/** Pairs with the dollar come back in Yahoo's short spelling: `JPY=X` for `USDJPY=X`. */
function isSameSymbol(answered: string, asked: string): boolean {
  const [one, other] = [answered.toUpperCase(), asked.toUpperCase()];
  return one === other || (other.endsWith('=X') && `USD${one}` === other);
}

/** The price is a trade of the bar, though it may be later than the bar's highest and lowest. */
function closedAt(bar: Bar, close: number): Bar {
  return { ...bar, close, high: Math.max(bar.high, close), low: Math.min(bar.low, close) };
}
