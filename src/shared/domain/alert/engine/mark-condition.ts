import { isChannelTest } from '../alert-condition';
import type { Rearm } from '../alert-rule';
import { rearmDistance } from '../test-condition';
import type { BoundCondition } from './bound-condition';
import { type ConditionMarks, NO_MARKS, type Side } from './condition-marks';

/** @param tick - smallest step of the price */
export function marksOf(
  bound: Omit<BoundCondition, 'marks'>,
  rearm: Rearm,
  tick: number,
): ConditionMarks {
  const { condition, low, high, op, window } = bound;
  if (window !== null || typeof high !== 'number') return NO_MARKS;
  if (typeof low !== 'number') return marksOfMeasure(bound, rearm, tick);
  const distance = rearmDistance(condition.of, rearm, low, tick);
  const clear = (side: Side, offset: number) => ({ side, marks: [{ share: 0, offset }] });
  if (!isChannelTest(condition)) {
    const clears = clearSides(bound).map((side) => clear(side, low + side * distance));
    return { holds: [{ share: 0, offset: low }], clears };
  }
  // As `clearsCondition` computes them: another way to the middle may end in another last digit.
  const inner = Math.min(distance, (high - low) / 2);
  const isClearInside = op === 'exitingChannel' || op === 'outsideChannel';
  return {
    holds: [low, high].map((offset) => ({ share: 0, offset })),
    clears: isClearInside
      ? [clear(1, low + inner), clear(-1, high - inner)]
      : [clear(-1, low - distance), clear(1, high + distance)],
  };
}

/** The distance is a number or a share of the level, whatever its sign: whichever is larger. */
function marksOfMeasure(
  bound: Pick<BoundCondition, 'condition' | 'op'>,
  rearm: Rearm,
  tick: number,
): ConditionMarks {
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

function clearSides({ op }: Pick<BoundCondition, 'op'>): readonly Side[] {
  if (op === 'crossing') return [-1, 1];
  return op === 'crossingDown' || op === 'lessThan' ? [1] : [-1];
}
