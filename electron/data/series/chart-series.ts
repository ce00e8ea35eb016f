import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import {
  type BarSessions,
  sessionsOfIntraday,
  sessionsOfLonger,
} from '../../../src/shared/domain/candle/bar-sessions';
import { type BarColumns, packBars } from '../../../src/shared/domain/candle/bar-columns';
import {
  type ChartInterval,
  type Interval,
  isIntraday,
} from '../../../src/shared/domain/candle/interval';
import { resampleBars } from '../../../src/shared/domain/candle/resample';
import type { SeriesAnswer } from '../../../src/shared/ipc/data-port';

/** Bars of a stored interval; `from` must be one of `buildsFrom` of the charted one. */
export interface FinerBars {
  readonly from: Interval;
  readonly bars: BarColumns & { readonly buffer?: ArrayBuffer };
}

/**
 * What the chart gets of stored bars: themselves, or coarser ones made of them.
 *
 * @param calendar - of the instrument's exchange; undefined where it is not known
 */
export function chartSeries(
  { from, bars }: FinerBars,
  to: ChartInterval,
  calendar: ExchangeCalendar | undefined,
): Pick<SeriesAnswer, 'buffer' | 'madeOf' | 'lastTime' | 'sessions'> {
  const lastTime = bars.time[bars.length - 1] ?? 0;
  const facts = { madeOf: from, lastTime };
  if (from === to) {
    const sessions = isIntraday(to) ? sessionsOfIntraday(bars, calendar) : null;
    return { ...facts, sessions, buffer: bars.buffer ?? packBars(bars) };
  }
  const options = { calendar, extended: false };
  const made = resampleBars(bars, { from, to, ...options });
  if (isIntraday(to)) {
    return { ...facts, sessions: sessionsOfIntraday(made, calendar), buffer: made.buffer };
  }
  return { ...facts, sessions: longerSessions(), buffer: made.buffer };

  function longerSessions(): BarSessions | null {
    if (to === 'D') return null;
    const daily = from === 'D' ? bars : resampleBars(bars, { from, to: 'D', ...options });
    return sessionsOfLonger(made, daily);
  }
}
