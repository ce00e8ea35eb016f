import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortRows, type SortValue } from '../../../../../src/shared/domain/watchlist/sort-rows';

interface Row {
  readonly id: number;
  readonly value: SortValue;
}

const rows = (...values: SortValue[]): Row[] => values.map((value, id) => ({ id, value }));
const sorted = (all: readonly Row[], direction: 'ascending' | 'descending', locale = 'en') =>
  sortRows(all, ({ value }) => value, direction, locale);

describe('sortRows', () => {
  it('sorts numbers, and puts what has none last in both directions', () => {
    const all = rows(2, null, -1, NaN, 10);
    expect(sorted(all, 'ascending').map(({ id }) => id)).toEqual([2, 0, 4, 1, 3]);
    expect(sorted(all, 'descending').map(({ id }) => id)).toEqual([4, 0, 2, 1, 3]);
  });

  it('sorts words as the language has them, and an empty one last', () => {
    expect(sorted(rows('b', '', 'A', 'a10', 'a9'), 'ascending').map(({ value }) => value)).toEqual([
      'A',
      'a9',
      'a10',
      'b',
      '',
    ]);
    // By pinyin: a li, bai du, zhi pu.
    expect(
      sorted(rows('智谱', '百度', '阿里'), 'ascending', 'zh-CN').map(({ value }) => value),
    ).toEqual(['阿里', '百度', '智谱']);
  });

  it('keeps the order of equal rows in both directions, and every row', () => {
    const value = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
    fc.assert(
      fc.property(fc.array(value), fc.boolean(), (values, rising) => {
        const all = rows(...values);
        const result = sorted(all, rising ? 'ascending' : 'descending');
        expect([...result].sort((one, other) => one.id - other.id)).toEqual(all);
        result.slice(1).forEach((row, index) => {
          const before = result[index] as Row;
          if (before.value === row.value) expect(before.id).toBeLessThan(row.id);
          else if (row.value === null) expect(before.value).not.toBeNull();
          else if (rising) expect(before.value as number).toBeLessThan(row.value as number);
          else expect(before.value as number).toBeGreaterThan(row.value as number);
        });
      }),
    );
  });
});
