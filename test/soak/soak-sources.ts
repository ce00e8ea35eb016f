import type { ExchangeCalendar } from '../../src/shared/domain/calendar/exchange-calendar';
import {
  lastFinishedSession,
  sessionCloseAt,
  sessionStateAt,
} from '../../src/shared/domain/calendar/session-clock';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../src/shared/domain/instrument/instrument';
import { toTencentQuoteSymbol } from '../../electron/market/providers/tencent/tencent-symbol';
import { toYahooSymbol } from '../../electron/market/providers/yahoo/yahoo-symbol';

/** How long an answer takes. */
const LATENCY_MS = 150;
const TENCENT_FIELDS = 90;
const SINA_FIELDS = 25;
const SINA_PAGES = 'https://finance.sina.com.cn';
const HONG_KONG_AHEAD_MS = 8 * 3_600_000;

export interface SoakSourcesParts {
  readonly instruments: readonly InstrumentId[];
  readonly calendar: (mic: string) => ExchangeCalendar | undefined;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly after: (delayMs: number, task: () => void) => unknown;
}

/**
 * The sources of the network behind one `fetch`, in their own wire shapes, with made-up prices that
 * rise by one every second. A host can be cut off. Every request is written down.
 */
export class SoakSources {
  /** UTC milliseconds of the requests, by host. */
  readonly requests = new Map<string, number[]>();
  /** UTC milliseconds of the last answer for an instrument. */
  readonly answeredAt = new Map<InstrumentId, number>();
  readonly cutOff = new Set<string>();
  /** Prices that Sina answered. */
  sinaLines = 0;
  mostInFlight = new Map<string, number>();
  private readonly inFlight = new Map<string, number>();
  private readonly yahoo: ReadonlyMap<string, InstrumentId>;
  private readonly tencent: ReadonlyMap<string, InstrumentId>;

  constructor(private readonly parts: SoakSourcesParts) {
    const { instruments } = parts;
    this.yahoo = new Map(instruments.map((id) => [toYahooSymbol(id) ?? id, id]));
    this.tencent = new Map(instruments.map((id) => [toTencentQuoteSymbol(id) ?? id, id]));
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    const { host } = url;
    this.requests.set(host, [...(this.requests.get(host) ?? []), this.parts.now()]);
    const inFlight = (this.inFlight.get(host) ?? 0) + 1;
    this.inFlight.set(host, inFlight);
    this.mostInFlight.set(host, Math.max(inFlight, this.mostInFlight.get(host) ?? 0));
    await new Promise<void>((resolve) => this.parts.after(LATENCY_MS, resolve));
    this.inFlight.set(host, (this.inFlight.get(host) ?? 1) - 1);
    if (this.cutOff.has(host)) throw new TypeError('fetch failed: ECONNREFUSED');
    return this.answer(url, new Headers(init?.headers).get('referer'));
  };

  private answer(url: URL, referer: string | null): Response {
    if (url.host === 'qt.gtimg.cn') {
      const symbols = url.pathname.slice('/q='.length).split(',');
      return new Response(symbols.map((symbol) => this.tencentLine(symbol)).join('\n'));
    }
    if (url.host === 'data-api.binance.vision') return this.binance(url);
    if (url.host === 'hq.sinajs.cn') {
      if (referer !== SINA_PAGES) return new Response('Kinsoku jikou desu!', { status: 403 });
      const symbols = url.pathname.slice('/list='.length).split(',');
      return new Response(symbols.map((symbol) => this.sinaLine(symbol)).join('\n'));
    }
    const symbol = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
    const id = this.yahoo.get(symbol);
    if (url.host !== 'query1.finance.yahoo.com' || id === undefined) {
      return new Response('{}', { status: 404, headers: { 'content-type': 'application/json' } });
    }
    return Response.json(this.yahooChart(id, symbol));
  }

