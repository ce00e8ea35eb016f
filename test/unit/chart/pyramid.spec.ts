import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pyramid } from '../../../src/chart/pyramid';
import { LEVEL_FACTOR } from '../../../src/shared/domain/candle/bar-buckets';
import type { Bar } from '../../../src/shared/domain/candle/bar-columns';
import { columnsOf, dailyBars } from './bars';

const price = fc.integer({ min: 1, max: 1_000 });
const shape = fc.record({
  open: price,
  close: price,
  above: fc.nat(50),
  below: fc.nat(50),
  volume: fc.nat(1_000_000),
});
const series = (minLength: number) =>
  fc.array(shape, { minLength, maxLength: 300 }).map((shapes) =>
    shapes.map(({ open, close, above, below, volume }, i): Bar => ({
      time: i * 86_400,
      open,
      close,
      high: Math.max(open, close) + above,
      low: Math.min(open, close) - below,
      volume,
    })),
  );

/** What a level must hold, straight from its definition: `4^k` sessions make one bar. */
function bruteForce(bars: readonly Bar[], k: number): Bar[] {
  const stride = 4 ** k;
  const merged: Bar[] = [];
  for (let from = 0; from < bars.length; from += stride) {
    const part = bars.slice(from, from + stride);
    const [first] = part;
    const last = part.at(-1);
    if (first === undefined || last === undefined) throw new Error('empty part');
    merged.push({
      time: first.time,
      open: first.open,
      high: Math.max(...part.map(({ high }) => high)),
      low: Math.min(...part.map(({ low }) => low)),
      close: last.close,
      volume: part.reduce((sum, { volume }) => sum + volume, 0),
    });
  }
  return merged;
}

function levelOf(pyramid: Pyramid, k: number): Bar[] {
  const level = pyramid.level(k);
  return Array.from({ length: level.length }, (_, i) => level.at(i));
}

describe('Pyramid', () => {
  it('holds at every level what the sessions say', () => {
    fc.assert(
      fc.property(series(0), (bars) => {
        const pyramid = Pyramid.of(columnsOf(bars));
        for (let k = 0; k <= 4; k++) expect(levelOf(pyramid, k)).toEqual(bruteForce(bars, k));
      }),
    );
  });

  it('says how many sessions a bar of a level covers', () => {
    const pyramid = Pyramid.of(columnsOf(dailyBars(100)));
    expect(pyramid.length).toBe(100);
    expect([0, 1, 2, 3].map((k) => pyramid.level(k).stride)).toEqual([1, 4, 16, 64]);
    expect(LEVEL_FACTOR).toBe(4);
  });

  it('is after live bars what it would be when built from all of them', () => {
    fc.assert(
      fc.property(series(2), fc.nat(), fc.integer({ min: 0, max: 3 }), (bars, cut, built) => {
        const known = cut % bars.length;
        const pyramid = Pyramid.of(columnsOf(bars.slice(0, known)));
        // Levels that exist already are patched, the others are built later from patched ones.
        pyramid.level(built);
        for (const bar of bars.slice(known)) {
          const early = { ...bar, high: bar.high + 9, close: bar.open, volume: 1 };
          expect(pyramid.patchNewest(early)).toBe('appended');
          expect(pyramid.patchNewest(bar)).toBe('replaced');
        }
        for (let k = 0; k <= 4; k++) expect(levelOf(pyramid, k)).toEqual(bruteForce(bars, k));
      }),
    );
  });

  it('ignores a live bar that is older than the newest, or without a time', () => {
    const bars = dailyBars(9);
    const pyramid = Pyramid.of(columnsOf(bars));
    const [oldest] = bars;
    if (oldest === undefined) throw new Error('no bars');
    expect(pyramid.patchNewest({ ...oldest, close: 1 })).toBe('ignored');
    expect(pyramid.patchNewest({ ...oldest, time: Number.NaN })).toBe('ignored');
    expect(levelOf(pyramid, 0)).toEqual(bars);
  });

  it('never writes to the columns that it was given', () => {
    const bars = dailyBars(5);
    const columns = columnsOf(bars);
    const pyramid = Pyramid.of(columns);
    const newest = bars[4] as Bar;
    pyramid.patchNewest({ ...newest, close: 1 });
    pyramid.patchNewest({ ...newest, time: newest.time + 86_400 });
    expect(columns.close[4]).toBe(newest.close);
    expect(columns.time).toHaveLength(5);
    expect(pyramid.level(0).at(4).close).toBe(1);
  });

  it('keeps little in reserve, however long the series', () => {
    const bars = columnsOf(dailyBars(100_000));
    const pyramid = Pyramid.of(bars);
    const last = (bars.time[bars.length - 1] as number) + 86_400;
    const bar = { open: 1, high: 1, low: 1, close: 1, volume: 1 };
    for (let i = 0; i < 5_000; i++) pyramid.patchNewest({ ...bar, time: last + i * 86_400 });
    expect(pyramid.length).toBe(105_000);
    expect(pyramid.level(0).columns.time.length).toBeLessThan(110_000);
    expect(pyramid.level(0).at(104_999)).toMatchObject({ close: 1 });
    expect(pyramid.level(0).at(99_999).close).toBe(bars.close[99_999]);
  });

  it('grows by thousands of live bars', () => {
    const bars = dailyBars(5_000);
    const pyramid = Pyramid.of(columnsOf([]));
    pyramid.level(5);
    for (const bar of bars) pyramid.patchNewest(bar);
    expect(levelOf(pyramid, 5)).toEqual(bruteForce(bars, 5));
  });
});
