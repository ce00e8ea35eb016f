import type { CalendarDate } from '../calendar/calendar-date';

/**
 * What a security is expected to earn: `market` a + b Rm by ordinary least squares, `market-adjusted`
 * Rm itself, `mean` its own mean (S. Brown and J. Warner, Journal of Financial Economics 14, 1985).
 */
export const STUDY_MODELS = ['market', 'market-adjusted', 'mean'] as const;
export type StudyModel = (typeof STUDY_MODELS)[number];

/**
 * The sessions that a model is fitted on: those of a span of dates, or the `length` sessions before
 * the event window of which `gap` sessions lie between the last one and the first of the event window.
 */
export type EstimationWindow =
  | { readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly length: number; readonly gap: number };

/** First and last session relative to the event's own, which is 0. Both are included. */
export type EventWindow = readonly [first: number, last: number];

export interface StudyParameters {
  readonly model: StudyModel;
  readonly estimation: EstimationWindow;
  readonly window: EventWindow;
}

/**
 * Returns of a security and its market on the sessions on which both have one; sessions on which
 * either is missing are not in it. `keys` are session keys, strictly ascending; returns are fractions
 * (0.01 is one percent). All columns have one length.
 */
export interface PairedReturns {
  readonly keys: Float64Array;
  readonly security: Float64Array;
  /** NaN throughout where the model needs no market and none is given. */
  readonly market: Float64Array;
}

/** One event of one security. */
export interface EventSubject {
  readonly returns: PairedReturns;
  /** The event stands on the first session on or after it. */
  readonly date: CalendarDate;
}
