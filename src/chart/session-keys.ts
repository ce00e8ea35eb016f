import { lowerBound } from '../shared/domain/candle/bar-columns';

/** The times of a series; the column may be longer than `length`. */
export interface SessionKeys {
  readonly time: Float64Array;
  readonly length: number;
}

/** Index of the bar with exactly this session key; null where there is none. */
export function indexOfSession(keys: SessionKeys, sessionKey: number): number | null {
  const index = lowerBound(keys, sessionKey);
  return index < keys.length && keys.time[index] === sessionKey ? index : null;
}

/** Index of the last bar at or before a session; -1 where there is none. */
export function indexAtOrBefore(keys: SessionKeys, sessionKey: number): number {
  return indexOfSession(keys, sessionKey) ?? lowerBound(keys, sessionKey) - 1;
}
