import type { ProviderQuote } from '../../../core/market/market-data-provider-port';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import type { Bar } from '../../../../src/shared/domain/candle/bar-columns';
import type { ZoneClock } from '../../../../src/shared/domain/calendar/zone-clock';
import type { ZoneClocks } from '../zone-clocks';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';

/** Positions in a line, checked against recorded answers. Volumes are in shares. */
interface Layout {
  readonly zone: string;
  readonly open: number;
  readonly previousClose: number;
  readonly price: number;
  readonly high: number;
  readonly low: number;
  readonly volume: number;
  /** When the last trade was, as `YYYY-MM-DD HH:MM:SS` on the clock of the market; null where it is no moment. */
  readonly stamp: (fields: readonly string[]) => string | null;
}

const MAINLAND: Layout = {
  ...{ zone: 'Asia/Shanghai', open: 1, previousClose: 2, price: 3, high: 4, low: 5, volume: 8 },
  stamp: (fields) => `${fields[30]} ${fields[31]}`,
};
const HONG_KONG: Layout = {
  ...{ zone: 'Asia/Hong_Kong', open: 2, previousClose: 3, high: 4, low: 5, price: 6, volume: 12 },
  stamp: (fields) => `${fields[17]?.replaceAll('/', '-')} ${fields[18]}`,
};
const UNITED_STATES: Layout = {
  ...{ zone: 'America/New_York', price: 1, open: 5, high: 6, low: 7, volume: 10 },
  previousClose: 26,
  stamp: (fields) => americanStamp(fields[25] ?? '', fields[3] ?? ''),
};
/** Hong Kong's counters that trade in renminbi. */
const RENMINBI_COUNTER = /^rt_hk8\d{4}$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The lines of an answer by symbol; an unknown symbol has an empty one. Null for anything else. */
export function splitSinaLines(text: string): ReadonlyMap<string, readonly string[]> | null {
  const lines = new Map<string, readonly string[]>();
  for (const [, symbol = '', fields = ''] of text.matchAll(/hq_str_(\w+)="([^"]*)"/g)) {
    lines.set(symbol, fields.split(','));
  }
  return lines.size > 0 ? lines : null;
}

/** Before the first trade of a session the line says 0.000 beside the close of the one before. */
export function isUntradedSina(symbol: string, fields: readonly string[]): boolean {
  const { price, previousClose } = layoutOf(symbol);
  return Number(fields[price] || 'none') === 0 && Number(fields[previousClose]) > 0;
}

/** @returns null where the line holds no price */
export function readSinaQuote(
  instrument: InstrumentId,
  symbol: string,
  fields: readonly string[],
  clocks: ZoneClocks,
): ProviderQuote | null {
  const layout = layoutOf(symbol);
  const number = (at: number): number => Number(fields[at] ?? '');
  const price = number(layout.price);
  const [session = '', time = ''] = layout.stamp(fields)?.split(' ') ?? [];
  const asOf = readTime(session, time, clocks.of(layout.zone));
  if (!(price > 0) || asOf === null) return null;
  const bar = {
    ...{ time: toSessionKey(session), close: price, volume: number(layout.volume) || 0 },
    ...{ open: number(layout.open), high: number(layout.high), low: number(layout.low) },
  };
  return {
    ...{ instrument, price, asOf, session, currency: currencyOf(symbol), delayMinutes: 0 },
    previousClose: number(layout.previousClose) > 0 ? number(layout.previousClose) : null,
    openBar: isBar(bar) ? bar : null,
  };
}

function layoutOf(symbol: string): Layout {
  if (symbol.startsWith('gb_')) return UNITED_STATES;
  return symbol.startsWith('rt_hk') ? HONG_KONG : MAINLAND;
}

function currencyOf(symbol: string): string {
  if (symbol.startsWith('gb_')) return 'USD';
  return symbol.startsWith('rt_hk') && !RENMINBI_COUNTER.test(symbol) ? 'HKD' : 'CNY';
}

/**
 * The last trade of the regular session, `Aug 17 04:00PM EDT`, has no year: it is that of the line's own
 * time in Beijing, or the one before where that would be later.
 */
function americanStamp(trade: string, beijing: string): string | null {
  const match = /^([A-Z][a-z]{2}) (\d{1,2}) (\d\d):(\d\d)(AM|PM) E[DS]T$/.exec(trade);
  const [, year, beijingMonth] = /^(\d{4})-(\d\d)-\d\d /.exec(beijing)?.map(Number) ?? [];
  const month = MONTHS.indexOf(match?.[1] ?? '') + 1;
  if (!match || month === 0 || year === undefined) return null;
  const tradedIn = month > (beijingMonth as number) ? year - 1 : year;
  const hours = (Number(match[3]) % 12) + (match[5] === 'PM' ? 12 : 0);
  const [monthText, day, hour] = [month, match[2], hours].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${tradedIn}-${monthText}-${day} ${hour}:${match[4]}:00`;
}

/** UTC milliseconds; null where it is no moment. */
function readTime(session: string, time: string, clock: ZoneClock | null): number | null {
  const [, hours, minutes, seconds] = /^(\d\d):(\d\d):(\d\d)$/.exec(time) ?? [];
  if (!clock || seconds === undefined || !/^\d{4}-\d\d-\d\d$/.test(session)) return null;
  return clock.toUtc(session, Number(hours) * 60 + Number(minutes)) + Number(seconds) * 1000;
}

function isBar({ open, high, low, close, volume }: Bar): boolean {
  const holds = low > 0 && low <= Math.min(open, close) && high >= Math.max(open, close);
  return holds && volume >= 0;
}
