import { describe, expect, it } from 'vitest';
import { allocateBars } from '../../../../../src/shared/domain/candle/bar-columns';
import {
  suspectBars,
  unexplainedSplits,
  unitErrors,
} from '../../../../../src/shared/domain/candle/suspect-bars';

const DAY = 86_400;

function closes(...values: number[]) {
  const bars = allocateBars(values.length);
  for (const [index, close] of values.entries()) {
    bars.time[index] = index * DAY;
    bars.close[index] = close;
  }
  return bars;
}

describe('errors of unit', () => {
  it('are prices a hundred times what stands around them', () => {
    expect(unitErrors(closes(10, 10.5, 1040, 10.2, 0.1, 10))).toEqual([2, 4]);
  });

  it('are not large moves', () => {
    expect(unitErrors(closes(10, 30, 60, 20, 10))).toEqual([]);
  });
});

describe('jumps like a split', () => {
  it.each([2, 3, 4, 5, 10])('of 1:%i are told where nobody reported one', (ratio) => {
    const bars = closes(100, 101, 101 / ratio, 100 / ratio);
    expect(unexplainedSplits(bars, [])).toEqual([2]);
    expect(unexplainedSplits(bars, [2 * DAY])).toEqual([]);
  });

  it('are told of reverse splits too, and not of a bad day', () => {
    expect(unexplainedSplits(closes(10, 10, 100), [])).toEqual([2]);
    expect(unexplainedSplits(closes(100, 80, 90, 70), [])).toEqual([]);
  });
});

describe('bars in doubt', () => {
  const kinds = (...values: number[]): readonly (readonly [number, string, number])[] =>
    suspectBars(closes(...values)).map(({ time, kind, reference }) => [
      time / DAY,
      kind,
      reference,
    ]);

  it('are told with what they were compared with', () => {
    expect(kinds(10, 10, 10, 1000, 10, 10, 10)).toEqual([[3, 'unit', 10]]);
    expect(kinds(10, 10, 10, 5, 5, 5)).toEqual([[3, 'split', 10]]);
    // Back from 21 times the price is like a split too.
    expect(kinds(10, 10, 10, 210, 10, 10, 10)).toEqual([[3, 'unit', 10]]);
  });

  it('are the first of a unit that stays, though no neighbour stands out', () => {
    const steady = Array.from({ length: 8 }, () => 12);
    const pence = steady.map((pounds) => pounds * 100);
    expect(kinds(...steady, ...pence, ...steady)).toEqual([
      [8, 'unit', 12],
      [16, 'unit', 1200],
    ]);
  });
});
