import { describe, expect, it } from 'vitest';
import { isColouredUp, isRising } from '../../../../src/chart/candle-volume/candle-frame';
import { columnsOf } from '../bars';

const bar = (time: number, open: number, close: number) => ({
  time,
  open,
  high: Math.max(open, close),
  low: Math.min(open, close),
  close,
  volume: 1,
});

describe('the direction of a candle', () => {
  // The second opens far below and recovers a part: a rising body, and yet a loss.
  const columns = columnsOf([bar(1, 10, 12), bar(2, 8, 9), bar(3, 9, 9)]);

  it('is that of its body, where it is coloured by its open', () => {
    expect([0, 1, 2].map((i) => isColouredUp(columns, i, 'open'))).toEqual([true, true, true]);
    expect(isRising(columns, 1)).toBe(true);
  });

  it('is that of the change since the previous close, where it is coloured by that', () => {
    const colours = [0, 1, 2].map((i) => isColouredUp(columns, i, 'previous-close'));
    expect(colours).toEqual([true, false, true]);
  });
});
