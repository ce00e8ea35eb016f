import { isChannelTest } from '../alert-condition';
import type { Rearm } from '../alert-rule';
import { rearmDistance } from '../test-condition';
import type { BoundCondition } from './bound-condition';
import type { ValueSource } from './value-source';

/** Where something changes for a condition: what is watched comes to `share × level + offset`. */
export interface ConditionMark {
  /** Null where the number `offset` alone counts. */
  readonly level: ValueSource | null;
  readonly share: number;
  readonly offset: number;
}

/** Between two neighbouring marks a condition stays as it is. */
export interface ConditionMarks {
  /** Whether it holds. */
  readonly holds: readonly ConditionMark[];
  /** Whether it is clear of holding. */
  readonly clears: readonly ConditionMark[];
}

/** A side of a level on which a condition is clear: below it, above it. */
type Side = -1 | 1;

/** @param tick - smallest step of the price */
export function marksOf(bound: BoundCondition, rearm: Rearm, tick: number): ConditionMarks {
  const { condition, low, high } = bound;
  if (typeof low !== 'number') return marksOfMeasure(bound, low, rearm, tick);
  const distance = rearmDistance(condition.of, rearm, low, tick);
  if (!isChannelTest(condition)) {
    return { holds: [at(low)], clears: sidesOf(bound).map((side) => at(low + side * distance)) };
  }
  const end = high as number;
  // As `clearsCondition` computes them: another way to the middle may end in another last digit.
  const inner = Math.min(distance, (end - low) / 2);
  const isClearInside = bound.op === 'exitingChannel' || bound.op === 'outsideChannel';
  return {
    holds: [at(low), at(end)],
    clears: isClearInside
      ? [at(low + inner), at(end - inner)]
      : [at(low - distance), at(end + distance)],
  };
}

/** The distance grows with the level, whatever its sign, or is a number: whichever is larger. */
function marksOfMeasure(
  bound: BoundCondition,
  level: ValueSource,
  rearm: Rearm,
  tick: number,
): ConditionMarks {
  const { of } = bound.condition;
  const fixed = rearmDistance(of, rearm, 0, tick);
  const share = rearmDistance(of, rearm, 1, 0) - rearmDistance(of, rearm, 0, 0);
  const clears = sidesOf(bound).flatMap((side) => [
    { level, share: 1, offset: side * fixed },
    { level, share: 1 + share, offset: 0 },
    { level, share: 1 - share, offset: 0 },
  ]);
  return { holds: [{ level, share: 1, offset: 0 }], clears };
}

function sidesOf({ op }: BoundCondition): readonly Side[] {
  if (op === 'crossing') return [-1, 1];
  return op === 'crossingDown' || op === 'lessThan' ? [1] : [-1];
}

function at(offset: number): ConditionMark {
  return { level: null, share: 0, offset };
}
