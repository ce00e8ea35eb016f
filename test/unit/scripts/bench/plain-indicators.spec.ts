import { describe, expect, it } from 'vitest';
import { PLAIN_LOOPS } from '../../../../scripts/bench/plain-indicators.mjs';
import {
  INDICATORS,
  readParameters,
} from '../../../../src/shared/domain/indicators/indicator-catalogue';
import { computeIndicator } from '../../../../src/shared/domain/indicators/indicator-run';
import { inputOf, referenceBars } from '../../shared/domain/indicators/reference-bars';

describe('the floors of the indicators', () => {
  it('are there for each, and for nothing else', () => {
    expect(Object.keys(PLAIN_LOOPS).sort()).toEqual(INDICATORS.map(({ id }) => id).sort());
  });

  it.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))(
    '%s does the same work',
    (id, indicator) => {
      const input = inputOf(referenceBars(), [0, 6000, 12_000]);
      const read = readParameters(indicator, {});
      if (!read.ok) throw new Error(`${id} refuses its defaults`);
      const plain = PLAIN_LOOPS[id as keyof typeof PLAIN_LOOPS](input.bars, input.sessionStarts);
      const columns = computeIndicator(indicator, read.params, input);
      expect(plain.length).toBe(columns.length);
      for (const [place, column] of columns.entries()) {
        // The plain MACD, %K and bands warm up at the same bars, so that NaN stands beside NaN.
        const differing = [...column].filter((value, index) => {
          const other = (plain[place] as Float64Array)[index] as number;
          const bothNone = Number.isNaN(value) && Number.isNaN(other);
          return !bothNone && !(Math.abs(value - other) < 1e-7 * Math.max(1, Math.abs(value)));
        });
        expect(differing).toEqual([]);
      }
    },
  );
});
