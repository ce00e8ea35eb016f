import {
  type AlertOperator,
  type Condition,
  isChannelTest,
  isLevelTest,
  type Measure,
} from '../alert-condition';
import type { ConditionMarks } from './condition-marks';
import type { MoveWindow } from './move-window';
import type { SlotTable } from './slot-table';
import { isStraight, type ValueSource, valueOf } from './value-source';

/** A condition, and where its numbers come from. */
export interface BoundCondition {
  readonly condition: Condition;
  readonly op: AlertOperator;
  readonly amount: number;
  readonly of: ValueSource;
  /** NaN where it has none. */
  readonly low: number | ValueSource;
  readonly high: number | ValueSource;
  readonly window: MoveWindow | null;
  /** None where nothing can be foreseen. */
  readonly marks: ConditionMarks;
}

/** Levels of a condition: numbers, measures of their own, or NaN where it has none. */
export function levelsOf(condition: Condition): readonly [number | Measure, number | Measure] {
  if (isLevelTest(condition)) return [condition.value, NaN];
  return isChannelTest(condition) ? [condition.low, condition.high] : [NaN, NaN];
}

export function levelValue(level: number | ValueSource, table: SlotTable): number {
  return typeof level === 'number' ? level : valueOf(level, table);
}

/** True where the levels are numbers, and what is compared with them the price or the volume of a slot. */
export function isFixed({ of, low, high, window }: BoundCondition, slot: number): boolean {
  if (window || typeof low !== 'number' || typeof high !== 'number') return false;
  return of.slot === slot && of.indicator === null && of.cell === null;
}

/**
 * True where the prices and volumes of one slot at which anything changes can be computed: levels are
 * numbers, or both sides are straight lines over the price while a bar lasts.
 */
export function isForeseeable(bound: BoundCondition, slot: number): boolean {
  if (isFixed(bound, slot)) return true;
  const { condition, of, low, high, window } = bound;
  if (window || typeof high !== 'number' || of.slot !== slot || !isStraight(of)) return false;
  if (typeof low === 'number') return true;
  return isLevelTest(condition) && low.slot === slot && isStraight(low);
}
