import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL_MISSING,
  type ColumnPlanes,
  decodePlanes,
  encodePlanes,
} from '../../../../../electron/data/cache/chunk-planes';

const encode = (...values: readonly number[]): ColumnPlanes | null =>
  encodePlanes(Float64Array.from(values));

function decode(column: ColumnPlanes, count: number): number[] {
  const target = new Float64Array(count).fill(-1);
  decodePlanes(column, target);
  return [...target];
}

describe('encodePlanes', () => {
  it('folds differences into bytes, lowest plane first', () => {
    // As cents 10000, 10001, 9999: differences 10000, 1, -2, folded 20000, 2, 3; 20000 = 0x4e20.
    expect(encode(100, 100.01, 99.99)).toEqual({
      decimals: 2,
      planes: Uint8Array.from([0x20, 2, 3, 0x4e, 0, 0]),
      width: 2,
    });
  });

  it.each([
    [[0, 0, 0], 0, 0],
    [[1, 2, 3], 0, 1],
    [[0.5], 1, 1],
    [[127], 0, 1],
    [[128], 0, 2],
    [[1.12345678], 8, 4],
    [[2 ** 51], 0, 7],
    [[-(2 ** 51), 2 ** 51], 0, 7],
    [[], ALL_MISSING, 0],
    [[NaN, NaN], ALL_MISSING, 0],
  ])('needs for %j %i decimals and %i planes', (values, decimals, width) => {
    expect(encode(...values)).toMatchObject({ decimals, width });
  });

  it.each([
    [[4.449999809265137]],
    [[1 / 3]],
    [[NaN, 1]],
    [[1, NaN]],
    [[Infinity]],
    [[2 ** 52]],
    [[1e300]],
    [[5e-324]],
    [[1e15, 0.001]],
  ])('refuses %j', (values) => {
    expect(encode(...values)).toBeNull();
  });

  it('decodes to what it encoded', () => {
    const decimals = fc.integer({ min: 0, max: 8 });
    const integers = fc.array(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), { maxLength: 50 });
    fc.assert(
      fc.property(decimals, integers, (places, numbers) => {
        const values = numbers.map((number) => number / 10 ** places);
        const column = encode(...values);
        expect(column).not.toBeNull();
        expect(decode(column as ColumnPlanes, values.length)).toEqual(
          values.map((value) => value + 0),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('fills a missing column with NaN', () => {
    expect(decode(encode(NaN, NaN) as ColumnPlanes, 2)).toEqual([NaN, NaN]);
  });
});
