import { type CalendarDate, toSessionKey } from '../calendar/calendar-date';
import type { Bar } from '../candle/bar-columns';
import { KNOT_ACTIVITY } from './intraday-activity';
import { portableExp } from './portable-math';
import {
  drawShock,
  expectedReturn,
  marketReturn,
  nextMarketVariance,
  nextOwnVariance,
  type PriceModel,
  sessionNormals,
} from './price-model';
import { KNOT_INTERVALS, type SimulatedSession, type SimulationState } from './simulated-market';

/** Part of the day's return that has happened at the open, and the opening price's spread around it. */
const GAP_SHARE = 0.25;
const GAP_NOISE = 0.25;
/** Standard deviation of the path around its straight line, as a part of the day's own. */
const PATH_NOISE = 0.85;
/** Volume grows with the size of the move and has a noise of its own (J. Karpoff, JFQA 22, 1987). */
const VOLUME_PER_DEVIATION = 0.4;
const VOLUME_NOISE = 0.3;

/** Walks one session from the state before it, which must belong to the model's instrument. */
export function walkSession(
  model: PriceModel,
  state: SimulationState,
  session: CalendarDate,
): SimulatedSession {
  const time = toSessionKey(session);
  const normal = sessionNormals(model.seedWords, time);
  const common = marketReturn(model, time, state.marketVariance);
  const own = drawShock(normal, state.ownVariance);
  const dayReturn = expectedReturn(model, time, state.close) + model.beta * common + own;
  const deviation = Math.sqrt(model.beta * model.beta * state.marketVariance + state.ownVariance);

  const knots = drawPath(normal, dayReturn, deviation);
  for (let knot = 0; knot <= KNOT_INTERVALS; knot += 1) {
    knots[knot] = roundPrice(state.close * portableExp(knots[knot] as number), model.priceScale);
  }
  const volume = drawVolume(normal, model.baseVolume, Math.abs(dayReturn) / deviation);
  const bar = finishedBar(time, knots, volume);
  return {
    session,
    previousClose: state.after === null ? null : state.close,
    knots,
    bar,
    priceScale: model.priceScale,
    tickSeed: model.seedWords,
    next: {
      after: session,
      close: bar.close,
      market: state.market,
      marketVariance: nextMarketVariance(state.marketVariance, common),
      ownVariance: nextOwnVariance(model, state.ownVariance, own),
    },
  };
}

/**
 * Rounds to the smallest price step, of which at least one is left.
 *
 * @param scale - steps in one unit of the currency, 100 for two decimals
 */
export function roundPrice(price: number, scale: number): number {
  return Math.max(1, Math.round(price * scale)) / scale;
}

/**
 * Log returns since the close before at each knot: a Brownian bridge from the opening gap to the
 * day's return, in a time that runs with the session's activity.
 */
function drawPath(normal: () => number, dayReturn: number, deviation: number): Float64Array {
  const gap = GAP_SHARE * dayReturn + GAP_NOISE * deviation * normal();
  const path = new Float64Array(KNOT_INTERVALS + 1);
  let walk = 0;
  for (let knot = 1; knot <= KNOT_INTERVALS; knot += 1) {
    const variance = (KNOT_ACTIVITY[knot] as number) - (KNOT_ACTIVITY[knot - 1] as number);
    walk += Math.sqrt(variance) * normal();
    path[knot] = walk;
  }
  for (let knot = 0; knot <= KNOT_INTERVALS; knot += 1) {
    const activity = KNOT_ACTIVITY[knot] as number;
    const bridge = (path[knot] as number) - activity * walk;
    path[knot] = gap + (dayReturn - gap) * activity + PATH_NOISE * deviation * bridge;
  }
  return path;
}

function drawVolume(normal: () => number, baseVolume: number, moveInDeviations: number): number {
  const exponent = VOLUME_PER_DEVIATION * moveInDeviations + VOLUME_NOISE * normal();
  return Math.round(baseVolume * portableExp(exponent));
}

function finishedBar(time: number, knots: Float64Array, volume: number): Bar {
  let high = 0;
  let low = Infinity;
  for (const price of knots) {
    if (price > high) high = price;
    if (price < low) low = price;
  }
  const open = knots[0] as number;
  return { time, open, high, low, close: knots[KNOT_INTERVALS] as number, volume };
}
