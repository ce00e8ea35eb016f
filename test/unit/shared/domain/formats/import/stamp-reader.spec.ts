import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateForm } from '../../../../../../src/shared/domain/formats/import/import-plan';
import { StampReader } from '../../../../../../src/shared/domain/formats/import/stamp-reader';
import { utf8Bytes } from '../../../../../../src/shared/domain/formats/import/utf8-text';

/** What the reader makes of a cell, as ISO text of the wall clock; null where it refuses it. */
function read(form: DateForm, date: string, time = ''): string | null {
  const reader = new StampReader(form);
  const bytes = utf8Bytes(`junk${date}junk`);
  if (!reader.read(bytes, 4, bytes.length - 4)) return null;
  const more = utf8Bytes(time);
  if (time !== '' && !reader.addTime(more, 0, more.length)) return null;
  const wall = new Date(reader.wall * 1000).toISOString().slice(0, 19);
  const offset = Number.isNaN(reader.offset) ? '' : ` ${reader.offset}`;
  return `${reader.hasTime ? wall : wall.slice(0, 10)}${offset}`;
}

describe('a date', () => {
  it.each([
    ['ymd', '2024-01-02', '2024-01-02'],
    ['ymd', '20240102', '2024-01-02'],
    ['ymd', '2024/1/2', '2024-01-02'],
    ['ymd', '2024.01.02', '2024-01-02'],
    ['ymd', '2024年1月2日', '2024-01-02'],
    ['dmy', '02/01/2024', '2024-01-02'],
    ['dmy', '2.1.24', '2024-01-02'],
    ['mdy', '1/2/2024', '2024-01-02'],
    ['mdy', '1/2/99', '1999-01-02'],
    ['mdy', 'Jan 02, 2024', '2024-01-02'],
    ['dmy', '02-Jan-2024', '2024-01-02'],
    ['ymd', '2024-02-29', '2024-02-29'],
    ['ymd', '2023-02-29', null],
    ['ymd', '2024-13-01', null],
    ['ymd', '02/01/2024', null],
    ['dmy', '2024-01-02', null],
    ['mdy', '13/01/2024', null],
    ['ymd', '2024-01/02', null],
    ['ymd', '', null],
    ['ymd', '2024-01-02x', null],
  ] as const)('%s %j is %j', (form, cell, expected) => {
    expect(read(form, cell)).toBe(expected);
  });

  it.each([
    ['ymd', '2024-01-02T09:30', '2024-01-02T09:30:00'],
    ['ymd', '2024-01-02 09:30:15.250', '2024-01-02T09:30:15'],
    ['ymd', '2024-01-02 00:00:00+08:00', '2024-01-02T00:00:00 28800'],
    ['ymd', '2024-01-02 00:00:00-0330', '2024-01-02T00:00:00 -12600'],
    ['ymd', '2024-01-02T09:30:00Z', '2024-01-02T09:30:00 0'],
    ['mdy', '1/2/2024 9:30 PM', '2024-01-02T21:30:00'],
    ['mdy', '1/2/2024 12:05 AM', '2024-01-02T00:05:00'],
    ['ymd', '2024年1月2日 下午3:00', '2024-01-02T15:00:00'],
    ['epoch-s', '1704207600', '2024-01-02T15:00:00 0'],
    ['epoch-s', '1704207600.0', '2024-01-02T15:00:00 0'],
    ['epoch-ms', '1704207600999', '2024-01-02T15:00:00 0'],
    ['ymd', '2024-01-02 24:00', null],
    ['ymd', '2024-01-02 09:60', null],
    ['mdy', '1/2/2024 13:30 PM', null],
    ['epoch-s', '-1', null],
    ['epoch-s', '99999999999999999999', null],
  ] as const)('%s %j holds the time %j', (form, cell, expected) => {
    expect(read(form, cell)).toBe(expected);
  });

  it.each([
    ['0931', '2024-01-02T09:31:00'],
    ['93100', '2024-01-02T09:31:00'],
    ['9:31', '2024-01-02T09:31:00'],
    ['15:00:01', '2024-01-02T15:00:01'],
    ['25:00', null],
    ['noon', null],
  ] as const)('takes the time of day %j from a cell of its own', (time, expected) => {
    expect(read('ymd', '2024-01-02', time)).toBe(expected);
  });

  it('is read in every form in which it is written', () => {
    const pad = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2069-12-31'), noInvalidDate: true }),
        fc.constantFrom('-', '/', '.'),
        fc.boolean(),
        (date, mark, padded) => {
          const write = padded ? pad : String;
          const [year, month, day] = [
            date.getUTCFullYear(),
            date.getUTCMonth() + 1,
            date.getUTCDate(),
          ];
          const expected = date.toISOString().slice(0, 10);
          const [m, d] = [write(month), write(day)];
          expect(read('ymd', [year, m, d].join(mark))).toBe(expected);
          expect(read('dmy', [d, m, year].join(mark))).toBe(expected);
          expect(read('mdy', [m, d, year].join(mark))).toBe(expected);
          expect(read('ymd', `${year}${pad(month)}${pad(day)}`)).toBe(expected);
          expect(read('dmy', [d, m, pad(year % 100)].join(mark))).toBe(expected);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('is refused and never thrown on, whatever the cell holds', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 30 }),
        fc.constantFrom<DateForm>('ymd', 'dmy', 'mdy', 'epoch-s', 'epoch-ms'),
        (bytes, form) => {
          const reader = new StampReader(form);
          if (reader.read(bytes, 0, bytes.length)) expect(Number.isFinite(reader.wall)).toBe(true);
          reader.addTime(bytes, 0, bytes.length);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
