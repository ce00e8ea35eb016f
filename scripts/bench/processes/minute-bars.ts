import { allocateBars } from '../../../src/shared/domain/candle/bar-columns';

type PackedBars = ReturnType<typeof allocateBars>;

const MINUTES_A_SESSION = 390;
const DAY_SECONDS = 86_400;
/** Monday, 2016-01-04, 14:30 UTC. */
const FIRST_OPEN = Date.UTC(2016, 0, 4, 14, 30) / 1000;
const DAYS_A_WEEK = 7;
const WEEKDAYS = 5;
/** Bars of 252 sessions. */
export const YEAR_BARS = 252 * MINUTES_A_SESSION;

/** Invented minutes in cents, 390 each weekday; the same on every machine. */
export function minuteBars(count: number): PackedBars {
  const bars = allocateBars(count);
  const random = randomFrom(1);
  let close = 10_000;
  for (let index = 0; index < count; index++) {
    const open = close;
    close = Math.max(100, open + Math.round((random() - 0.499) * 20));
    bars.time[index] = timeOf(index);
    bars.open[index] = open / 100;
    bars.high[index] = (Math.max(open, close) + Math.floor(random() * 5)) / 100;
    bars.low[index] = (Math.min(open, close) - Math.floor(random() * 5)) / 100;
    bars.close[index] = close / 100;
    bars.volume[index] = Math.floor(random() * 5000);
    bars.adjustedClose[index] = NaN;
  }
  return bars;
}

function timeOf(index: number): number {
  const session = Math.floor(index / MINUTES_A_SESSION);
  const days = Math.floor(session / WEEKDAYS) * DAYS_A_WEEK + (session % WEEKDAYS);
  return FIRST_OPEN + days * DAY_SECONDS + (index % MINUTES_A_SESSION) * 60;
}

/** A small generator (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
