import type { InstrumentId } from '../instrument/instrument';
import type { AlertRule, RuleSplit } from './alert-rule';
import { scaleOwnLevels, scaleWatch } from './scale-watch';
import { type ShareSplit, splitFactor } from './share-split';

/**
 * What a split of an instrument changes of a rule: levels in its shares are written anew. A rule on a
 * list keeps the levels that are for all of it, and notes the split for that instrument.
 *
 * @param isSet - the rule is set on the instrument, by itself or by its list
 * @param seenAt - UTC milliseconds
 * @returns null where the rule has nothing in shares of the instrument
 */
export function splitRule(
  { watch, splits }: Pick<AlertRule, 'watch' | 'splits'>,
  { instrument, isSet }: { readonly instrument: InstrumentId; readonly isSet: boolean },
  split: ShareSplit,
  seenAt: number,
): Pick<AlertRule, 'watch' | 'splits'> | null {
  if (watch.kind !== 'market') return null;
  const factor = splitFactor(split);
  const scaled = scaleWatch(watch, instrument, factor);
  const isOwn = watch.target.kind === 'list' && isSet && scaleOwnLevels(watch, factor) !== watch;
  const { numerator, denominator } = split;
  const noted: RuleSplit = { numerator, denominator, seenAt };
  const more = [...(scaled === watch ? [] : [noted]), ...(isOwn ? [{ ...noted, instrument }] : [])];
  return more.length === 0 ? null : { watch: scaled, splits: [...splits, ...more] };
}
