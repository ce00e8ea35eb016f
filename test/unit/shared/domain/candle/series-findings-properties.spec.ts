import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BarColumns,
  packBars,
  subBars,
  viewPackedBars,
} from '../../../../../src/shared/domain/candle/bar-columns';
import { joinWhole } from '../../../../../src/shared/domain/candle/join-whole';
import {
  NOTHING_SAID,
  SCAN_REACH,
  tailFindings,
  wholeFindings,
} from '../../../../../src/shared/domain/candle/series-findings';
import { barsOf, rowsOf } from './bar-rows';

const RUNS = { numRuns: 10_000 };
const DAY = 86_400;

const bar = (time: number, close: number) => [time, close, close, close, close, 1, close] as const;
/** Prices that stay, halve, double, or come in another unit. */
const price = fc.constantFrom(10, 10, 10, 10.2, 9.9, 5, 20, 1000, 0.1, 1020);
const series = (minLength: number, maxLength: number): fc.Arbitrary<BarColumns> =>
  fc
    .array(price, { minLength, maxLength })
    .map((prices) => barsOf(prices.map((close, index) => bar(index * DAY, close))));
const someBars = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 20 }), price), {
    maxLength: 12,
    selector: ([day]) => day,
  })
  .map((rows) =>
    barsOf(rows.toSorted(([one], [other]) => one - other).map(([day, close]) => bar(day, close))),
  );
const splitDays = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 2 });

describe('findings', () => {
  it('of a series that grows at its end are those of a scan of all of it', () => {
    fc.assert(
      fc.property(series(2, 50), fc.nat(), fc.nat(), splitDays, (bars, cut, overlap, days) => {
        const end = 1 + (cut % (bars.length - 1));
        const changedFrom = Math.max(0, end - (overlap % 6));
        const splits = [...new Set(days)].sort((a, b) => a - b).map((day) => day * DAY);
        const facts = { ...NOTHING_SAID, splits };
        const before = wholeFindings(subBars(bars, 0, end), facts);
        const from = Math.max(0, changedFrom - SCAN_REACH);
        const window = subBars(bars, from, bars.length);
        const grown = tailFindings(before, window, changedFrom - from, facts);
        expect(grown).toEqual(wholeFindings(bars, facts));
      }),
      RUNS,
    );
  });

  it('are the same whenever the same bars are scanned', () => {
    fc.assert(
      fc.property(series(0, 40), (bars) => {
        const copy = viewPackedBars(packBars(bars));
        const found = wholeFindings(bars, NOTHING_SAID);
        expect(wholeFindings(copy, NOTHING_SAID)).toEqual(found);
        const times = found.suspects.map(({ time }) => time);
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      }),
      RUNS,
    );
  });
});

describe('a whole answer over what is stored', () => {
  it('has every bar of the answer as it came, loses none that is older, and changes nothing again', () => {
    fc.assert(
      fc.property(someBars, someBars, (fresh, stored) => {
        const { bars } = joinWhole(fresh, stored, []);
        const rows = rowsOf(bars);
        expect(rows.map(([time]) => time)).toEqual([...new Set(bars.time)].sort((a, b) => a - b));
        for (const row of rowsOf(fresh)) expect(rows).toContainEqual(row);
        const first = fresh.time[0] ?? Infinity;
        for (const row of rowsOf(stored)) if (row[0] < first) expect(rows).toContainEqual(row);
        expect(rowsOf(joinWhole(fresh, bars, []).bars)).toEqual(rows);
      }),
      RUNS,
    );
  });
});