  /** A trade, as the stream of the venue tells of it. */
  readonly binanceFrame = (code: string): string => {
    const id: InstrumentId = `BINANCE:${code}`;
    const { asOf } = this.price(id);
    this.answeredAt.set(id, this.parts.now());
    const [t, o, h, l, c, v] = this.dayCandle(id);
    return JSON.stringify({ e: 'kline', E: asOf, s: code, k: { t, o, h, l, c, v, x: false } });
  };

  private binance(url: URL): Response {
    const id: InstrumentId = `BINANCE:${url.searchParams.get('symbol') ?? ''}`;
    const { price, asOf } = this.price(id);
    if (url.pathname.endsWith('/klines')) return Response.json([this.dayCandle(id)]);
    this.answeredAt.set(id, this.parts.now());
    return Response.json([{ id: 1, price: String(price), qty: '1', time: asOf }]);
  }

  private dayCandle(id: InstrumentId): readonly [number, ...string[]] {
    const { price, asOf } = this.price(id);
    const close = String(price);
    return [Math.floor(asOf / 86_400_000) * 86_400_000, close, close, close, close, '1'];
  }

  private yahooChart(id: InstrumentId, symbol: string): object {
    const { price, asOf, timezone } = this.price(id);
    this.answeredAt.set(id, this.parts.now());
    const times = [asOf - 2 * 86_400_000, asOf - 86_400_000, asOf];
    const closes = [price - 2, price - 1, price];
    const quote = { open: closes, high: closes, low: closes, close: closes, volume: [1, 1, 1] };
    const meta = {
      symbol,
      currency: 'USD',
      exchangeTimezoneName: timezone,
      regularMarketPrice: price,
      regularMarketTime: asOf / 1000,
      priceHint: 2,
    };
    const timestamp = times.map((at) => at / 1000);
    return {
      chart: { result: [{ meta, timestamp, indicators: { quote: [quote] } }], error: null },
    };
  }

  private tencentLine(symbol: string): string {
    const id = this.tencent.get(symbol);
    if (id === undefined || !symbol.startsWith('r_hk')) return 'v_pv_none_match="1";';
    const { price, asOf } = this.price(id);
    this.answeredAt.set(id, this.parts.now());
    const fields = Array.from({ length: TENCENT_FIELDS }, () => '0');
    fields[0] = '100';
    for (const at of [3, 4, 5, 33, 34]) fields[at] = String(price);
    fields[30] = new Date(asOf + HONG_KONG_AHEAD_MS)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' ')
      .replaceAll('-', '/');
    fields[75] = 'HKD';
    return `v_${symbol}="${fields.join('~')}";`;
  }

  /** Of Hong Kong alone; every other symbol is unknown, as an empty line says. */
  private sinaLine(symbol: string): string {
    const id: InstrumentId = `XHKG:${symbol.slice('rt_hk'.length)}`;
    if (!symbol.startsWith('rt_hk') || !this.tencent.has(`r_hk${symbol.slice('rt_hk'.length)}`)) {
      return `var hq_str_${symbol}="";`;
    }
    const { price, asOf } = this.price(id);
    const fields = Array.from({ length: SINA_FIELDS }, () => '0');
    for (const at of [2, 3, 4, 5, 6]) fields[at] = String(price);
    const stamp = new Date(asOf + HONG_KONG_AHEAD_MS).toISOString();
    fields[17] = stamp.slice(0, 10).replaceAll('-', '/');
    fields[18] = stamp.slice(11, 19);
    this.sinaLines++;
    return `var hq_str_${symbol}="${fields.join(',')}";`;
  }

  private price(id: InstrumentId): { price: number; asOf: number; timezone: string } {
    const calendar = this.parts.calendar(splitInstrumentId(id).mic);
    if (calendar === undefined) throw new Error(`no calendar of ${id}`);
    const nowMs = this.parts.now();
    const isClosed = sessionStateAt(calendar, nowMs).state === 'closed';
    const at = isClosed ? sessionCloseAt(calendar, lastFinishedSession(calendar, nowMs)) : nowMs;
    const seconds = Math.floor(at / 1000);
    return { price: 100 + (seconds % 86_400), asOf: seconds * 1000, timezone: calendar.timezone };
  }
}
