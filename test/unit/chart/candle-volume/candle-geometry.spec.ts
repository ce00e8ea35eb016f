import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  candleWidths,
  spanAround,
  spanBetween,
} from '../../../../src/chart/candle-volume/candle-geometry';

describe('candleWidths', () => {
  it('draws hairlines where there is no room for a body', () => {
    expect(candleWidths(1.25, 1)).toEqual({ wick: 1, body: 1, volume: 1 });
  });

  it('gives a body its shape from 2.5 px on', () => {
    expect(candleWidths(2.5, 1)).toEqual({ wick: 1, body: 3, volume: 3 });
    expect(candleWidths(2.5, 2)).toEqual({ wick: 2, body: 4, volume: 4 });
  });

  it('fills about three quarters of a wide spacing, up to a limit', () => {
    // 10 * 0.72 = 7.2: odd like the wick.
    expect(candleWidths(10, 1)).toEqual({ wick: 1, body: 7, volume: 9 });
    // 20 * 0.72 = 14.4: even like the wick of 2.
    expect(candleWidths(10, 2)).toEqual({ wick: 2, body: 14, volume: 18 });
    expect(candleWidths(100, 1).body).toBe(27);
  });

  it('keeps wick, body and volume centred on each other at any pixel ratio', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 80, noNaN: true }),
        fc.constantFrom(1, 1.25, 1.5, 1.75, 2, 3),
        (spacing, ratio) => {
          const { wick, body, volume } = candleWidths(spacing, ratio);
          expect((body - wick) % 2).toBe(0);
          expect((volume - wick) % 2).toBe(0);
          expect(Math.min(body, volume)).toBeGreaterThanOrEqual(wick);
        },
      ),
    );
  });
});

describe('spans', () => {
  it('stand around their centre in whole device pixels', () => {
    expect(spanAround(10.4, 1, 1)).toEqual({ start: 10, length: 1 });
    expect(spanAround(10.4, 3, 1)).toEqual({ start: 9, length: 3 });
    expect(spanAround(10.4, 4, 2)).toEqual({ start: 19, length: 4 });
  });

  it('run between two coordinates in any order and never vanish', () => {
    expect(spanBetween(20.2, 10.6, 1, 1)).toEqual({ start: 11, length: 9 });
    expect(spanBetween(10, 10, 1, 1)).toEqual({ start: 10, length: 1 });
    expect(spanBetween(10, 10.1, 2, 2)).toEqual({ start: 20, length: 2 });
  });
});
