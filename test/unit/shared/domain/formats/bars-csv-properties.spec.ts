import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
} from '../../../../../src/shared/domain/candle/bar-columns';
import { parseBarsCsv } from '../../../../../src/shared/domain/formats/bars-csv';
import { COLUMNS, printCsv, printRows } from './print-bars-csv';

const SECONDS_PER_DAY = 86_400;

const price = fc.double({ min: 1e-4, max: 1e9, noNaN: true });
const bar = fc.record({
  prices: fc.tuple(price, price, price, price),
  volume: fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e15, noNaN: true })),
  adjustedClose: fc.oneof(fc.constant(NaN), price),
});
const days = fc.uniqueArray(fc.integer({ min: -20_000, max: 40_000 }), {
  minLength: 1,
  maxLength: 40,
});

/** Any series of sound bars: the lowest of four prices is the low, the highest the high. */
const series = days.chain((chosen) =>
  fc
    .array(bar, { minLength: chosen.length, maxLength: chosen.length })
    .map((values): BarColumns => {
      const bars = allocateBars(values.length);
      const ascending = [...chosen].sort((one, other) => one - other);
      for (const [index, { prices, volume, adjustedClose }] of values.entries()) {
        bars.time[index] = (ascending[index] as number) * SECONDS_PER_DAY;
        bars.open[index] = prices[0];
        bars.high[index] = Math.max(...prices);
        bars.low[index] = Math.min(...prices);
        bars.close[index] = prices[1];
        bars.volume[index] = volume;
        bars.adjustedClose[index] = adjustedClose;
      }
      return bars;
    }),
);

function expectSame(parsed: BarColumns, bars: BarColumns): void {
  for (const name of BAR_COLUMN_NAMES) expect([...parsed[name]]).toEqual([...bars[name]]);
}

describe('parseBarsCsv, for any bars and bytes', () => {
  it('reads back what was printed', () => {
    fc.assert(
      fc.property(series, (bars) => {
        const parsed = parseBarsCsv(printCsv(printRows(bars)));
        expect(parsed).toMatchObject({ error: null, skippedCount: 0 });
        expectSame(parsed.bars, bars);
      }),
    );
  });

  it('gives the same bars for columns and rows in any order, with any separator', () => {
    const columns = fc.shuffledSubarray([...COLUMNS, 'Dividends', 'Note'], { minLength: 9 });
    const separator = fc.constantFrom(',', ';', '\t');
    const lineEnd = fc.constantFrom('\n', '\r\n');
    const shuffled = series.chain((bars) =>
      fc.tuple(fc.constant(bars), fc.shuffledSubarray(printRows(bars), { minLength: bars.length })),
    );
    fc.assert(
      fc.property(shuffled, columns, separator, lineEnd, ([bars, rows], names, mark, end) => {
        const parsed = parseBarsCsv(printCsv(rows, names, mark, end));
        expect(parsed).toMatchObject({ error: null, skippedCount: 0 });
        expectSame(parsed.bars, bars);
      }),
    );
  });

  it('accounts for every row: taken or skipped', () => {
    const cell = fc.constantFrom(
      '',
      '1',
      '2',
      '3',
      '-1',
      'x',
      '"',
      '2020-01-02',
      '2020-01-03',
      ',',
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { maxLength: 30 });
    fc.assert(
      fc.property(rows, (cells) => {
        const lines = cells.map((row) => row.join(',')).filter((line) => line !== '');
        const text = `${COLUMNS.join(',')}\n${lines.join('\n')}`;
        const { bars, skippedCount, skipped } = parseBarsCsv(new TextEncoder().encode(text));
        expect(bars.length + skippedCount).toBe(lines.length);
        expect(skipped.length).toBe(Math.min(20, skippedCount));
      }),
    );
  });

  it('never throws, and gives only sound bars, whatever the bytes are', () => {
    const header = new TextEncoder().encode('Date,Open,High,Low,Close,Adj Close,Volume\n');
    const row = '2020-01-02,10,12,9,11,10.5,1000\n';
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(fc.constantFrom(...row, '"', ';', '\r', 'e', '+', ' ', '\uFEFF'), { maxLength: 300 })
        .map((characters) => new TextEncoder().encode(characters.join(''))),
    );
    fc.assert(
      fc.property(fc.boolean(), noise, (withHeader, bytes) => {
        const { bars } = parseBarsCsv(withHeader ? new Uint8Array([...header, ...bytes]) : bytes);
        for (let index = 0; index < bars.length; index++) {
          expect(bars.time[index]).toBeGreaterThan(bars.time[index - 1] ?? -Infinity);
          expect(bars.low[index]).toBeGreaterThan(0);
          expect(bars.high[index]).toBeGreaterThanOrEqual(bars.low[index] as number);
          expect(Number.isFinite(bars.volume[index])).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
