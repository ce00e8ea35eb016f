import { describe, expect, it } from 'vitest';
import { measureMove } from '../../../../../src/shared/domain/drawing/measured-move';
import { barsOf } from '../candle/bar-rows';

const bars = barsOf([0, 60, 120, 300].map((time) => [time, 1, 1, 1, 1, 1, NaN]));
const point = (time: number, price: number) => ({ time, price });

describe('measureMove', () => {
  it('counts bars and not time where there is a gap', () => {
    expect(measureMove(bars, point(60, 50), point(300, 60))).toEqual({
      bars: 2,
      seconds: 240,
      price: 10,
      percent: 20,
    });
  });

  it('goes back too, and takes the bar under each point', () => {
    expect(measureMove(bars, point(299, 50), point(59, 40))).toEqual({
      bars: -2,
      seconds: -240,
      price: -10,
      percent: -20,
    });
  });

  it('does not guess bars outside the series', () => {
    expect(measureMove(bars, point(0, 1), point(301, 1)).bars).toBeNull();
    expect(measureMove(bars, point(-1, 1), point(60, 1)).bars).toBeNull();
    expect(measureMove(barsOf([]), point(0, 1), point(60, 1)).bars).toBeNull();
  });

  it('has no percent of nothing', () => {
    expect(measureMove(bars, point(0, 0), point(60, 1)).percent).toBeNull();
  });
});
