import { describe, expect, it } from 'vitest';
import {
  findIndicator,
  INDICATORS,
  readParameters,
} from '../../../../../src/shared/domain/indicators/indicator-catalogue';
import { VOLUME_PROFILE } from '../../../../../src/shared/domain/indicators/volume-profile';

const ALL = [...INDICATORS, VOLUME_PROFILE];

function specOf(id: string) {
  const found = ALL.find((indicator) => indicator.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
}

describe('the catalogue', () => {
  it('names each indicator, parameter and output once', () => {
    const ids = ALL.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { parameters } of ALL) {
      expect(new Set(parameters.map(({ id }) => id)).size).toBe(parameters.length);
    }
    for (const { outputs } of INDICATORS) {
      expect(new Set(outputs.map(({ id }) => id)).size).toBe(outputs.length);
    }
  });

  it('has defaults that it would accept', () => {
    for (const indicator of ALL) {
      const read = readParameters(indicator, {});
      expect(read).toMatchObject({ ok: true });
      expect(read.ok && Object.keys(read.params)).toEqual(indicator.parameters.map(({ id }) => id));
    }
  });

  it('keeps guides within the range', () => {
    for (const { guides, range } of INDICATORS) {
      for (const guide of guides) {
        expect(guide).toBeGreaterThanOrEqual(range?.min ?? -Infinity);
        expect(guide).toBeLessThanOrEqual(range?.max ?? Infinity);
      }
    }
  });

  it('finds by id, and nothing that it does not know', () => {
    expect(findIndicator('rsi')?.range).toEqual({ min: 0, max: 100 });
    expect(findIndicator('ichimoku')).toBeUndefined();
  });
});

describe('readParameters', () => {
  it('fills in what is missing', () => {
    expect(readParameters(specOf('macd'), { slow: 30 })).toEqual({
      ok: true,
      params: { fast: 12, slow: 30, signal: 9 },
    });
  });

  it.each([
    ['sma', { period: 1 }, [{ fault: 'out-of-bounds', id: 'period', min: 2, max: 1000 }]],
    ['sma', { period: Infinity }, [{ fault: 'out-of-bounds', id: 'period', min: 2, max: 1000 }]],
    ['sma', { period: 2.5 }, [{ fault: 'not-whole', id: 'period' }]],
    ['sma', { period: '20' }, [{ fault: 'not-a-number', id: 'period' }]],
    ['sma', { period: NaN }, [{ fault: 'not-a-number', id: 'period' }]],
    ['sma', { length: 20 }, [{ fault: 'unknown', id: 'length' }]],
    ['macd', { fast: 26 }, [{ fault: 'not-ascending', id: 'fast', other: 'slow' }]],
    [
      'macd',
      { fast: 0, slow: 'x' },
      [
        { fault: 'out-of-bounds', id: 'fast', min: 2, max: 1000 },
        { fault: 'not-a-number', id: 'slow' },
      ],
    ],
    ['volume-profile', { rows: 3 }, [{ fault: 'out-of-bounds', id: 'rows', min: 4, max: 500 }]],
  ] as const)('refuses %s %j', (id, given, faults) => {
    expect(readParameters(specOf(id), given)).toEqual({ ok: false, faults });
  });

  it('takes a decimal where one is meant', () => {
    expect(readParameters(specOf('bollinger'), { deviations: 2.5 })).toMatchObject({
      ok: true,
      params: { period: 20, deviations: 2.5 },
    });
  });
});
