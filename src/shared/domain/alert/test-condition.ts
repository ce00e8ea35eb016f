import type { AlertOperator, Condition, Measure } from './alert-condition';
import { isMoveTest } from './alert-condition';
import type { Rearm } from './alert-rule';
import { findIndicator } from '../indicators/indicator-catalogue';

/** What binary fractions may be off by when a move is compared with its amount, in parts of either. */
export const MOVE_TOLERANCE = 1e-9;

/**
 * One operator on numbers; NaN stands for what is not known and makes it false.
 *
 * `value` is what is watched, `low` its level or the lower end of its channel, `high` the upper end;
 * of a move `low` and `high` are the lowest and the highest value of its bars, `amount` what it has
 * to come to. What begins with `before` is the same at the sample before.
 *
 * - `crossing`: `crossingUp` or `crossingDown`.
 * - `crossingUp`: was at or below the level, is above. `crossingDown`: was at or above, is below.
 * - `greaterThan`, `lessThan`: is above, is below.
 * - `enteringChannel`: was outside, is inside. `exitingChannel`: was inside, is outside.
 * - `insideChannel`, `outsideChannel`: is inside, is outside. The ends are inside.
 * - `movingUp`: `value - low >= amount`. `movingDown`: `high - value >= amount`.
 * - `movingUpPercent`, `movingDownPercent`: the same in percent of `|low|`, `|high|`; never of 0.
 */
export function testCondition(
  op: AlertOperator,
  amount: number,
  beforeValue: number,
  beforeLow: number,
  beforeHigh: number,
  value: number,
  low: number,
  high: number,
): boolean {
  switch (op) {
    case 'crossing':
      return (
        rose(beforeValue, beforeLow, value, low) || rose(-beforeValue, -beforeLow, -value, -low)
      );
    case 'crossingUp':
      return rose(beforeValue, beforeLow, value, low);
    case 'crossingDown':
      return rose(-beforeValue, -beforeLow, -value, -low);
    case 'greaterThan':
      return value > low;
    case 'lessThan':
      return value < low;
    case 'enteringChannel':
      return isOutside(beforeValue, beforeLow, beforeHigh) && isInside(value, low, high);
    case 'exitingChannel':
      return isInside(beforeValue, beforeLow, beforeHigh) && isOutside(value, low, high);
    default:
      return testPresent(op, amount, value, low, high);
  }
}

function testPresent(
  op: AlertOperator,
  amount: number,
  value: number,
  low: number,
  high: number,
): boolean {
  if (op === 'insideChannel') return isInside(value, low, high);
  if (op === 'outsideChannel') return isOutside(value, low, high);
  return moved(op, value, low, high) >= amount - slack(op, value, amount);
}

/**
 * True where a condition is so far from coming true that its rule may fire again: `distance` beyond
 * its level, on the side from which it comes true. `crossing` has no such side, and is clear at that
 * distance on either. Inside of a channel that is narrower than twice the distance its middle is far
 * enough. A move is over once no more than half of it is left.
 */
export function clearsCondition(
  op: AlertOperator,
  amount: number,
  distance: number,
  value: number,
  low: number,
  high: number,
): boolean {
  switch (op) {
    case 'crossing':
      return Math.abs(value - low) >= distance;
    case 'crossingUp':
    case 'greaterThan':
      return value <= low - distance;
    case 'crossingDown':
    case 'lessThan':
      return value >= low + distance;
    case 'enteringChannel':
    case 'insideChannel':
      return (value <= low - distance || value >= high + distance) && !Number.isNaN(low + high);
    case 'exitingChannel':
    case 'outsideChannel': {
      const inner = Math.min(distance, (high - low) / 2);
      return value >= low + inner && value <= high - inner;
    }
    default:
      return moved(op, value, low, high) <= amount / 2;
  }
}

/**
 * How far a value has to be clear of its level, in the unit of what is watched: the larger of
 * `percent` of the level and `ticks` smallest price steps. What is in percent itself, or has bounds
 * of its own (0 to 100), takes the percentage of 100 or of its range, and no price steps.
 *
 * @param level - the level, or the lower end of the channel
 * @param tick - smallest step of the price
 */
export function rearmDistance(of: Measure, rearm: Rearm, level: number, tick: number): number {
  const share = rearm.percent / 100;
  switch (of.kind) {
    case 'price':
      return Math.max(Math.abs(level) * share, rearm.ticks * tick);
    case 'volume':
      return Math.abs(level) * share;
    case 'change':
      return 100 * share;
    case 'abnormalMove':
      return share;
    case 'indicator': {
      const range = findIndicator(of.indicator)?.range;
      return range ? (range.max - range.min) * share : Math.abs(level) * share;
    }
  }
}

/** What a move has to come to; 0 for an operator that is none. */
export function amountOf(condition: Condition): number {
  return isMoveTest(condition) ? condition.amount : 0;
}

function rose(before: number, levelBefore: number, value: number, level: number): boolean {
  return before <= levelBefore && value > level;
}

function isInside(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

/** Not simply what is not inside: of a channel with an unknown end nothing is known. */
function isOutside(value: number, low: number, high: number): boolean {
  return (value < low || value > high) && !Number.isNaN(low + high);
}

function moved(op: AlertOperator, value: number, low: number, high: number): number {
  if (op === 'movingUp') return value - low;
  if (op === 'movingDown') return high - value;
  const from = op === 'movingUpPercent' ? low : high;
  if (from === 0) return NaN;
  return ((op === 'movingUpPercent' ? value - from : from - value) / Math.abs(from)) * 100;
}

function slack(op: AlertOperator, value: number, amount: number): number {
  const isPercent = op === 'movingUpPercent' || op === 'movingDownPercent';
  // A change that has come back to 0 has no parts, but its amount has.
  return (isPercent ? 100 : Math.max(Math.abs(value), amount)) * MOVE_TOLERANCE;
}
