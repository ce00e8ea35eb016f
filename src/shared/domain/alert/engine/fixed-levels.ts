import type { ConditionMarks } from './condition-marks';
import type { RuleBinding } from './rule-binding';

/** What binary fractions may be off by when a price is computed from a change in percent. */
const ROUNDING = 1e-12;

/**
 * Prices at which the outcome of a rule can change that is looked at by its levels.
 *
 * @param previousClose - NaN where none is known
 */
export function priceLevels(binding: RuleBinding, previousClose: number): readonly number[] {
  return binding.conditions.flatMap(({ of, marks }) => {
    if (of.kind === 'price') return offsetsOf(binding, marks);
    return of.kind === 'change' ? pricesOf(offsetsOf(binding, marks), previousClose) : [];
  });
}

/** As {@link priceLevels}: volumes. */
export function volumeLevels(binding: RuleBinding): readonly number[] {
  return binding.conditions.flatMap(({ of, marks }) =>
    of.kind === 'volume' ? offsetsOf(binding, marks) : [],
  );
}

/** What fires once is never armed again: the levels at which it holds are all. */
function offsetsOf({ rule }: RuleBinding, { holds, clears }: ConditionMarks): readonly number[] {
  const ways = rule.watch.trigger === 'once' ? [] : clears;
  return [...holds, ...ways.flatMap((way) => way.marks)].map(({ offset }) => offset);
}

/** Change in percent of prices around which rounding may decide either way. */
function pricesOf(percents: readonly number[], previousClose: number): readonly number[] {
  if (!(previousClose > 0)) return [];
  return percents.flatMap((percent) => {
    const price = previousClose * (1 + percent / 100);
    return [price * (1 - ROUNDING), price, price * (1 + ROUNDING)];
  });
}
