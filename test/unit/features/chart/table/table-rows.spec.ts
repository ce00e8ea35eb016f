import { expect, it } from 'vitest';
import { tableRows } from '../../../../../src/features/chart/table/table-rows';
import { allocateBars } from '../../../../../src/shared/domain/candle/bar-columns';

const bars = allocateBars(5);
bars.time.set([0, 1, 2, 3, 4]);
bars.close.set([10, 20, 10, 15, 30]);
const timesOf = (from: number, to: number, most: number) =>
  tableRows(bars, { from, to }, most).map(({ bar }) => bar.time);

it('has the bars in view, the newest first, with their change', () => {
  expect(timesOf(1, 3, 10)).toEqual([3, 2, 1]);
  const rows = tableRows(bars, { from: 0, to: 4 }, 10);
  expect(rows.map(({ change }) => change)).toEqual([1, 0.5, -0.5, 1, null]);
});

it('ends at the most that is wanted, and has nothing of an empty view', () => {
  expect(timesOf(0, 4, 2)).toEqual([4, 3]);
  expect(timesOf(0, -1, 2)).toEqual([]);
});
