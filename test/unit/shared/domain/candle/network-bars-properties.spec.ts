import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
} from '../../../../../src/shared/domain/candle/bar-columns';
import { cleanBars } from '../../../../../src/shared/domain/candle/clean-bars';
import { mergeBars } from '../../../../../src/shared/domain/candle/merge-bars';

const RUNS = { numRuns: 10_000 };
const DAY = 86_400;
const LAST_TIME = 60 * DAY;

type Row = readonly [number, number, number, number, number, number, number];

function columns(rows: readonly Row[]): BarColumns {
  const bars = allocateBars(rows.length);
  for (const [index, row] of rows.entries()) {
    for (const [column, name] of BAR_COLUMN_NAMES.entries()) {
      bars[name][index] = row[column] as number;
    }
  }
  return bars;
}

const rowsOf = (bars: BarColumns): number[][] =>
  Array.from({ length: bars.length }, (_, index) =>
    BAR_COLUMN_NAMES.map((name) => bars[name][index] as number),
  );

/** Anything that a source could write into a cell. */
const cell = fc.oneof(
  fc.double({ min: 0.01, max: 1000 }),
  fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -1, 100, 1),
);
const anyRow: fc.Arbitrary<Row> = fc.tuple(
  fc.oneof(
    fc.integer({ min: 0, max: 90 }).map((day) => day * DAY),
    fc.constant(Number.NaN),
  ),
  ...([cell, cell, cell, cell, cell, cell] as const),
);

const goodRow: fc.Arbitrary<Row> = fc
  .tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 1, max: 50 }),
    fc.integer({ min: 0, max: 50 }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([day, low, range, volume]) => [
    day * DAY,
    low,
    low + range,
    low,
    low + range,
    volume,
    Number.NaN,
  ]);
const goodBars = fc
  .uniqueArray(goodRow, { maxLength: 8, selector: ([time]) => time })
  .map((rows) => columns(rows.toSorted((one, other) => one[0] - other[0])));

describe('cleaning, whatever a source writes', () => {
  it('leaves bars that rise strictly, hold together and have finished', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
        const { bars, faults } = cleanBars(columns(rows), LAST_TIME);
        let before = -Infinity;
        for (const [time, open, high, low, close, volume, adjusted] of rowsOf(
          bars,
        ) as unknown as Row[]) {
          expect(time).toBeGreaterThan(before);
          expect(time).toBeLessThanOrEqual(LAST_TIME);
          expect(low).toBeGreaterThan(0);
          expect(low).toBeLessThanOrEqual(Math.min(open, close));
          expect(high).toBeGreaterThanOrEqual(Math.max(open, close));
          expect(Number.isFinite(high) && volume >= 0).toBe(true);
          expect(Number.isNaN(adjusted) || adjusted > 0).toBe(true);
          before = time;
        }
        expect(bars.length + faults.length).toBeLessThanOrEqual(rows.length);
        expect(rowsOf(cleanBars(bars, LAST_TIME).bars)).toEqual(rowsOf(bars));
      }),
      RUNS,
    );
  });

  it('replaces the last bar where the source repeats it', () => {
    const rows: Row[] = [
      [DAY, 10, 12, 9, 11, 5, Number.NaN],
      [DAY, 10, 13, 9, 12, 8, Number.NaN],
    ];
    const { bars, faults } = cleanBars(columns(rows), LAST_TIME);
    expect(rowsOf(bars)).toEqual([rows[1]]);
    expect(faults).toEqual([]);
  });

  it('never keeps what a session under way has so far', () => {
    const rows: Row[] = [
      [DAY, 10, 12, 9, 11, 5, 11],
      [2 * DAY, 11, 12, 9, 11, 5, 11],
    ];
    const { bars, faults } = cleanBars(columns(rows), DAY);
    expect([...bars.time]).toEqual([DAY]);
    expect(faults).toEqual([{ index: 1, fault: 'in-the-future' }]);
  });
});

describe('merging', () => {
  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(goodBars, goodBars, (one, other) => {
        const once = mergeBars(one, other);
        expect(rowsOf(mergeBars(once, other))).toEqual(rowsOf(once));
        expect(rowsOf(mergeBars(once, once))).toEqual(rowsOf(once));
      }),
      RUNS,
    );
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(goodBars, goodBars, goodBars, (one, two, three) => {
        const forward = mergeBars(mergeBars(one, two), three);
        expect(rowsOf(mergeBars(two, one))).toEqual(rowsOf(mergeBars(one, two)));
        expect(rowsOf(mergeBars(three, mergeBars(two, one)))).toEqual(rowsOf(forward));
      }),
      RUNS,
    );
  });

  it('keeps every time of either, once', () => {
    fc.assert(
      fc.property(goodBars, goodBars, (one, other) => {
        const times = [...new Set([...one.time, ...other.time])].sort((a, b) => a - b);
        expect([...mergeBars(one, other).time]).toEqual(times);
      }),
      RUNS,
    );
  });
});
