import type { Condition } from './alert-condition';
import type { Rearm } from './alert-rule';
import { amountOf, clearsCondition, rearmDistance, testCondition } from './test-condition';

/** What one condition sees; NaN stands for what is not known. `low` and `high` as in `testCondition`. */
export interface Reading {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What a rule sees at one moment: a reading for each condition, in their order. */
export type RuleSample = readonly Reading[];

export interface RuleOutcome {
  /** All conditions hold. */
  readonly holds: boolean;
  /** At least one condition is clear of coming true: a rule that has fired is armed again. */
  readonly clears: boolean;
}

const UNKNOWN: Reading = { value: NaN, low: NaN, high: NaN };

/**
 * Whether the conditions of a rule hold between two samples. Pure: when it fires is another question,
 * see `advanceRule`.
 *
 * @param previous - null for the first sample: operators that cross, enter or exit cannot hold then
 * @param tick - smallest step of the price, for the distance at which it is clear
 */
export function evaluateRule(
  rule: { readonly conditions: readonly Condition[]; readonly rearm: Rearm },
  previous: RuleSample | null,
  next: RuleSample,
  tick: number,
): RuleOutcome {
  let holds = true;
  let clears = false;
  for (const [index, condition] of rule.conditions.entries()) {
    const before = previous?.[index] ?? UNKNOWN;
    const { value, low, high } = next[index] ?? UNKNOWN;
    const amount = amountOf(condition);
    const { op } = condition;
    holds &&= testCondition(op, amount, before.value, before.low, before.high, value, low, high);
    const distance = rearmDistance(condition.of, rule.rearm, low, tick);
    clears ||= clearsCondition(op, amount, distance, value, low, high);
  }
  return { holds, clears };
}
