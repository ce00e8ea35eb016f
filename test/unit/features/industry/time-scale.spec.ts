import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  dayAt,
  dayOf,
  fitSpan,
  panBy,
  reveal,
  xOf,
  zoomAbout,
} from '../../../../src/features/industry/time-scale';

const WIDTH = 1000;
const RECORD = { fromDay: dayOf('2013-01-01'), toDay: dayOf('2027-01-01') };
const ROOM = { widthPx: WIDTH, record: RECORD };
const daysShown = (scale: { dayPx: number }): number => WIDTH / scale.dayPx;

const anyScale = fc.record({
  fromDay: fc.double({ min: RECORD.fromDay - 3000, max: RECORD.toDay, noNaN: true }),
  dayPx: fc.double({ min: WIDTH / 7305, max: WIDTH / 14, noNaN: true }),
});
const anyX = fc.double({ min: 0, max: WIDTH, noNaN: true });

describe('dates and days', () => {
  it('are each other', () => {
    for (const date of ['1969-12-31', '1970-01-01', '2024-02-29', '2026-11-26']) {
      expect(dateOf(dayOf(date))).toBe(date);
      expect(dateOf(dayOf(date) + 0.99)).toBe(date);
    }
  });
});

describe('all of a span', () => {
  it('lies within the width with a margin on both sides', () => {
    const scale = fitSpan(RECORD, WIDTH);
    expect(xOf(scale, RECORD.fromDay)).toBeCloseTo(30, 6);
    expect(xOf(scale, RECORD.toDay)).toBeCloseTo(910, 6);
  });

  it('is two weeks at least', () => {
    const scale = fitSpan({ fromDay: 100, toDay: 101 }, WIDTH);
    expect(daysShown(scale)).toBe(14);
    expect(xOf(scale, 100)).toBeGreaterThan(0);
    expect(xOf(scale, 101)).toBeLessThan(WIDTH);
  });

  it('is all of it where that is more than two decades', () => {
    const scale = fitSpan({ fromDay: 0, toDay: 12_000 }, WIDTH);
    expect(xOf(scale, 0)).toBeGreaterThan(0);
    expect(xOf(scale, 12_000)).toBeLessThan(WIDTH);
  });
});

describe('zooming', () => {
  it('keeps the moment under the pointer', () => {
    fc.assert(
      fc.property(anyScale, anyX, fc.double({ min: 0.1, max: 10, noNaN: true }), (scale, x, by) => {
        const zoomed = zoomAbout(scale, by, x, ROOM);
        expect(xOf(zoomed, dayAt(scale, x))).toBeCloseTo(x, 4);
      }),
    );
  });

  it('goes from two weeks to two decades', () => {
    const scale = fitSpan(RECORD, WIDTH);
    expect(daysShown(zoomAbout(scale, 1e6, 500, ROOM))).toBeCloseTo(14, 6);
    expect(daysShown(zoomAbout(scale, 1e-6, 500, ROOM))).toBeCloseTo(20 * 365.25, 6);
  });

  it('comes back where it was', () => {
    const scale = { fromDay: dayOf('2020-01-01'), dayPx: 1 };
    const back = zoomAbout(zoomAbout(scale, 2, 300, ROOM), 0.5, 300, ROOM);
    expect(back.fromDay).toBeCloseTo(scale.fromDay, 6);
    expect(back.dayPx).toBeCloseTo(1, 9);
  });
});

describe('panning', () => {
  it('moves by the pixels asked for', () => {
    const scale = { fromDay: dayOf('2019-01-01'), dayPx: 2 };
    expect(panBy(scale, 50, WIDTH, RECORD)).toEqual({ ...scale, fromDay: scale.fromDay + 25 });
  });

  it('never loses the record', () => {
    fc.assert(
      fc.property(anyScale, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (scale, px) => {
        const middle = dayAt(panBy(scale, px, WIDTH, RECORD), WIDTH / 2);
        expect(middle).toBeGreaterThanOrEqual(RECORD.fromDay - 1e-6);
        expect(middle).toBeLessThanOrEqual(RECORD.toDay + 1e-6);
      }),
    );
  });
});

describe('bringing into view', () => {
  it('moves only where it must, and then as little as it can', () => {
    const scale = { fromDay: 1000, dayPx: 10 };
    expect(reveal(scale, { fromDay: 1010, toDay: 1011 }, WIDTH, 40)).toBe(scale);
    expect(reveal(scale, { fromDay: 990, toDay: 991 }, WIDTH, 40).fromDay).toBe(986);
    expect(reveal(scale, { fromDay: 1200, toDay: 1201 }, WIDTH, 40).fromDay).toBe(1105);
  });

  it('shows the beginning of what is longer than the picture', () => {
    const moved = reveal({ fromDay: 0, dayPx: 10 }, { fromDay: 150, toDay: 900 }, WIDTH, 0);
    expect(moved.fromDay).toBe(150);
  });
});
