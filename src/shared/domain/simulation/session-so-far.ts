import type { Bar } from '../candle/bar-columns';
import { activityUntil } from './intraday-activity';
import { createRandomSource } from './random-source';
import { roundPrice } from './session-path';
import { KNOT_INTERVALS, type SimulatedSession } from './simulated-market';

/** Ticks between two knots: about one in two seconds of a usual session. */
const TICKS_PER_INTERVAL = 240;
/** Makes the middle of the bridge stray by about half the range: half over sqrt(240 / 3) / 2. */
const TICK_NOISE = 0.11;
const SECONDS_PER_DAY = 86_400;

/**
 * The bar of a session as far as it has come. Between two knots the price walks on a bridge that is
 * folded into their range: the bar only grows, and in the end it is the finished bar.
 *
 * @param fraction - part of the trading time that has passed, 0 at the open to 1 at the close;
 *   clamped to these
 */
export function sessionSoFar(session: SimulatedSession, fraction: number): Bar {
  if (fraction >= 1) return session.bar;
  const elapsed = Math.max(0, fraction);
  const position = elapsed * KNOT_INTERVALS;
  const interval = Math.floor(position);
  const ticks = drawTicks(
    session,
    interval,
    Math.floor((position - interval) * TICKS_PER_INTERVAL),
  );
  const { time, open, volume } = session.bar;
  let high = open;
  let low = open;
  for (const price of [...session.knots.subarray(0, interval + 1), ...ticks]) {
    high = Math.max(high, price);
    low = Math.min(low, price);
  }
  return {
    time,
    open,
    high,
    low,
    close: ticks.at(-1) as number,
    volume: Math.floor(volume * activityUntil(elapsed)),
  };
}

/** Ticks of a whole session, its open the first and its close the last. */
export const TICKS_PER_SESSION = TICKS_PER_INTERVAL * KNOT_INTERVALS;

/** The last tick that has come at a part of the trading time, 0 to 1. */
export function lastTickAt(fraction: number): number {
  const position = fraction * KNOT_INTERVALS;
  const interval = Math.floor(position);
  return interval * TICKS_PER_INTERVAL + Math.floor((position - interval) * TICKS_PER_INTERVAL);
}

/** All prices of a session in order: {@link TICKS_PER_SESSION} + 1, evenly spaced in its trading time. */
export function sessionTicks(session: SimulatedSession): Float64Array {
  const ticks = new Float64Array(TICKS_PER_SESSION + 1);
  for (let interval = 0; interval < KNOT_INTERVALS; interval += 1) {
    ticks.set(drawTicks(session, interval, TICKS_PER_INTERVAL), interval * TICKS_PER_INTERVAL);
  }
  return ticks;
}

/** Prices from the knot at the start of an interval to its tick number `last`, both included. */
function drawTicks(session: SimulatedSession, interval: number, last: number): number[] {
  const from = session.knots[interval] as number;
  const to = session.knots[interval + 1] as number;
  const walk = drawWalk(session, interval);
  const end = walk[TICKS_PER_INTERVAL] as number;
  return Array.from({ length: last + 1 }, (_, tick) => {
    const share = tick / TICKS_PER_INTERVAL;
    const place = share + TICK_NOISE * ((walk[tick] as number) - share * end);
    return roundPrice(from + (to - from) * fold(place), session.priceScale);
  });
}

/** A random walk of uniform steps; its ticks before the last must not depend on how many are asked for. */
function drawWalk(session: SimulatedSession, interval: number): Float64Array {
  const [first, second] = session.tickSeed;
  const knot = (session.bar.time / SECONDS_PER_DAY) * KNOT_INTERVALS + interval;
  const random = createRandomSource([~first, second, knot]);
  const walk = new Float64Array(TICKS_PER_INTERVAL + 1);
  for (let tick = 1; tick <= TICKS_PER_INTERVAL; tick += 1) {
    walk[tick] = (walk[tick - 1] as number) + 2 * random() - 1;
  }
  return walk;
}

/** Folds a number into 0 to 1 as if both ends were mirrors. */
function fold(place: number): number {
  const turn = Math.abs(place) % 2;
  return turn > 1 ? 2 - turn : turn;
}
