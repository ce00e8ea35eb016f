import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../../../src/shared/domain/indicators/indicator';
import { INDICATORS } from '../../../../../src/shared/domain/indicators/indicator-catalogue';
import { computeIndicator } from '../../../../../src/shared/domain/indicators/indicator-run';
import { barsFrom, inputOf } from './reference-bars';

const PARAMS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  bollinger: { period: 4, deviations: 1.5 },
  'anchored-vwap': { anchor: 0 },
  macd: { fast: 3, slow: 6, signal: 4 },
  stochastic: { k: 4, smooth: 3, d: 2 },
};

interface Bar {
  readonly close: number;
  readonly below: number;
  readonly above: number;
  readonly volume: number;
}

const bar: fc.Arbitrary<Bar> = fc.record({
  close: fc.double({ min: 1, max: 1000, noNaN: true }),
  below: fc.double({ min: 0, max: 0.5, noNaN: true }),
  above: fc.double({ min: 0, max: 20, noNaN: true }),
  volume: fc.integer({ min: 0, max: 10_000 }),
});

/** The newest value where the last bar closes elsewhere. */
function newest(indicator: Indicator, output: number, bars: readonly Bar[], close: number): number {
  const closes = bars.map((each, index) => (index === bars.length - 1 ? close : each.close));
  const columns = barsFrom({
    close: closes,
    low: bars.map((each) => each.close * (1 - each.below)),
    high: bars.map((each) => each.close + each.above),
    volume: bars.map(({ volume }) => volume),
  });
  const params = PARAMS[indicator.id] ?? { period: 3 };
  return computeIndicator(indicator, params, inputOf(columns, [0]))[output]?.at(-1) ?? NaN;
}

/** How far the value at 200 is from the line through those at 0 and at 100; NaN where there is none yet. */
function bend(indicator: Indicator, output: number, bars: readonly Bar[]): number {
  const [zero, one, two] = [0, 100, 200].map((close) => newest(indicator, output, bars, close)) as [
    number,
    number,
    number,
  ];
  return two - one - (one - zero);
}

const outputs = INDICATORS.flatMap((indicator) =>
  indicator.outputs.map(
    ({ id, isLinear = false }, index) => [indicator.id, id, isLinear, indicator, index] as const,
  ),
);

describe('a linear output', () => {
  it.each(outputs.filter(([, , isLinear]) => isLinear))(
    '%s %s rises by as much with each step of the last close',
    (_indicator, _output, _isLinear, indicator, index) => {
      fc.assert(
        fc.property(fc.array(bar, { minLength: 1, maxLength: 20 }), (bars) => {
          const bent = bend(indicator, index, bars);
          expect(Number.isNaN(bent) || Math.abs(bent) < 1e-9).toBe(true);
        }),
      );
    },
  );

  it.each(outputs.filter(([, , isLinear]) => isLinear))(
    '%s %s depends on nothing else of the last bar',
    (_indicator, _output, _isLinear, indicator, index) => {
      fc.assert(
        fc.property(fc.array(bar, { minLength: 1, maxLength: 20 }), bar, (bars, other) => {
          const changed = [...bars.slice(0, -1), { ...other, close: 50 }];
          expect(newest(indicator, index, changed, 50)).toBe(newest(indicator, index, bars, 50));
        }),
      );
    },
  );

  it('is said of those that are, and of no other', () => {
    const linear = outputs.filter(([, , isLinear]) => isLinear);
    expect(linear.map(([id, output]) => `${id} ${output}`)).toEqual([
      ...['sma average', 'ema average', 'wma average', 'bollinger middle'],
      ...['macd macd', 'macd signal', 'macd histogram'],
    ]);
  });
});
