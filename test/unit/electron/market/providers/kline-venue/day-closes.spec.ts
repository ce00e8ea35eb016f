import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DayCloses } from '../../../../../../electron/market/providers/kline-venue/day-closes';
import type { Bar } from '../../../../../../src/shared/domain/candle/bar-columns';

const DAY = 86_400;
const bar = (day: number, close: number): Bar => ({
  ...{ time: day * DAY, open: 1, high: 1, low: 1, close, volume: 0 },
});

describe('DayCloses', () => {
  it('knows the close before, whoever taught it, and of no other instrument', () => {
    const closes = new DayCloses();
    closes.learn('BITGET:AUSDT', [bar(10, 5)]);
    closes.learn('BITGET:AUSDT', [bar(11, 6)]);
    expect(closes.before('BITGET:AUSDT', 11 * DAY)).toBe(5);
    expect(closes.before('BITGET:AUSDT', 12 * DAY)).toBe(6);
    expect(closes.before('BITGET:BUSDT', 11 * DAY)).toBeNull();
  });

  it('takes no older day for the one before', () => {
    const closes = new DayCloses();
    closes.learn('BITGET:AUSDT', [bar(8, 5), bar(11, 6)]);
    expect(closes.before('BITGET:AUSDT', 11 * DAY)).toBeNull();
  });

  it('keeps the last close of the newest days, in whatever order they come', () => {
    const days = fc.uniqueArray(fc.integer({ min: 100, max: 200 }), { minLength: 1 });
    fc.assert(
      fc.property(days, (all) => {
        const closes = new DayCloses();
        for (const day of all) closes.learn('BITGET:AUSDT', [bar(day, 1), bar(day, day)]);
        const newest = Math.max(...all);
        expect(closes.before('BITGET:AUSDT', (newest + 1) * DAY)).toBe(newest);
        const before = all.includes(newest - 1) ? newest - 1 : null;
        expect(closes.before('BITGET:AUSDT', newest * DAY)).toBe(before);
      }),
    );
  });
});
