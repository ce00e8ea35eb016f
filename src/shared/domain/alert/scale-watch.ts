import { findIndicator } from '../indicators/indicator-catalogue';
import type { InstrumentId } from '../instrument/instrument';
import {
  type Condition,
  isChannelTest,
  isLevelTest,
  isMoveTest,
  type Level,
} from './alert-condition';
import type { MarketWatch } from './alert-rule';

/**
 * The same rule in the shares of after a split: levels and amounts in prices are multiplied by `factor`
 * (0.1 for ten new shares for one), levels of volume divided. A rule on a list stays as it is, because
 * its levels are for other instruments too.
 *
 * @returns `watch` itself where nothing of it is in shares of the instrument
 */
export function scaleWatch(
  watch: MarketWatch,
  instrument: InstrumentId,
  factor: number,
): MarketWatch {
  if (watch.target.kind === 'list') return watch;
  const own = watch.target.instrument;
  let isScaled = false;
  const conditions = watch.conditions.map((condition) => {
    const scale = scaleOf(condition, own, instrument, factor);
    if (scale === 1) return condition;
    isScaled = true;
    return scaleCondition(condition, scale);
  });
  return isScaled ? { ...watch, conditions } : watch;
}

function scaleOf(
  { of }: Condition,
  own: InstrumentId,
  instrument: InstrumentId,
  factor: number,
): number {
  if ((of.instrument ?? own) !== instrument) return 1;
  if (of.kind === 'price') return factor;
  if (of.kind === 'volume') return 1 / factor;
  if (of.kind !== 'indicator') return 1;
  return findIndicator(of.indicator)?.placement === 'price' ? factor : 1;
}

function scaleCondition(condition: Condition, factor: number): Condition {
  const scaled = (level: Level): Level =>
    typeof level === 'number' ? rounded(level * factor) : level;
  if (isLevelTest(condition)) return { ...condition, value: scaled(condition.value) };
  if (isChannelTest(condition)) {
    return { ...condition, low: scaled(condition.low), high: scaled(condition.high) };
  }
  const isPercent = condition.op === 'movingUpPercent' || condition.op === 'movingDownPercent';
  if (!isMoveTest(condition) || isPercent) return condition;
  return { ...condition, amount: rounded(condition.amount * factor) };
}

/** 1200 * 0.1 is to be 120 and not a binary fraction beside it. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
