import type { ExchangeCalendar } from '../calendar/exchange-calendar';
import { tradingSpans } from '../calendar/trading-spans';
import type { BarColumns } from './bar-columns';

/** A price from outside the hours of trading. */
export interface ExtendedPrice {
  readonly price: number;
  /** UTC milliseconds of the start of the bar that it is the close of. */
  readonly asOf: number;
  /** Before the open of its day, or after the close. */
  readonly side: 'before' | 'after';
  /** Close of the last bar within the hours before it; null where no such bar is there. */
  readonly regularClose: number | null;
}

/**
 * The newest price of intraday bars where it is of before the open or after the close; null where the
 * newest bar lies within the hours of trading, or in the break at noon.
 */
export function extendedPrice(bars: BarColumns, calendar: ExchangeCalendar): ExtendedPrice | null {
  const last = bars.length - 1;
  if (last < 0) return null;
  const asOf = (bars.time[last] as number) * 1000;
  const side = sideAt(asOf, calendar);
  if (side === null) return null;
  let regular = last - 1;
  while (regular >= 0 && !isRegular((bars.time[regular] as number) * 1000, calendar)) regular -= 1;
  const regularClose = regular >= 0 ? (bars.close[regular] as number) : null;
  return { price: bars.close[last] as number, asOf, side, regularClose };
}

function sideAt(utcMs: number, calendar: ExchangeCalendar): ExtendedPrice['side'] | null {
  const parts = regularSpans(utcMs, calendar);
  const [first, final] = [parts[0], parts.at(-1)];
  if (!first || !final) return null;
  if (utcMs < first.start) return 'before';
  return utcMs >= final.end ? 'after' : null;
}

function isRegular(utcMs: number, calendar: ExchangeCalendar): boolean {
  return regularSpans(utcMs, calendar).some(({ start, end }) => start <= utcMs && utcMs < end);
}

const regularSpans = (utcMs: number, calendar: ExchangeCalendar) =>
  tradingSpans(calendar, calendar.clock.dateAt(utcMs)).filter(({ regular }) => regular);
