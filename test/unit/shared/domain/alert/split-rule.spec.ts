import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Measure } from '../../../../../src/shared/domain/alert/alert-condition';
import type { MarketRule } from '../../../../../src/shared/domain/alert/engine/rule-binding';
import { ruleOn } from '../../../../../src/shared/domain/alert/rule-on-instrument';
import { splitRule } from '../../../../../src/shared/domain/alert/split-rule';
import { crossesUp, NVDA, priceRule } from '../../../../helpers/made-up-rule';

const TEN = { numerator: 10, denominator: 1 };
const SEEN = { ...TEN, seenAt: 5 };
const AMD = 'XNAS:AMD';
const LIST = { kind: 'list', listId: 1 } as const;

const of = (kind: 'price' | 'change' | 'volume', instrument: Measure['instrument'] = null) =>
  ({ kind, instrument }) as const;
const indicator = (id: string, output: string): Measure => ({
  ...{ kind: 'indicator', instrument: null, indicator: id, params: {}, output, interval: 'D' },
});
const split = (rule: MarketRule, instrument = NVDA, isSet = true) =>
  splitRule(rule, { instrument, isSet }, TEN, 5);
const withAll = (...conditions: readonly Condition[]) => priceRule({ conditions });

describe('a split of ten to one', () => {
  it.each<[string, Condition, Condition]>([
    ['a price', crossesUp(1500), crossesUp(150)],
    [
      'both ends of a channel',
      { of: of('price'), op: 'insideChannel', low: 1000, high: 1200 },
      { of: of('price'), op: 'insideChannel', low: 100, high: 120 },
    ],
    [
      'a move in prices',
      { of: of('price'), op: 'movingUp', amount: 50, bars: 3, interval: 'D' },
      { of: of('price'), op: 'movingUp', amount: 5, bars: 3, interval: 'D' },
    ],
    [
      'a volume, the other way',
      { of: of('volume'), op: 'greaterThan', value: 2000 },
      { of: of('volume'), op: 'greaterThan', value: 20_000 },
    ],
    [
      'an average',
      { of: indicator('sma', 'average'), op: 'crossing', value: 1200 },
      { of: indicator('sma', 'average'), op: 'crossing', value: 120 },
    ],
    [
      'a true range, which is in prices too',
      { of: indicator('atr', 'atr'), op: 'greaterThan', value: 30 },
      { of: indicator('atr', 'atr'), op: 'greaterThan', value: 3 },
    ],
    [
      'a balance of volume, the other way',
      { of: indicator('obv', 'obv'), op: 'greaterThan', value: 1e6 },
      { of: indicator('obv', 'obv'), op: 'greaterThan', value: 1e7 },
    ],
  ])('writes %s anew', (_, before, after) => {
    expect(split(withAll(before))).toMatchObject({
      watch: { conditions: [after] },
      splits: [SEEN],
    });
  });

  it.each<[string, Condition]>([
    ['a change', { of: of('change'), op: 'lessThan', value: -5 }],
    [
      'a move in percent',
      { of: of('price'), op: 'movingDownPercent', amount: 10, bars: 5, interval: 'D' },
    ],
    ['what has bounds', { of: indicator('rsi', 'rsi'), op: 'lessThan', value: 30 }],
    [
      'a price against its average',
      { of: of('price'), op: 'crossing', value: indicator('sma', 'average') },
    ],
    ['the price of another one', { of: of('price', AMD), op: 'lessThan', value: 100 }],
  ])('leaves %s', (_, condition) => {
    expect(split(withAll(condition))).toBeNull();
    expect(split(priceRule({ target: LIST, conditions: [condition] }))).toBeNull();
  });

  it('of what another rule names writes that condition anew, on a list too', () => {
    const named: Condition = { of: of('price', AMD), op: 'lessThan', value: 100 };
    const scaled = { watch: { conditions: [crossesUp(150), { ...named, value: 10 }] } };
    for (const target of [{ kind: 'instrument', instrument: NVDA } as const, LIST]) {
      const rule = priceRule({ target, conditions: [crossesUp(150), named] });
      expect(split(rule, AMD, false)).toMatchObject({ ...scaled, splits: [SEEN] });
    }
  });

  it('of one of a list is noted for that one, and the levels of the list stay', () => {
    const rule = priceRule({ target: LIST, conditions: [crossesUp(1500)] });
    const patch = split(rule);
    expect(patch).toEqual({ watch: rule.watch, splits: [{ ...SEEN, instrument: NVDA }] });
    const after: MarketRule = { ...rule, splits: patch?.splits ?? [] };
    expect(ruleOn(after, NVDA).watch).toEqual({ ...rule.watch, conditions: [crossesUp(150)] });
    expect(ruleOn(after, AMD)).toEqual(rule);
    const again = split(after);
    const twice: MarketRule = { ...rule, splits: again?.splits ?? [] };
    expect(ruleOn(twice, NVDA).watch.conditions).toEqual([crossesUp(15)]);
  });

  it('of what is not on the list changes nothing', () => {
    const rule = priceRule({ target: LIST, conditions: [crossesUp(1500)] });
    expect(split(rule, NVDA, false)).toBeNull();
  });

  it('and its reverse leave every level where it was', () => {
    const level = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    const times = fc.integer({ min: 2, max: 50 });
    fc.assert(
      fc.property(level, times, (value, numerator) => {
        const rule = priceRule({ target: LIST, conditions: [crossesUp(value)] });
        const splits = [
          { numerator, denominator: 1, seenAt: 1, instrument: NVDA },
          { numerator: 1, denominator: numerator, seenAt: 2, instrument: NVDA },
        ];
        const [condition] = ruleOn({ ...rule, splits }, NVDA).watch.conditions;
        const back = condition && 'value' in condition ? (condition.value as number) : NaN;
        expect(Math.abs(back / value - 1)).toBeLessThan(1e-11);
      }),
    );
  });
});
