import { describe, expect, it } from 'vitest';
import type { ChartPlot, ChartStudy } from '../../../../src/chart/overlay-types';
import { StudyBook } from '../../../../src/chart/studies/study-book';
import { paneRange } from '../../../../src/chart/studies/study-range';

const plot = (kind: ChartPlot['kind'], ...values: number[][]): ChartPlot => ({
  kind,
  values: values.map((column) => Float64Array.from(column)),
  colour: '#000000',
});
const study = (id: string, pane: string, ...plots: ChartPlot[]): ChartStudy => ({
  id,
  pane,
  plots,
});
const bookOf = (...studies: ChartStudy[]): StudyBook => {
  const book = new StudyBook();
  book.replace(studies);
  return book;
};

/** Candles of two sessions each, those from `from` to `to` in view, of a series of five. */
const view = (from: number, to: number) => ({
  buckets: () => ({ from, to, stride: 2 }),
  lastSessionOf: (bucket: number) => Math.min(2 * bucket + 1, 4),
});

describe('StudyBook', () => {
  it('names the panes under the plot once, in the order of the studies', () => {
    const book = bookOf(study('a', 'price'), study('b', 'x'), study('c', 'y'), study('d', 'x'));
    expect(book.paneKeys()).toEqual(['x', 'y']);
    expect(book.inPane('x').map((booked) => booked.study.id)).toEqual(['b', 'd']);
  });

  it('tells the values at a bar, column after column', () => {
    const book = bookOf(study('a', 'price', plot('band', [1, 2], [3, 4]), plot('line', [5, 6])));
    expect(book.valuesAt(1)).toEqual([{ id: 'a', values: [2, 4, 6] }]);
    expect(book.valuesAt(7)).toEqual([{ id: 'a', values: [NaN, NaN, NaN] }]);
  });

  it('writes live values into columns of its own, not into those of the caller', () => {
    const values = Float64Array.from([1, 2]);
    const book = bookOf(study('a', 'x', { kind: 'line', values: [values], colour: '#000000' }));
    book.patch([
      { id: 'a', index: 1, values: [9] },
      { id: 'a', index: 4, values: [7] },
      { id: 'gone', index: 1, values: [1] },
    ]);
    expect([...values]).toEqual([1, 2]);
    const told = [0, 1, 2, 3, 4].map((i) => book.valuesAt(i)[0]?.values[0]);
    expect(told).toEqual([1, 9, NaN, NaN, 7]);
  });
});

describe('paneRange', () => {
  it('spans what the candles in view show: the value of the last session of each', () => {
    const book = bookOf(study('a', 'x', plot('line', [100, 1, 100, 3, 8])));
    expect(paneRange(book.inPane('x'), view(0, 2))).toEqual({ min: 1, max: 3 });
    expect(paneRange(book.inPane('x'), view(0, 3))).toEqual({ min: 1, max: 8 });
  });

  it('passes gaps over, reaches to zero for bars, and is the fixed one where there is one', () => {
    const gaps = bookOf(study('a', 'x', plot('line', [NaN, NaN, 5, NaN, 6])));
    expect(paneRange(gaps.inPane('x'), view(0, 1))).toBeNull();
    const zero = bookOf(study('a', 'x', plot('histogram', [5, 5, 5, 7, 9])));
    expect(paneRange(zero.inPane('x'), view(0, 3))).toEqual({ min: 0, max: 9 });
    const fixed = bookOf({ ...study('a', 'x', plot('line', [5])), range: [0, 100] });
    expect(paneRange(fixed.inPane('x'), view(0, 1))).toEqual({ min: 0, max: 100 });
  });
});
