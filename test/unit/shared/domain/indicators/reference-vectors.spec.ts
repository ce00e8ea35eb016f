import { describe, expect, it } from 'vitest';
import { findIndicator } from '../../../../../src/shared/domain/indicators/indicator-catalogue';
import { computeIndicator } from '../../../../../src/shared/domain/indicators/indicator-run';
import { inputOf, referenceBars, referenceVectors } from './reference-bars';

const RELATIVE_TOLERANCE = 1e-9;

describe('equal to TA-Lib', () => {
  const bars = referenceBars();
  const vectors = referenceVectors();

  it('is asked of every indicator that TA-Lib has', () => {
    const asked = new Set(vectors.map(({ indicator }) => indicator));
    expect([...asked].sort()).toEqual(
      ['atr', 'bollinger', 'ema', 'macd', 'obv', 'rsi', 'sma', 'stochastic', 'wma'].sort(),
    );
  });

  it.each(
    vectors.map((vector) => [vector.indicator, JSON.stringify(vector.params), vector] as const),
  )('%s %s', (id, _params, { params, lookback, outputs }) => {
    const indicator = findIndicator(id);
    if (!indicator) throw new Error(`no indicator ${id}`);
    const columns = computeIndicator(indicator, params, inputOf(bars));
    for (const [place, output] of indicator.outputs.entries()) {
      const column = columns[place] as Float64Array;
      const expected = outputs[output.id] as readonly number[];
      expect(column.length).toBe(bars.length);
      expect(expected.length).toBe(bars.length - lookback);
      const errors = expected.map(
        (value, index) =>
          Math.abs((column[lookback + index] as number) - value) / Math.max(1, Math.abs(value)),
      );
      expect(errors.filter((error) => !(error < RELATIVE_TOLERANCE))).toEqual([]);
    }
  });

  it.each(
    vectors.map((vector) => [vector.indicator, JSON.stringify(vector.params), vector] as const),
  )('%s %s has nothing before it is warm', (id, _params, { params, lookback }) => {
    const indicator = findIndicator(id);
    if (!indicator) throw new Error(`no indicator ${id}`);
    const columns = computeIndicator(indicator, params, inputOf(bars));
    // The line of the MACD and %K are there before TA-Lib, which waits for the last output, tells them.
    const last = columns.at(-1) as Float64Array;
    expect([...last.subarray(0, lookback)].every(Number.isNaN)).toBe(true);
  });
});
