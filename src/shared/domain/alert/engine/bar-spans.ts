import type { ChartInterval } from '../../candle/interval';
import { INTRADAY_SECONDS, isIntraday } from '../../candle/interval';
import type { InstrumentId } from '../../instrument/instrument';

/** A bar's time, UTC milliseconds, `[start, end)`. */
export interface BarSpan {
  readonly start: number;
  readonly end: number;
}

/** Which bar of an instrument a moment (UTC milliseconds) belongs to. */
export type BarSpans = (instrument: InstrumentId, interval: ChartInterval, at: number) => BarSpan;

const MS_PER_DAY = 86_400_000;
/** 1970-01-01 was a Thursday. */
const DAYS_TO_FIRST_MONDAY = 4;

/** Bars by the clock of UTC, where no calendar says better. */
export const clockSpans: BarSpans = (_instrument, interval, at) => {
  if (isIntraday(interval)) return multiple(at, INTRADAY_SECONDS[interval] * 1000, 0);
  if (interval === 'D') return multiple(at, MS_PER_DAY, 0);
  if (interval === 'W') return multiple(at, 7 * MS_PER_DAY, DAYS_TO_FIRST_MONDAY * MS_PER_DAY);
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { start: Date.UTC(year, month, 1), end: Date.UTC(year, month + 1, 1) };
};

function multiple(at: number, length: number, offset: number): BarSpan {
  const start = Math.floor((at - offset) / length) * length + offset;
  return { start, end: start + length };
}
