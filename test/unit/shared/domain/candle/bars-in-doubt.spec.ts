import { describe, expect, it } from 'vitest';
import { allocateBars, type BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import { barsInDoubt } from '../../../../../src/shared/domain/candle/bars-in-doubt';

const DAY = 86_400;

function barsOf(closes: readonly number[]): BarColumns {
  const bars = allocateBars(closes.length);
  for (const [index, close] of closes.entries()) {
    bars.time[index] = index * DAY;
    for (const name of ['open', 'high', 'low', 'close'] as const) bars[name][index] = close;
  }
  return bars;
}
const calm = [100, 101, 99, 100, 102, 101];

describe('barsInDoubt', () => {
  it('finds nothing in prices that trade, wild days included', () => {
    expect(barsInDoubt(barsOf([...calm, 140, 90, 120]))).toEqual([]);
    expect(barsInDoubt(barsOf([]))).toEqual([]);
    expect(barsInDoubt(barsOf([100, 170]))).toEqual([]);
  });

  it('names a bar in pence among bars in pounds, and not the bar behind it', () => {
    expect(barsInDoubt(barsOf([...calm, 10_050, ...calm]))).toEqual([
      { time: 6 * DAY, doubt: 'unit' },
    ]);
  });

  it('names the first bar behind a split that is not in the prices', () => {
    const split = calm.map((close) => close / 4);
    expect(barsInDoubt(barsOf([...calm, ...split]))).toEqual([{ time: 6 * DAY, doubt: 'jump' }]);
  });

  it('names both, in order of time', () => {
    const split = calm.map((close) => close / 10);
    const doubts = barsInDoubt(barsOf([...calm, 10_050, ...calm, ...split]));
    expect(doubts.map(({ doubt }) => doubt)).toEqual(['unit', 'jump']);
  });
});
