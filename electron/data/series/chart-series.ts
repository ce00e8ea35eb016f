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
import { adjustBars } from '../../../src/shared/domain/candle/adjusted-bars';
import { regularBars } from '../../../src/shared/domain/candle/regular-bars';
import { resampleBars } from '../../../src/shared/domain/candle/resample';
import { NO_WISHES, type SeriesWishes } from '../../../src/shared/domain/candle/series-wishes';
import type { SeriesAnswer } from '../../../src/shared/ipc/data-port';

/** Bars of a stored interval; `from` must be one of `buildsFrom` of the charted one. */
export interface FinerBars {
  readonly from: Interval;
  readonly bars: BarColumns & { readonly buffer?: ArrayBuffer };
  /** Left out: none. */
  readonly wishes?: SeriesWishes;
}

/**
 * What the chart gets of stored bars: themselves, or coarser ones made of them.
 *
 * @param calendar - of the instrument's exchange; undefined where it is not known
 */
export function chartSeries(
  { from, bars: given, wishes = NO_WISHES }: FinerBars,
  to: ChartInterval,
  calendar: ExchangeCalendar | undefined,
): Pick<SeriesAnswer, 'buffer' | 'madeOf' | 'lastTime' | 'sessions' | 'basis' | 'extended'> {
  const { bars: priced, basis } = pricedBars(given, wishes.adjusted);
  const { bars, extended } = barsOfHours({ from, bars: priced, wishes }, to, calendar);
  const facts = { madeOf: from, lastTime: bars.time[bars.length - 1] ?? 0, basis, extended };
  if (from === to) {
    const sessions = isIntraday(to) ? sessionsOfIntraday(bars, calendar) : null;
    return { ...facts, sessions, buffer: bars.buffer ?? packBars(bars) };
  }
  const options = { calendar, extended: wishes.extended };
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

/** Prices are adjusted before bars are gathered: a week may hold a dividend. */
function pricedBars(
  bars: FinerBars['bars'],
  adjusted: boolean,
): Pick<FinerBars, 'bars'> & Pick<SeriesAnswer, 'basis'> {
  const isKnown = bars.adjustedClose.subarray(0, bars.length).some((close) => close > 0);
  if (!isKnown) return { bars, basis: 'as-given' };
  return adjusted ? { bars: adjustBars(bars).bars, basis: 'adjusted' } : { bars, basis: 'raw' };
}

/** Bars outside the hours of trading are part of intraday series only, and there on wish. */
function barsOfHours(
  { from, bars, wishes = NO_WISHES }: FinerBars,
  to: ChartInterval,
  calendar: ExchangeCalendar | undefined,
): Pick<FinerBars, 'bars'> & Pick<SeriesAnswer, 'extended'> {
  if (!calendar || !isIntraday(from) || !isIntraday(to)) return { bars, extended: 'none' };
  const regular = regularBars(bars, calendar);
  if (regular.leftOut === 0) return { bars, extended: 'none' };
  if (wishes.extended) return { bars, extended: 'shown' };
  return { bars: regular.bars, extended: 'left-out' };
}
