import { describe, expect, it } from 'vitest';
import { planWindow } from '../../../src/chart/lod-window';
import { columnsOfOverview } from '../../../src/chart/overview-columns';
import { Pyramid } from '../../../src/chart/pyramid';
import { type HeldCandle, SeriesWindow } from '../../../src/chart/series-window';
import { bucketsOf } from '../../../src/shared/domain/candle/bar-buckets';
import { packBars, viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import type { SeriesOverview } from '../../../src/shared/domain/candle/series-overview';
import { columnsOf, dailyBars } from './bars';

const DAY = 86_400;
const LENGTH = 10_007;
const NEWEST = 500;
const WIDTH_PX = 1_000;
const whole = columnsOf(dailyBars(LENGTH));

const overview: SeriesOverview = {
  length: LENGTH,
  stride: 16,
  buckets: bucketsOf(whole, 16),
  newest: viewPackedBars(packBars(whole, LENGTH - NEWEST)),
};

describe('the columns of an overview', () => {
  it('have a place for every date, and the newest bars as they are', () => {
    const columns = columnsOfOverview(overview);
    // Days without a gap, so that spreading them evenly is exact.
    expect(columns.time).toEqual(whole.time);
    expect(columns.close.slice(LENGTH - NEWEST)).toEqual(whole.close.slice(LENGTH - NEWEST));
  });

  it('rise strictly also where the newest bars begin inside a bucket', () => {
    for (const newest of [1, 6, 7, 8, 22, 23, 24, LENGTH]) {
      const { time } = columnsOfOverview({
        ...overview,
        newest: viewPackedBars(packBars(whole, LENGTH - newest)),
      });
      expect(time).toEqual(whole.time);
    }
  });
});

describe('the levels of an overview', () => {
  const pyramid = Pyramid.ofOverview(overview);
  const detail = { level: 2, newestFrom: LENGTH - NEWEST };

  it('are those of the whole from its own on', () => {
    expect(pyramid.detail).toEqual(detail);
    expect(pyramid.length).toBe(LENGTH);
    const complete = Pyramid.of(whole);
    for (const k of [2, 3, 5]) {
      const [coarse, expected] = [pyramid.level(k), complete.level(k)];
      expect(coarse.stride).toBe(4 ** k);
      expect(coarse.length).toBe(expected.length);
      for (const index of [0, coarse.length >> 1, coarse.length - 1]) {
        expect(coarse.at(index)).toEqual(expected.at(index));
      }
    }
  });

  it('take no live bar in', () => {
    const bar = { time: LENGTH * DAY, open: 1, high: 1, low: 1, close: 1, volume: 1 };
    expect(pyramid.patchNewest(bar)).toBe('ignored');
    expect(pyramid.length).toBe(LENGTH);
  });

  it('are never finer than what is there', () => {
    const levelOf = (left: number, right: number): number =>
      planWindow({ left, right }, LENGTH, WIDTH_PX, null, detail).level;
    expect(levelOf(100, 220)).toBe(2);
    expect(levelOf(0, 2_000)).toBe(2);
    expect(levelOf(0, 60_000)).toBe(4);
    expect(levelOf(LENGTH - 120, LENGTH + 3)).toBe(0);
    expect(levelOf(LENGTH - NEWEST - 1, LENGTH)).toBe(2);
  });

  it('hold no bar that is not there', () => {
    const window = planWindow(
      { left: LENGTH - 400, right: LENGTH },
      LENGTH,
      WIDTH_PX,
      null,
      detail,
    );
    expect(window).toEqual({ level: 0, from: LENGTH - NEWEST, to: LENGTH });
  });
});

describe('a window over an overview', () => {
  const candles: HeldCandle[] = [];
  const sink = {
    setData: (next: HeldCandle[]) => void candles.splice(0, candles.length, ...next),
    update: () => undefined,
  };

  it('shows the same places and candles as over the whole', () => {
    const series = new SeriesWindow(sink, whole);
    const views = [
      { left: 0, right: LENGTH },
      { left: 4_000, right: 6_000.5 },
      { left: LENGTH - 120, right: LENGTH + 3 },
    ];
    const seen = (view: (typeof views)[number], at: number) => {
      series.prepare(view, WIDTH_PX);
      return { candle: series.candleAt(at), stride: series.shown.stride };
    };
    const [all, middle, newest] = views as [
      (typeof views)[0],
      (typeof views)[0],
      (typeof views)[0],
    ];
    const expected = [seen(all, 5_000), seen(newest, LENGTH - 5)];
    series.showOverview(overview);
    expect([seen(all, 5_000), seen(newest, LENGTH - 5)]).toEqual(expected);
    expect(seen(middle, 5_000)).toMatchObject({ stride: 16, candle: { index: 4_992 } });
    expect(series.keys.time[5_000]).toBe(5_000 * DAY);
    series.replace(whole);
    expect(seen(middle, 5_000)).toMatchObject({ stride: 4, candle: { index: 5_000 } });
  });
});
