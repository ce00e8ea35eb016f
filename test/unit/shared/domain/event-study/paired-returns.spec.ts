import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DatedColumn,
  pairReturns,
} from '../../../../../src/shared/domain/event-study/paired-returns';
import { weekdays } from '../../../../helpers/study-returns';

const column = (values: readonly number[], from = 0): DatedColumn => ({
  keys: weekdays(values.length, from),
  values: Float64Array.from(values),
});

describe('pairReturns', () => {
  it('makes simple and logarithmic returns of prices', () => {
    const pair = pairReturns(column([100, 110, 99]), column([50, 50, 60]), 'prices');
    expect([...pair.keys]).toEqual([...weekdays(2, 1)]);
    expect(pair.security[0]).toBeCloseTo(0.1, 14);
    expect(pair.security[1]).toBeCloseTo(-0.1, 14);
    expect(pair.market[1]).toBeCloseTo(0.2, 14);
    const logs = pairReturns(column([100, 110, 99]), column([50, 50, 60]), 'prices', 'log');
    expect(logs.security[0]).toBeCloseTo(Math.log(1.1), 14);
    expect(logs.market[0]).toBe(0);
  });

  it('goes back for both to the last session that both had, where one has no price', () => {
    const pair = pairReturns(column([100, NaN, 120]), column([50, 55, 60]), 'prices');
    expect([...pair.keys]).toEqual([...weekdays(1, 2)]);
    expect(pair.security[0]).toBeCloseTo(0.2, 14);
    expect(pair.market[0]).toBeCloseTo(0.2, 14);
  });

  it('takes no price that is not above 0', () => {
    const pair = pairReturns(column([100, 0, -5, 110]), null, 'prices');
    expect(pair.security).toHaveLength(1);
    expect(pair.security[0]).toBeCloseTo(0.1, 14);
  });

  it('keeps the returns on the days that both have, whatever else each of them has', () => {
    const pair = pairReturns(
      column([0.01, 0.02, NaN, 0, 0.05]),
      column([0.2, 0.3, 0.4, NaN, 0.6], 1),
      'simple-returns',
    );
    expect([...pair.keys]).toEqual([...weekdays(1, 1), ...weekdays(1, 3)]);
    expect([...pair.security]).toEqual([0.02, 0]);
    expect([...pair.market]).toEqual([0.2, 0.4]);
    expect(pairReturns(column([0.01, 0]), null, 'log-returns').security).toHaveLength(2);
  });

  it('has no market where there is none', () => {
    const pair = pairReturns(column([100, 110, 120]), null, 'prices', 'log');
    expect([...pair.market]).toEqual([NaN, NaN]);
    expect(pair.security[0]).toBeCloseTo(Math.log(1.1), 14);
  });

  it('has nothing for two series without a day in common', () => {
    expect(pairReturns(column([1, 2]), column([1, 2], 2), 'prices').keys).toHaveLength(0);
    expect(pairReturns(column([]), column([1, 2]), 'prices').keys).toHaveLength(0);
  });

  it('pairs what a look-up by date pairs', () => {
    const cells = fc.array(
      fc.option(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { nil: NaN }),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(cells, cells, fc.nat(10), (security, market, shift) => {
        const [one, other] = [column(security), column(market, shift)];
        const byKey = new Map(Array.from(other.keys, (key, at) => [key, other.values[at]]));
        const expected = Array.from(one.keys, (key, at) => [
          key,
          one.values[at],
          byKey.get(key),
        ]).filter(([, own, beside]) => Number.isFinite(own) && Number.isFinite(beside));
        const pair = pairReturns(one, other, 'simple-returns');
        expect(
          Array.from(pair.keys, (key, at) => [key, pair.security[at], pair.market[at]]),
        ).toEqual(expected);
      }),
    );
  });
});
