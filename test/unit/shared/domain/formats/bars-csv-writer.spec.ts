import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createZoneClock } from '../../../../../src/shared/domain/calendar/zone-clock';
import { allocateBars, type BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import {
  type BarsCsvParts,
  writeBarsCsv,
} from '../../../../../src/shared/domain/formats/bars-csv-writer';

const HEADERS = ['Session', 'Open (USD)', 'High', 'Low', 'Close', 'Volume', 'Adjusted'] as const;

function bars(times: readonly number[], closes: readonly number[], adjusted = NaN): BarColumns {
  const made = allocateBars(times.length);
  made.time.set(times);
  for (const column of [made.open, made.high, made.low, made.close]) column.set(closes);
  made.volume.fill(1_000);
  made.adjustedClose.fill(adjusted);
  return made;
}

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const parse = (csv: string): string[][] => Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;

function write(own: BarColumns, rest: Partial<BarsCsvParts> = {}): string[][] {
  return parse(writeBarsCsv(partsOf(own, rest)));
}

function partsOf(own: BarColumns, rest: Partial<BarsCsvParts> = {}): BarsCsvParts {
  return {
    ...{ bars: own, from: 0, to: own.length - 1, interval: 'D', clock: null },
    ...{ headers: [...HEADERS], others: [], bom: false },
    ...rest,
  };
}

describe('bars as CSV', () => {
  const days = bars([seconds('2026-05-27T00:00:00Z'), seconds('2026-05-28T00:00:00Z')], [1.5, 2]);

  it('have the date of the session and numbers as numbers', () => {
    expect(write(days)).toEqual([
      [...HEADERS.slice(0, 6)],
      ['2026-05-27', '1.5', '1.5', '1.5', '1.5', '1000'],
      ['2026-05-28', '2', '2', '2', '2', '1000'],
    ]);
  });

  it('hold the bars asked for only, both ends included', () => {
    expect(write(days, { from: 1, to: 1 }).slice(1)).toEqual([
      ['2026-05-28', '2', '2', '2', '2', '1000'],
    ]);
  });

  it('have the adjusted close where there is one', () => {
    const adjusted = bars([0], [10], 9.5);
    expect(write(adjusted)).toEqual([
      [...HEADERS],
      ['1970-01-01', '10', '10', '10', '10', '1000', '9.5'],
    ]);
  });

  it.each([
    ['America/New_York', '2026-05-28T13:30:00Z', '2026-05-28T09:30:00-04:00'],
    ['Asia/Hong_Kong', '2026-05-28T01:30:00Z', '2026-05-28T09:30:00+08:00'],
    ['Asia/Kolkata', '2026-05-28T03:45:00Z', '2026-05-28T09:15:00+05:30'],
    ['UTC', '2026-05-28T01:30:00Z', '2026-05-28T01:30:00Z'],
  ])('tell a moment on the clock of %s', (zone, utc, text) => {
    const own = bars([seconds(utc)], [1]);
    const [, row] = write(own, { interval: '5m', clock: createZoneClock(zone) });
    expect(row?.[0]).toBe(text);
    expect(Date.parse(text)).toBe(Date.parse(utc));
  });

  it('leave cells empty where another exchange was closed', () => {
    const others = [{ header: 'Index, "all"', closes: [NaN, 7] }];
    const rows = write(days, { others });
    expect(rows.map((row) => row.at(-1))).toEqual(['Index, "all"', '', '7']);
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])(
    'run nothing in a spreadsheet: %j',
    (text) => {
      const [head] = write(days, { others: [{ header: text, closes: [1, 2] }] });
      expect(head?.at(-1)).toBe(`'${text}`);
    },
  );

  it('begin with a byte order mark where that is asked for', () => {
    expect(writeBarsCsv(partsOf(days, { bom: true })).startsWith('\ufeffSession')).toBe(true);
    expect(writeBarsCsv(partsOf(days)).startsWith('Session')).toBe(true);
  });

  it('give back every number and every header', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const header = fc.string({ minLength: 1 }).filter((text) => !/^[=+\-@\t\r]|\0/.test(text));
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), header, (closes, name) => {
        const own = bars(
          closes.map((_, at) => at * 86_400),
          closes,
        );
        const csv = writeBarsCsv(partsOf(own, { others: [{ header: name, closes }] }));
        const [head, ...rows] = Papa.parse<string[]>(csv, { newline: '\r\n', delimiter: ',' }).data;
        expect(head?.at(-1)).toBe(name);
        expect(rows.slice(0, -1).map((row) => Number(row[4]) + 0)).toEqual(
          closes.map((close) => close + 0),
        );
      }),
    );
  });
});
