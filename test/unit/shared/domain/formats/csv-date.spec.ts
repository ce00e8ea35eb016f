import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSessionStamp } from '../../../../../src/shared/domain/formats/csv-date';

function parse(text: string): ReturnType<typeof parseSessionStamp> {
  const bytes = new TextEncoder().encode(text);
  return parseSessionStamp(bytes, 0, bytes.length);
}

describe('parseSessionStamp', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -86_400],
    ['2000-01-01', 946_684_800],
    ['2020-01-02', 1_577_923_200],
    ['2020/01/02', 1_577_923_200],
    ['20200102', 1_577_923_200],
    ['2024-02-29', 1_709_164_800],
    ['2000-02-29', 951_782_400],
    ['0001-01-01', -62_135_596_800],
    ['9999-12-31', 253_402_214_400],
  ])('reads %s', (text, sessionKey) => {
    expect(parse(text)).toEqual({ sessionKey, minuteOfDay: null });
  });

  it.each([
    ['2020-01-02T00:00:00Z', 0],
    ['2020-01-02T09:30:00-05:00', 570],
    ['2020-01-02 09:30', 570],
    ['2020-01-02 23:59:59.999999+0800', 1439],
    ['2020-01-02 00:00:00+08:00', 0],
    ['2020/01/02 16:00:00', 960],
    ['20200102 16:00:00', 960],
    ['2020-01-02 16:00:00 +09:00', 960],
  ])('takes the date of %s as it is written', (text, minuteOfDay) => {
    expect(parse(text)).toEqual({ sessionKey: 1_577_923_200, minuteOfDay });
  });

  it.each([
    '',
    '2020',
    '2020-1-2',
    '2020-01-0',
    '2020-13-01',
    '2020-00-10',
    '2020-01-00',
    '2020-01-32',
    '2023-02-29',
    '1900-02-29',
    '2020-04-31',
    '0000-01-01',
    '02-01-2020',
    '01/02/2020',
    '2020-01/02',
    '2020.01.02',
    '2020-01-02x',
    '2020-01-02T',
    '2020-01-02T24:00',
    '2020-01-02 12:60',
    '2020-01-02 9:30',
    '2020-01-02 noon',
    '202001021',
    'yyyy-mm-dd',
    '-020-01-01',
    '1577923200',
    '2020-01-02T00:00:00.000000000000000000000000000000Z',
  ])('refuses %j', (text) => {
    expect(parse(text)).toBeNull();
  });

  it('does not read beyond the cell', () => {
    const bytes = new TextEncoder().encode('2020,-01-02');
    expect(parseSessionStamp(bytes, 0, 4)).toBeNull();
    const dashed = new TextEncoder().encode('2020-01-02');
    expect(parseSessionStamp(dashed, 0, 9)).toBeNull();
    expect(parseSessionStamp(dashed, 0, 8)).toBeNull();
  });

  it('agrees with Date on every day from 0001 to 9999', () => {
    const days = fc.integer({ min: -719_162, max: 2_932_896 });
    fc.assert(
      fc.property(days, (day) => {
        const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(parse(text)?.sessionKey).toBe(day * 86_400);
        expect(parse(text.replaceAll('-', ''))?.sessionKey).toBe(day * 86_400);
      }),
      { numRuns: 2000 },
    );
  });
});
