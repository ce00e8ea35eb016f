import { describe, expect, it } from 'vitest';
import {
  BarCollector,
  type CollectedBar,
} from '../../../../../src/shared/domain/formats/bar-collector';

const DAY = 86_400;

function bar(day: number, close: number, minuteOfDay: number | null = null): CollectedBar {
  return {
    time: day * DAY,
    open: close - 1,
    high: close + 2,
    low: close - 2,
    close,
    volume: close * 10,
    adjustedClose: close / 2,
    minuteOfDay,
  };
}

function collect(bars: readonly CollectedBar[], expected = bars.length): BarCollector {
  const collector = new BarCollector(expected);
  for (const one of bars) collector.add(one);
  return collector;
}

describe('BarCollector', () => {
  it('gives the bars in one packed buffer', () => {
    const bars = collect([bar(1, 10), bar(2, 20)]).toBars();
    expect(bars.buffer.byteLength).toBe(2 * 7 * 8);
    expect([...new Float64Array(bars.buffer)]).toEqual([
      ...[DAY, 2 * DAY],
      ...[9, 19],
      ...[12, 22],
      ...[8, 18],
      ...[10, 20],
      ...[100, 200],
      ...[5, 10],
    ]);
  });

  it('sorts by session', () => {
    const bars = collect([bar(3, 30), bar(-1, 10), bar(2, 20)]).toBars();
    expect([...bars.time]).toEqual([-DAY, 2 * DAY, 3 * DAY]);
    expect([...bars.close]).toEqual([10, 20, 30]);
    expect([...bars.adjustedClose]).toEqual([5, 10, 15]);
  });

  it('keeps the first bar of a session', () => {
    const collector = new BarCollector(2);
    expect(collector.add(bar(5, 10))).toBe(true);
    expect(collector.add(bar(5, 99))).toBe(false);
    expect([...collector.toBars().close]).toEqual([10]);
  });

  it('takes more bars than it was told of, and the first and last day of all', () => {
    const days = [-719_162, 2_932_896, ...Array.from({ length: 300 }, (_, day) => day)];
    const bars = collect(
      days.map((day) => bar(day, 1)),
      0,
    ).toBars();
    expect(bars.length).toBe(302);
    expect(bars.time[0]).toBe(-62_135_596_800);
    expect(bars.time[301]).toBe(253_402_214_400);
  });

  it('gives an empty series where nothing came', () => {
    expect(new BarCollector(0).toBars()).toMatchObject({ length: 0 });
  });

  describe('isIntraday', () => {
    it('is seen by sessions that come again at other times', () => {
      const bars = [bar(1, 10, 570), bar(1, 11, 585), bar(1, 12, 600), bar(2, 13, 570)];
      expect(collect(bars).isIntraday).toBe(true);
    });

    it('is not seen where the last session comes once more, stamped with its last trade', () => {
      const bars = [bar(1, 10, 0), bar(2, 11, 0), bar(2, 12, 960)];
      expect(collect(bars).isIntraday).toBe(false);
    });

    it('is not seen where the file was written twice', () => {
      const once = [bar(1, 10, 0), bar(2, 11, 0), bar(3, 11)];
      expect(collect([...once, ...once, ...once]).isIntraday).toBe(false);
    });

    it('is not seen where every bar is stamped with the time of its opening', () => {
      expect(collect([bar(1, 10, 570), bar(2, 11, 570), bar(3, 11, 630)]).isIntraday).toBe(false);
    });
  });
});
