import { indexAtOrBefore, type SessionKeys } from '../session-keys';

/** Bars whose distances tell how times go on beyond the series. */
const LOOKED_AT = 50;
const DAY = 86_400;

/** Position of the centre of the bar that a time stands on; beyond the series bars are counted on. */
export function positionOfTime(keys: SessionKeys, time: number): number {
  const { length } = keys;
  if (length === 0) return 0;
  const first = keys.time[0] as number;
  const last = keys.time[length - 1] as number;
  if (time > last) return length - 0.5 + Math.floor((time - last) / stepOf(keys));
  if (time < first) return 0.5 - Math.ceil((first - time) / stepOf(keys));
  return indexAtOrBefore(keys, time) + 0.5;
}

/** Time of the bar under a position: the inverse of {@link positionOfTime}. */
export function timeAtPosition(keys: SessionKeys, position: number): number {
  const { length } = keys;
  if (length === 0) return 0;
  const index = Math.floor(position);
  if (index >= length) {
    return (keys.time[length - 1] as number) + (index - length + 1) * stepOf(keys);
  }
  return index < 0 ? (keys.time[0] as number) + index * stepOf(keys) : (keys.time[index] as number);
}

/** The usual distance of the newest bars: their median, so that nights and holidays do not count. */
function stepOf({ time, length }: SessionKeys): number {
  const gaps: number[] = [];
  for (let i = Math.max(1, length - LOOKED_AT); i < length; i++) {
    gaps.push((time[i] as number) - (time[i - 1] as number));
  }
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? DAY;
}
