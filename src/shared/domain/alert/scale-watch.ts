import { findIndicator } from '../indicators/indicator-catalogue';
import { OBV } from '../indicators/obv';
import type { InstrumentId } from '../instrument/instrument';
import {
  type Condition,
  isChannelTest,
  isLevelTest,
  isMoveTest,
  type Level,
  type Measure,
} from './alert-condition';
import type { MarketWatch } from './alert-rule';

/**
 * The same rule in the shares of after a split: levels and amounts in prices are multiplied by `factor`
 * (0.1 for ten new shares for one), levels of volume divided. Of a rule on a list only conditions that
 * name the instrument: the others are for the rest of the list too, see {@link scaleOwnLevels}.
 *
 * @returns `watch` itself where nothing of it is in shares of the instrument
 */
export function scaleWatch(
  watch: MarketWatch,
  instrument: InstrumentId,
  factor: number,
): MarketWatch {
  const own = watch.target.kind === 'instrument' ? watch.target.instrument : null;
  return scaled(watch, factor, (of) => (of.instrument ?? own) === instrument);
}

/** As {@link scaleWatch}, of the conditions that name no instrument: those on whatever the rule is set on. */
export function scaleOwnLevels(watch: MarketWatch, factor: number): MarketWatch {
  return scaled(watch, factor, (of) => of.instrument === null);
}

function scaled(
  watch: MarketWatch,
  factor: number,
  isIts: (measure: Measure) => boolean,
): MarketWatch {
  const conditions = watch.conditions.map((condition) =>
    isIts(condition.of) ? scaleCondition(condition, scaleOf(condition.of, factor)) : condition,
  );
  const isSame = conditions.every((condition, index) => condition === watch.conditions[index]);
  return isSame ? watch : { ...watch, conditions };
}

function scaleOf(of: Measure, factor: number): number {
  switch (of.kind) {
    case 'price':
      return factor;
    case 'volume':
      return 1 / factor;
    case 'change':
    case 'abnormalMove':
      return 1;
    case 'indicator':
      // What has bounds of its own is in no unit; the balance of volume is in units, all others in prices.
      if (findIndicator(of.indicator)?.range) return 1;
      return of.indicator === OBV.id ? 1 / factor : factor;
  }
}

/** @returns `condition` itself where none of its numbers changes */
function scaleCondition(condition: Condition, factor: number): Condition {
  if (factor === 1) return condition;
  const scaled = (level: Level): Level =>
    typeof level === 'number' ? rounded(level * factor) : level;
  if (isLevelTest(condition)) {
    const { value } = condition;
    return typeof value === 'number' ? { ...condition, value: scaled(value) } : condition;
  }
  if (isChannelTest(condition)) {
    const { low, high } = condition;
    const isFixed = typeof low === 'number' || typeof high === 'number';
    return isFixed ? { ...condition, low: scaled(low), high: scaled(high) } : condition;
  }
  const isPercent = condition.op === 'movingUpPercent' || condition.op === 'movingDownPercent';
  if (!isMoveTest(condition) || isPercent) return condition;
  return { ...condition, amount: rounded(condition.amount * factor) };
}

/** 1200 * 0.1 is to be 120 and not a binary fraction beside it. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
