import type { InstrumentId } from '../instrument/instrument';
import type { MarketWatch, RuleSplit } from './alert-rule';
import type { MarketRule } from './engine/rule-binding';
import { scaleOwnLevels } from './scale-watch';
import { joinSplits, splitFactor } from './share-split';

/**
 * What a rule asks of one instrument: of a rule on a list, whose levels were written for all of it, with
 * those levels in the shares of after the splits of this instrument.
 *
 * @returns the rule's own `watch` where no split of the instrument changes anything
 */
export function watchOn(
  { watch, splits }: { readonly watch: MarketWatch; readonly splits: readonly RuleSplit[] },
  instrument: InstrumentId,
): MarketWatch {
  if (watch.target.kind === 'instrument') return watch;
  const its = splits.filter((split) => split.instrument === instrument);
  return scaleOwnLevels(watch, splitFactor(joinSplits(its)));
}

/** A rule as it stands on one instrument, see {@link watchOn}; without the splits of others of its list. */
export function ruleOn(rule: MarketRule, instrument: InstrumentId): MarketRule {
  if (rule.watch.target.kind === 'instrument') return rule;
  const splits = rule.splits.filter((split) => (split.instrument ?? instrument) === instrument);
  return { ...rule, watch: watchOn(rule, instrument), splits };
}
