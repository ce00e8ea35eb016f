import type { ExchangeCalendar } from '../calendar/exchange-calendar';
import { tradingSpans } from '../calendar/trading-spans';
import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
  lowerBound,
  packBars,
  viewPackedBars,
} from './bar-columns';

/** UTC seconds, and indices of bars: `[from, to)`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly regular: boolean;
}

/** Intraday bars within the hours of their sessions, and how many were left out. */
export interface RegularBars {
  readonly bars: BarColumns & { readonly buffer?: ArrayBuffer };
  readonly leftOut: number;
}

/**
 * Intraday bars without those that start outside the hours of trading; the very same where there are
 * none. As quick as the number of dates, where nothing is left out.
 */
export function regularBars(
  bars: BarColumns & { readonly buffer?: ArrayBuffer },
  calendar: ExchangeCalendar,
): RegularBars {
  const kept = stretches(bars, calendar).filter(({ regular }) => regular);
  const length = kept.reduce((sum, { from, to }) => sum + to - from, 0);
  if (length === bars.length) return { bars, leftOut: 0 };
  const target = allocateBars(length);
  let place = 0;
  for (const { from, to } of kept) {
    for (const name of BAR_COLUMN_NAMES) target[name].set(bars[name].subarray(from, to), place);
    place += to - from;
  }
  const buffer = packBars(target);
  return { bars: { ...viewPackedBars(buffer), buffer }, leftOut: bars.length - length };
}

/**
 * The stretches of time from the first to the last bar of each run outside the hours of trading, UTC
 * seconds of their bars, both included, ascending.
 */
export function extendedStretches(
  bars: BarColumns,
  calendar: ExchangeCalendar,
): readonly { readonly fromKey: number; readonly toKey: number }[] {
  return stretches(bars, calendar)
    .filter(({ regular }) => !regular)
    .map(({ from, to }) => ({
      fromKey: bars.time[from] as number,
      toKey: bars.time[to - 1] as number,
    }));
}

/** Runs of bars in one span of trading each, none empty. */
function stretches(bars: BarColumns, calendar: ExchangeCalendar): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let from = 0; from < bars.length;) {
    const date = calendar.clock.dateAt((bars.time[from] as number) * 1000);
    for (const span of tradingSpans(calendar, date)) {
      const to = lowerBound(bars, span.end / 1000);
      if (to > from) found.push({ from, to, regular: span.regular });
      from = Math.max(from, to);
    }
  }
  return found;
}
