import { describe, expect, it } from 'vitest';
import { MAX_HELD } from '../../../src/chart/lod-window';
import { type HeldCandle, SeriesWindow } from '../../../src/chart/series-window';
import type { Bar } from '../../../src/shared/domain/candle/bar-columns';
import { columnsOf, dailyBars } from './bars';

const DAY = 86_400;

/** Holds what it is given under the rules of the library: times ascend, updates touch the end. */
class Sink {
  candles: HeldCandle[] = [];
  handOvers = 0;

  setData(candles: HeldCandle[]): void {
    candles.forEach(({ time }, i) => {
      if (i > 0 && time <= (candles[i - 1] as HeldCandle).time)
        throw new Error('times must ascend');
    });
    this.candles = [...candles];
    this.handOvers += 1;
  }

  update(candle: HeldCandle): void {
    const last = this.candles.at(-1);
    if (last !== undefined && candle.time < last.time) throw new Error('cannot update older data');
    if (candle.time === last?.time) this.candles.pop();
    this.candles.push(candle);
  }
}

function windowOf(count: number) {
  const sink = new Sink();
  const series = new SeriesWindow(sink, columnsOf(dailyBars(count)));
  return { sink, series };
}

const liveBar = (index: number, close = 500): Bar => ({
  time: index * DAY,
  open: 400,
  high: 600,
  low: 300,
  close,
  volume: 5,
});

describe('SeriesWindow', () => {
  it('hands over what the view needs, and where to look in it', () => {
    const { series, sink } = windowOf(10_000);
    const range = series.prepare({ left: 5_000, right: 5_400 }, 1_000);
    expect(sink.candles).toHaveLength(1_200);
    expect(sink.candles[0]).toEqual({ time: 4_600 * DAY, bucket: 4_600 });
    expect(range).toEqual({ from: 400, to: 799 });
    expect(series.held).toBe(1_200);
    expect(series.shown.stride).toBe(1);
  });

  it('hands nothing over while the view stays inside', () => {
    const { series, sink } = windowOf(10_000);
    series.prepare({ left: 5_000, right: 5_400 }, 1_000);
    expect(series.prepare({ left: 5_100, right: 5_500 }, 1_000)).toEqual({ from: 500, to: 899 });
    expect(sink.handOvers).toBe(1);
  });

  it('takes candles of several sessions when zoomed out', () => {
    const { series, sink } = windowOf(100_000);
    series.prepare({ left: 0, right: 100_000 }, 1_000);
    expect(series.shown.stride).toBe(256);
    expect(sink.candles).toHaveLength(391);
    expect(sink.candles[1]).toEqual({ time: 256 * DAY, bucket: 1 });
    expect(series.held).toBeLessThanOrEqual(MAX_HELD);
  });

  it('has nothing to hand over for a series without bars, and takes the old ones away', () => {
    const { series, sink } = windowOf(100);
    series.prepare({ left: 0, right: 100 }, 1_000);
    series.replace(columnsOf([]));
    expect(series.prepare({ left: 0, right: 100 }, 1_000)).toBeNull();
    expect(sink.candles).toEqual([]);
    expect(series.held).toBe(0);
    expect(series.length).toBe(0);
  });

  it('describes the candle at a position', () => {
    const { series } = windowOf(1_000);
    series.prepare({ left: 0, right: 400 }, 1_000);
    expect(series.candleAt(7.9)).toEqual({
      index: 7,
      sessions: 1,
      previousClose: 107,
      bar: { time: 7 * DAY, open: 107, high: 110, low: 105, close: 108, volume: 10 },
    });
    expect(series.candleAt(0)).toMatchObject({ index: 0, previousClose: null });
    expect(series.candleAt(-0.1)).toBeNull();
    expect(series.candleAt(1_000)).toBeNull();
    expect(series.centreOf(7)).toBe(7.5);
  });

  it('describes a candle of several sessions as it is drawn', () => {
    const { series } = windowOf(1_001);
    series.prepare({ left: 0, right: 1_001 }, 1_000);
    expect(series.shown.stride).toBe(4);
    expect(series.candleAt(6)).toEqual({
      index: 4,
      sessions: 4,
      previousClose: 104,
      bar: { time: 4 * DAY, open: 104, high: 110, low: 102, close: 108, volume: 14 + 15 + 16 + 10 },
    });
    expect(series.candleAt(1_000)).toMatchObject({ index: 1_000, sessions: 1 });
    expect(series.centreOf(6)).toBe(6);
  });

  it('lists the candles that touch a view', () => {
    const { series } = windowOf(1_000);
    series.prepare({ left: 0, right: 400 }, 1_000);
    expect(series.candlesIn({ left: 10.5, right: 12.2 })).toEqual({
      before: 9 * DAY,
      candles: [
        { sessionKey: 10 * DAY, centre: 10.5 },
        { sessionKey: 11 * DAY, centre: 11.5 },
        { sessionKey: 12 * DAY, centre: 12.5 },
      ],
    });
    expect(series.candlesIn({ left: -5, right: 0.5 })).toEqual({
      before: null,
      candles: [{ sessionKey: 0, centre: 0.5 }],
    });
    expect(series.candlesIn({ left: 1_200, right: 1_300 }).candles).toEqual([]);
  });
});

