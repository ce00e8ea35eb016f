import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateBars, type BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import { compareBars } from '../../../../../src/shared/domain/candle/compare';

const DAY = 86_400;
const key = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

function series(...rows: readonly (readonly [number, number])[]): BarColumns {
  const bars = allocateBars(rows.length);
  for (const [index, [time, close]] of rows.entries()) {
    bars.time[index] = time;
    bars.close[index] = close;
  }
  return bars;
}

const daily = { interval: 'D', from: null } as const;
const from = (time: number) => ({ interval: 'D', from: time }) as const;

describe('compareBars', () => {
  const early = series([1, 50], [2, 100], [3, 110], [5, 90]);
  const late = series([2, 10], [4, 11], [5, 20]);

  it('starts at the earliest session that all have, with gaps where one was closed', () => {
    const found = compareBars([early, late], daily);
    expect([...(found?.time ?? [])]).toEqual([2, 3, 4, 5]);
    expect([...(found?.bases ?? [])]).toEqual([100, 10]);
    const rounded = found?.percent.map((column) => [...column].map((value) => Math.round(value)));
    expect(rounded).toEqual([
      [0, 10, NaN, -10],
      [0, NaN, 10, 100],
    ]);
  });

  it('starts at a given session, from the last close of a series that was closed then', () => {
    const found = compareBars([early, late], from(4));
    expect([...(found?.time ?? [])]).toEqual([4, 5]);
    expect([...(found?.bases ?? [])]).toEqual([110, 11]);
    expect(found?.percent[0]?.[0]).toBeNaN();
    expect(found?.percent[1]?.[0]).toBe(0);
  });

  it('takes the close before a day on which nobody traded', () => {
    const gap = series([1, 50], [4, 100]);
    const found = compareBars([gap], from(2));
    expect([...(found?.time ?? [])]).toEqual([4]);
    expect([...(found?.percent[0] ?? [])]).toEqual([100]);
  });

  it('has no line for a series that began later', () => {
    const found = compareBars([early, late], from(1));
    expect([...(found?.bases ?? [])]).toEqual([50, NaN]);
    expect([...(found?.percent[1] ?? [])]).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });

  it('is nothing where nothing is shared or left', () => {
    expect(compareBars([series([1, 1]), series([2, 1])], daily)).toBeNull();
    expect(compareBars([early, series()], daily)).toBeNull();
    expect(compareBars([early], from(6))).toBeNull();
    expect(compareBars([], daily)).toBeNull();
  });

  it('refuses a ninth series', () => {
    expect(compareBars(Array<BarColumns>(8).fill(early), daily)).not.toBeNull();
    expect(() => compareBars(Array<BarColumns>(9).fill(early), daily)).toThrow(RangeError);
  });

  it('matches weeks and months whose first sessions differ', () => {
    const usual = series([key('2026-02-09'), 10], [key('2026-02-16'), 20]);
    const holiday = series([key('2026-02-09'), 10], [key('2026-02-20'), 30]);
    const weeks = compareBars([usual, holiday], { interval: 'W', from: null });
    expect([...(weeks?.time ?? [])]).toEqual([key('2026-02-09'), key('2026-02-16')]);
    expect(weeks?.percent.map((column) => [...column])).toEqual([
      [0, 100],
      [0, 200],
    ]);
    const since = compareBars([usual, holiday], { interval: 'W', from: key('2026-02-18') });
    expect([...(since?.bases ?? [])]).toEqual([20, 30]);
    const months = compareBars([series([key('2026-01-01'), 5]), series([key('2026-01-02'), 7])], {
      interval: 'M',
      from: null,
    });
    expect([...(months?.time ?? [])]).toEqual([key('2026-01-01')]);
  });

  it('has every session of any series once, and each close where it was', () => {
    const made = fc.array(
      fc
        .uniqueArray(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 99 })), {
          maxLength: 12,
          selector: ([day]) => day,
        })
        .map((rows) =>
          series(...rows.toSorted(([a], [b]) => a - b).map(([d, c]) => [d * DAY, c] as const)),
        ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(made, (all) => {
        const shared = [...(all[0] as BarColumns).time].find((time) =>
          all.every((bars) => bars.time.includes(time)),
        );
        const found = compareBars(all, daily);
        if (shared === undefined) {
          expect(found).toBeNull();
          return;
        }
        const union = new Set(
          all.flatMap((bars) => [...bars.time]).filter((time) => time >= shared),
        );
        expect([...(found?.time ?? [])]).toEqual([...union].sort((a, b) => a - b));
        for (const [place, bars] of all.entries()) {
          const base = bars.close[bars.time.indexOf(shared)] as number;
          for (const [row, time] of (found?.time ?? []).entries()) {
            const index = bars.time.indexOf(time);
            const percent = found?.percent[place]?.[row];
            if (index < 0) expect(percent).toBeNaN();
            else expect(percent).toBeCloseTo((100 * (bars.close[index] as number)) / base - 100, 9);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
