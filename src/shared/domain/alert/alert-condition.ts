import type { ChartInterval } from '../candle/interval';
import type { IndicatorParams } from '../indicators/indicator';
import type { InstrumentId } from '../instrument/instrument';

/**
 * Operators that compare with one level.
 *
 * - `crossingUp`: the value before was at or below its level, this one is above.
 * - `crossingDown`: the value before was at or above its level, this one is below.
 * - `crossing`: one of the two.
 * - `greaterThan`, `lessThan`: this value is above, below; the one before does not matter.
 *
 * A value that only touches its level has not crossed it.
 */
export const LEVEL_OPERATORS = [
  'crossing',
  'crossingUp',
  'crossingDown',
  'greaterThan',
  'lessThan',
] as const;
export type LevelOperator = (typeof LEVEL_OPERATORS)[number];

/**
 * Operators that compare with a channel; both of its ends belong to it.
 *
 * - `enteringChannel`: the value before was outside, this one is inside.
 * - `exitingChannel`: the value before was inside, this one is outside.
 * - `insideChannel`, `outsideChannel`: this value is; the one before does not matter.
 */
export const CHANNEL_OPERATORS = [
  'enteringChannel',
  'exitingChannel',
  'insideChannel',
  'outsideChannel',
] as const;
export type ChannelOperator = (typeof CHANNEL_OPERATORS)[number];

/**
 * Operators that compare with what the value was within the last N bars: the one under way and the
 * N - 1 before it that had a price.
 *
 * - `movingUp`, `movingDown`: it is at least `amount` above the lowest, below the highest of them.
 * - `movingUpPercent`, `movingDownPercent`: the same in percent of that lowest, highest value.
 */
export const MOVE_OPERATORS = [
  'movingUp',
  'movingDown',
  'movingUpPercent',
  'movingDownPercent',
] as const;
export type MoveOperator = (typeof MOVE_OPERATORS)[number];

/** All thirteen. */
export const ALERT_OPERATORS = [
  ...LEVEL_OPERATORS,
  ...CHANNEL_OPERATORS,
  ...MOVE_OPERATORS,
] as const;
export type AlertOperator = (typeof ALERT_OPERATORS)[number];

/**
 * What is watched. `instrument` null: that of the rule.
 *
 * - `price`: the last price, in the currency in which it is quoted.
 * - `change`: percent against the close of the session before (5 is 5 %).
 * - `volume`: units traded in the session so far.
 * - `indicator`: one output of an indicator over bars of an interval, the one under way included.
 * - `abnormalMove`: how many standard errors the move since an announcement is away from what a market
 *   model expected, signed. See `AbnormalMovePort`.
 */
export type Measure =
  | { readonly kind: 'price' | 'change' | 'volume'; readonly instrument: InstrumentId | null }
  | {
      readonly kind: 'indicator';
      readonly instrument: InstrumentId | null;
      /** See `INDICATORS`. */
      readonly indicator: string;
      /** Checked by `readParameters`. */
      readonly params: IndicatorParams;
      /** One of the indicator's outputs. */
      readonly output: string;
      readonly interval: ChartInterval;
    }
  | {
      readonly kind: 'abnormalMove';
      readonly instrument: InstrumentId | null;
      readonly announcementId: string;
    };
export type MeasureKind = Measure['kind'];

export const PRICE: Measure = { kind: 'price', instrument: null };

/** A fixed number in the unit of what is watched, or another measure (`price` against its own average). */
export type Level = number | Measure;

/** One of up to {@link MOST_CONDITIONS} that all have to hold at the same moment. */
export type Condition = { readonly of: Measure } & ConditionTest;

export type ConditionTest =
  | { readonly op: LevelOperator; readonly value: Level }
  | { readonly op: ChannelOperator; readonly low: Level; readonly high: Level }
  | {
      readonly op: MoveOperator;
      /** Above 0; in the unit of what is watched, or in percent. */
      readonly amount: number;
      /** 1 to {@link MOST_BARS}. */
      readonly bars: number;
      readonly interval: ChartInterval;
    };

export const MOST_CONDITIONS = 5;
export const MOST_BARS = 500;

/** Operators that look at the value before, so that a first sample can never fire them. */
const CROSSINGS: ReadonlySet<AlertOperator> = new Set<AlertOperator>([
  'crossing',
  'crossingUp',
  'crossingDown',
  'enteringChannel',
  'exitingChannel',
]);

/** True for an operator that looks at the value before. */
export function isCrossing(op: AlertOperator): boolean {
  return CROSSINGS.has(op);
}

export function isLevelTest(
  test: ConditionTest,
): test is Extract<ConditionTest, { op: LevelOperator }> {
  return LEVEL_OPERATORS.some((op) => op === test.op);
}

export function isChannelTest(
  test: ConditionTest,
): test is Extract<ConditionTest, { op: ChannelOperator }> {
  return CHANNEL_OPERATORS.some((op) => op === test.op);
}

export function isMoveTest(
  test: ConditionTest,
): test is Extract<ConditionTest, { op: MoveOperator }> {
  return MOVE_OPERATORS.some((op) => op === test.op);
}
