import { lowerBound } from '../candle/bar-columns';
import { type CalendarDate, toSessionKey } from '../calendar/calendar-date';
import type { UnmeasuredReason } from './event-measure';
import type { EstimationWindow, EventWindow } from './study-spec';

/** Where the windows of an event lie in its returns. */
export interface StudyRows {
  /** The event's own session. */
  readonly event: number;
  /** First and last row of the event window; `last` may lie behind the data. */
  readonly first: number;
  readonly last: number;
  /** Rows of the estimation window, from (included) to (excluded). */
  readonly from: number;
  readonly to: number;
}

export interface NoRows {
  readonly reason: UnmeasuredReason;
  readonly event: number | null;
  /** Returns that the estimation window could have. */
  readonly length: number;
}

/**
 * The rows of an event's windows. The event stands on the first session on or after its date, and
 * sessions are counted among those on which security and market both have a return.
 *
 * An event window that begins behind the event's own session still keeps that session out of the
 * estimation window: `gap` then counts from the event.
 *
 * @param keys - session keys, strictly ascending
 */
export function locateRows(
  keys: Float64Array,
  date: CalendarDate,
  estimation: EstimationWindow,
  [firstDay, lastDay]: EventWindow,
): StudyRows | NoRows {
  const event = rowAt(keys, toSessionKey(date));
  if (event >= keys.length) return { reason: 'no-session', event: null, length: 0 };
  const first = event + firstDay;
  const last = event + lastDay;
  if ('length' in estimation) {
    const to = Math.min(first, event) - estimation.gap;
    const from = to - estimation.length;
    if (from < 0 || first < 0) {
      return { reason: 'short-history', event, length: Math.max(0, to) };
    }
    return { event, first, last, from, to };
  }
  const from = rowAt(keys, toSessionKey(estimation.from));
  const to = rowAt(keys, toSessionKey(estimation.to) + 1);
  const length = Math.max(0, to - from);
  if (first < 0) return { reason: 'short-history', event, length };
  if (from <= last && first < to) return { reason: 'windows-overlap', event, length };
  return { event, first, last, from, to };
}

/** Row of the first key that is not before `key`. */
function rowAt(keys: Float64Array, key: number): number {
  return lowerBound({ time: keys, length: keys.length }, key);
}
