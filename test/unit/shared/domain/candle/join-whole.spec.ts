import { describe, expect, it } from 'vitest';
import type { BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import { joinWhole, meets } from '../../../../../src/shared/domain/candle/join-whole';
import { barsOf } from './bar-rows';

/** Closes by time, in order; 0 for no bar. */
const closes = (...values: number[]): BarColumns =>
  barsOf(
    values.flatMap((close, time) =>
      close === 0 ? [] : [[time, close, close, close, close, 1, close] as const],
    ),
  );
const joined = (...args: Parameters<typeof joinWhole>): (readonly [number, number])[] => {
  const { bars } = joinWhole(...args);
  return [...bars.time].map((time, index) => [time, bars.close[index] as number]);
};
const HALVED = [{ numerator: 2, denominator: 1 }];

describe('bars of two answers', () => {
  it('meet where they have one in common and agree on all of those', () => {
    expect(meets(closes(1, 2, 3), closes(0, 2.005, 3, 4))).toBe(true);
    expect(meets(closes(1, 2, 3), closes(0, 2.02, 3, 4))).toBe(false);
    expect(meets(closes(1, 2), closes(0, 0, 3))).toBe(false);
  });
});

describe('a whole answer over what is stored', () => {
  it('keeps what is older, and what is newer than it has', () => {
    expect(joined(closes(0, 0, 3, 4), closes(1, 2, 3, 4, 5), [])).toEqual([
      ...[1, 2, 3, 4, 5].map((close, time) => [time, close]),
    ]);
  });

  it('keeps what is older over a gap, unless a split lies in it', () => {
    expect(joined(closes(0, 0, 0, 4), closes(1, 2), [])).toHaveLength(3);
    expect(joined(closes(0, 0, 0, 4), closes(1, 2), HALVED)).toEqual([[3, 4]]);
  });

  it('goes by the middle of the oldest common bars: one that is odd changes nothing', () => {
    const stored = closes(8, 8, 8, 8, 8, 8);
    const { bars, seam } = joinWhole(closes(0, 4, 8, 8, 8, 8, 8), stored, []);
    expect([bars.length, seam]).toEqual([7, null]);
  });

  it('tells the seam where both were adjusted otherwise, and drops nothing older', () => {
    const { bars, seam } = joinWhole(closes(0, 9, 9, 9), closes(10, 10, 10), []);
    expect([...bars.close]).toEqual([10, 9, 9, 9]);
    expect(seam).toEqual({ time: 1, kind: 'basis', close: 9, reference: 10 });
  });

  it('puts no bar between others that were adjusted otherwise', () => {
    expect(joined(closes(9, 0, 9), closes(10, 10, 10, 10), [])).toEqual([
      [0, 9],
      [2, 9],
    ]);
  });

  it('is all there is where a split explains the difference, and only then', () => {
    expect(joined(closes(0, 4, 4), closes(8, 8, 8), HALVED)).toEqual([
      [1, 4],
      [2, 4],
    ]);
    expect(joined(closes(0, 7, 7), closes(8, 8, 8), HALVED)).toHaveLength(3);
    expect(joined(closes(0, 8, 8), closes(8, 8, 8), HALVED)).toHaveLength(3);
  });
});