describe('SeriesWindow with live bars', () => {
  it('updates the newest candle that the library holds', () => {
    const { series, sink } = windowOf(100);
    series.prepare({ left: 0, right: 100 }, 1_000);
    expect(series.patchNewest(liveBar(99))).toBe('replaced');
    series.flushNewest();
    expect(sink.handOvers).toBe(1);
    expect(sink.candles).toHaveLength(100);
    expect(series.candleAt(99)?.bar.close).toBe(500);
  });

  it('appends new sessions, one by one or several between two frames', () => {
    const { series, sink } = windowOf(100);
    series.prepare({ left: 0, right: 100 }, 1_000);
    for (const index of [100, 101, 101, 102]) series.patchNewest(liveBar(index));
    series.flushNewest();
    expect(sink.candles.slice(99).map(({ bucket }) => bucket)).toEqual([99, 100, 101, 102]);
    expect(series.held).toBe(103);
    expect(sink.handOvers).toBe(1);
  });

  it('leaves the library alone when it holds another part of the series', () => {
    const { series, sink } = windowOf(10_000);
    series.prepare({ left: 100, right: 400 }, 1_000);
    const held = [...sink.candles];
    series.patchNewest(liveBar(10_000));
    series.flushNewest();
    expect(sink.candles).toEqual(held);
    expect(series.length).toBe(10_001);
  });

  it('begins a new candle of several sessions only when the last one is full', () => {
    const { series, sink } = windowOf(1_002);
    series.prepare({ left: 0, right: 1_002 }, 1_000);
    expect(sink.candles).toHaveLength(251);
    for (const index of [1_002, 1_003]) series.patchNewest(liveBar(index));
    series.flushNewest();
    expect(sink.candles).toHaveLength(251);
    series.patchNewest(liveBar(1_004));
    series.flushNewest();
    expect(sink.candles).toHaveLength(252);
    expect(sink.candles.at(-1)).toEqual({ time: 1_004 * DAY, bucket: 251 });
  });

  it('hands over a new window when many sessions began at once', () => {
    const { series, sink } = windowOf(100);
    series.prepare({ left: 0, right: 100 }, 1_000);
    for (let index = 100; index < 140; index++) series.patchNewest(liveBar(index));
    series.flushNewest();
    series.prepare({ left: 40, right: 140 }, 1_000);
    expect(sink.handOvers).toBe(2);
    expect(sink.candles).toHaveLength(140);
  });

  it('never holds more than it may, however many sessions a day brings', () => {
    const { series, sink } = windowOf(1_500);
    let right = 1_500;
    series.prepare({ left: right - 700, right }, 1_000);
    for (let index = 1_500; index < 8_000; index++) {
      series.patchNewest(liveBar(index));
      series.flushNewest();
      right += 1;
      series.prepare({ left: right - 700, right }, 1_000);
      expect(sink.candles.length).toBeLessThanOrEqual(MAX_HELD);
      expect(sink.candles.at(-1)?.bucket).toBe(index);
    }
  });

  it('does not pass on a bar that is older than the newest', () => {
    const { series, sink } = windowOf(100);
    series.prepare({ left: 0, right: 100 }, 1_000);
    expect(series.patchNewest(liveBar(50))).toBe('ignored');
    series.flushNewest();
    expect(series.candleAt(50)?.bar.close).toBe(151);
    expect(sink.handOvers).toBe(1);
  });
});
