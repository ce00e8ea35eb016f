import { DAY, type PackedBars, risingBars } from '../../unit/electron/data/bars-of';

/** A series that tells its version by its first day, in one to three chunks and a tail. */
export function versionBars(version: number): PackedBars {
  return risingBars(1000 + (version % 5) * 1500, version * DAY);
}

/** The days `from` to `to` (excluded) of a series that is appended to. */
export function appendedBars(from: number, to: number): PackedBars {
  return risingBars(to - from, from * DAY);
}
