import { describe, expect, it } from 'vitest';
import { addDays, toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { allocateBars, type BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import { priceFacts, TREND_POINTS } from '../../../../../src/shared/domain/candle/price-facts';

/** One bar a day from `from` on: closes 1, 2, 3 ..., a tenth above and below. */
function dailyBars(from: string, length: number): BarColumns {
  const bars = allocateBars(length);
  for (let index = 0; index < length; index += 1) {
    bars.time[index] = toSessionKey(addDays(from, index));
    bars.close[index] = bars.open[index] = index + 1;
    bars.high[index] = index + 1.1;
    bars.low[index] = index + 0.9;
    bars.volume[index] = 10 * (index + 1);
  }
  return bars;
}

describe('priceFacts', () => {
  it('has the newest bar and the extremes of 52 weeks', () => {
    const facts = priceFacts(dailyBars('2024-01-01', 800), 5);
    expect(facts?.lastBar).toMatchObject({ close: 800, volume: 8000 });
    expect(facts?.yearHigh).toBeCloseTo(800.1);
    // 364 days before the last one.
    expect(facts?.yearLow).toBeCloseTo(435.9);
    expect([...(facts?.closes ?? [])]).toEqual([796, 797, 798, 799, 800]);
  });

  it('says from when on it knows, where it does not know a year', () => {
    expect(priceFacts(dailyBars('2026-05-01', 3), 63)).toMatchObject({
      yearFrom: '2026-05-01',
      closes: Float32Array.of(1, 2, 3),
    });
  });

  it('thins a long line and keeps both its ends', () => {
    const closes = priceFacts(dailyBars('2024-01-01', 400), 252)?.closes ?? [];
    expect(closes).toHaveLength(TREND_POINTS);
    expect([closes[0], closes.at(-1)]).toEqual([149, 400]);
  });

  it('is none without bars', () => {
    expect(priceFacts(allocateBars(0), 5)).toBeNull();
  });
});
