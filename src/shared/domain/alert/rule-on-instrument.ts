import type { InstrumentId } from '../instrument/instrument';
import type { MarketRule } from './engine/rule-binding';
import { scaleOwnLevels } from './scale-watch';
import { joinSplits, splitFactor } from './share-split';

/**
 * A rule as it stands on one instrument: of a rule on a list, whose levels were written for all of it,
 * with those levels in the shares of after the splits of this instrument, and without the splits of
 * the others.
 */
export function ruleOn(rule: MarketRule, instrument: InstrumentId): MarketRule {
  if (rule.watch.target.kind === 'instrument') return rule;
  const splits = rule.splits.filter((split) => (split.instrument ?? instrument) === instrument);
  const its = splits.filter((split) => split.instrument === instrument);
  const watch = scaleOwnLevels(rule.watch, splitFactor(joinSplits(its)));
  return { ...rule, watch, splits };
}
