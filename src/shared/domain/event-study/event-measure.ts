import type { CalendarDate } from '../calendar/calendar-date';

/** Why nothing, or only a part, can be said of an event. */
export const UNMEASURED_REASONS = [
  /** No session on or after the event's date. */
  'no-session',
  /** Fewer sessions before the event than the estimation window asks for. */
  'short-history',
  /** The estimation window holds too few returns to fit the model. */
  'too-few-returns',
  /** The estimation window and the event window share sessions. */
  'windows-overlap',
  /** The model needs a market, and there is none. */
  'no-market',
  /** The market did not move in the estimation window, so that it explains nothing. */
  'market-constant',
] as const;
export type UnmeasuredReason = (typeof UNMEASURED_REASONS)[number];

export interface UnmeasuredEvent {
  readonly kind: 'unmeasured';
  readonly reason: UnmeasuredReason;
  /** The event's own session; null where there is none. */
  readonly session: CalendarDate | null;
  /** Returns that the estimation window has, or could have. */
  readonly length: number;
}

/**
 * An event beside what its model expects. Columns run over the event window, one element a session;
 * NaN for a session that the data does not reach. Returns are fractions.
 */
export interface MeasuredEvent {
  readonly kind: 'measured';
  readonly session: CalendarDate;
  /** First and last session of the estimation window. */
  readonly estimation: readonly [CalendarDate, CalendarDate];
  /** Returns in the estimation window, L. */
  readonly length: number;
  /** Of Student's t: L less the parameters that were estimated (market 2, mean 1, market-adjusted 0). */
  readonly degrees: number;
  /** 0 for market-adjusted. */
  readonly alpha: number;
  /** 1 for market-adjusted, 0 for mean. */
  readonly beta: number;
  /** Standard error of a residual: sqrt(sum of squares / degrees). 0 where the model leaves none. */
  readonly s: number;
  /** Returns of the security in the estimation window that are exactly 0. */
  readonly zeroReturns: number;
  /** Session keys of the event window. */
  readonly keys: Float64Array;
  readonly actual: Float64Array;
  readonly expected: Float64Array;
  /** Abnormal returns: actual less expected. */
  readonly ar: Float64Array;
  /** s sqrt(C): standard error of each abnormal return as a forecast. */
  readonly arError: Float64Array;
  /** ar / arError, Student t with `degrees`; NaN where `s` is 0. */
  readonly sar: Float64Array;
  /** Abnormal returns added up from the first session of the window. */
  readonly cumulative: Float64Array;
  /** Standard error of each element of `cumulative`. */
  readonly cumulativeError: Float64Array;
  /** Quantile of Student's t for a band of 95 %: value +- band * error. */
  readonly band: number;
  /** Of the whole event window; null while the data does not reach its end. */
  readonly window: WindowMeasure | null;
  /** Of the event's own session; null where the event window does not hold it. */
  readonly day: DayMeasure | null;
  /** Keys and residuals of the estimation window: the placebo days. */
  readonly placeboKeys: Float64Array;
  readonly residuals: Float64Array;
}

export interface WindowMeasure {
  readonly car: number;
  readonly carVariance: number;
  /** car / sqrt(carVariance), Student t with the event's `degrees`; null where `s` is 0. */
  readonly scar: number | null;
  readonly p: number | null;
  /**
   * (1 + runs of as many residuals on end whose sum is at least as far from 0) / (runs + 1). Runs
   * overlap: there are L - K + 1 of them. Null where the event window is longer than L, or `s` is 0.
   */
  readonly placeboP: number | null;
}

/** All but `ar` are null where `s` is 0. */
export interface DayMeasure {
  readonly ar: number;
  readonly t: number | null;
  readonly p: number | null;
  /** (1 + residuals at least as far from 0) / (L + 1). */
  readonly placeboP: number | null;
}

export type EventMeasure = MeasuredEvent | UnmeasuredEvent;
