import { isChannelTest } from '../alert-condition';
import type { Rearm } from '../alert-rule';
import { rearmDistance } from '../test-condition';
import type { BoundCondition } from './bound-condition';

/** A side of a level: below it, above it. */
export type Side = -1 | 1;

/**
 * Where something changes for a condition: what is watched comes to `share × level + offset`. A level
 * that is a number is part of the offset, with a share of 0.
 */
export interface ConditionMark {
  readonly share: number;
  readonly offset: number;
}

/** Between two neighbouring marks a condition stays as it is. */
export interface ConditionMarks {
  /** Those at which it comes or ceases to hold. */
  readonly holds: readonly ConditionMark[];
  /** Ways to be clear of holding: on that side of all of the marks at once. */
  readonly clears: readonly { readonly side: Side; readonly marks: readonly ConditionMark[] }[];
}

/** @param tick - smallest step of the price */
export function marksOf(bound: BoundCondition, rearm: Rearm, tick: number): ConditionMarks {
  const { condition, low, high, op } = bound;
  if (typeof low !== 'number') return marksOfMeasure(bound, rearm, tick);
  const distance = rearmDistance(condition.of, rearm, low, tick);
  const clear = (side: Side, offset: number) => ({ side, marks: [{ share: 0, offset }] });
  if (!isChannelTest(condition)) {
    const clears = clearSides(bound).map((side) => clear(side, low + side * distance));
    return { holds: [{ share: 0, offset: low }], clears };
  }
  const end = high as number;
  // As `clearsCondition` computes them: another way to the middle may end in another last digit.
  const inner = Math.min(distance, (end - low) / 2);
  const isClearInside = op === 'exitingChannel' || op === 'outsideChannel';
  return {
    holds: [low, end].map((offset) => ({ share: 0, offset })),
    clears: isClearInside
      ? [clear(1, low + inner), clear(-1, end - inner)]
      : [clear(-1, low - distance), clear(1, end + distance)],
  };
}

/** The distance is a number or a share of the level, whatever its sign: whichever is larger. */
function marksOfMeasure(bound: BoundCondition, rearm: Rearm, tick: number): ConditionMarks {
  const { of } = bound.condition;
  const fixed = rearmDistance(of, rearm, 0, tick);
  const share = rearmDistance(of, rearm, 1, 0) - rearmDistance(of, rearm, 0, 0);
  const clears = clearSides(bound).map((side) => ({
    side,
    marks: [
      { share: 1, offset: side * fixed },
      { share: 1 + share, offset: 0 },
      { share: 1 - share, offset: 0 },
    ],
  }));
  return { holds: [{ share: 1, offset: 0 }], clears };
}

function clearSides({ op }: BoundCondition): readonly Side[] {
  if (op === 'crossing') return [-1, 1];
  return op === 'crossingDown' || op === 'lessThan' ? [1] : [-1];
}
