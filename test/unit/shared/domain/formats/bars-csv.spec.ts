import { describe, expect, it } from 'vitest';
import {
  type BarsCsv,
  NAMED_SKIPPED_ROWS,
  parseBarsCsv,
} from '../../../../../src/shared/domain/formats/bars-csv';

const HEADER = 'Date,Open,High,Low,Close,Adj Close,Volume';
const GOOD = '2020-01-02,10,12,9,11,10.5,1000';
const THURSDAY = 1_577_923_200;
const FRIDAY = 1_578_009_600;

function parse(...lines: readonly string[]): BarsCsv {
  return parseBarsCsv(new TextEncoder().encode(lines.join('\n')));
}

/** What is skipped of a good row and one more row below it, on line 3. */
function faultOf(row: string, header = HEADER): BarsCsv['skipped'] {
  const { bars, skipped, skippedCount } = parse(header, GOOD, row);
  expect(bars.length).toBe(1);
  expect(skippedCount).toBe(skipped.length);
  return skipped;
}

describe('parseBarsCsv', () => {
  it('reads bars into columns', () => {
    const { bars, error, skippedCount } = parse(
      HEADER,
      '2020-01-02,10,12.5,9,11,10.5,1000',
      '2020-01-03,11,11.25,10.75,11,10.5,0',
      '',
    );
    expect({ error, skippedCount }).toEqual({ error: null, skippedCount: 0 });
    expect([...bars.time]).toEqual([THURSDAY, FRIDAY]);
    expect([...bars.open]).toEqual([10, 11]);
    expect([...bars.high]).toEqual([12.5, 11.25]);
    expect([...bars.low]).toEqual([9, 10.75]);
    expect([...bars.close]).toEqual([11, 11]);
    expect([...bars.adjustedClose]).toEqual([10.5, 10.5]);
    expect([...bars.volume]).toEqual([1000, 0]);
  });

  it('reads a file with byte order mark, CRLF, semicolons, quotes and columns of its own', () => {
    const { bars, skippedCount } = parseBarsCsv(
      new TextEncoder().encode(
        '\uFEFFVolume;CLOSE;Note;low;high;open;date\r\n' +
          '"1000";"11";"a;b";9;12;10;"2020/01/02"\r\n' +
          ';11;;10;11;11;20200103\r\n',
      ),
    );
    expect(skippedCount).toBe(0);
    expect([...bars.time]).toEqual([THURSDAY, FRIDAY]);
    expect([...bars.open]).toEqual([10, 11]);
    expect([...bars.volume]).toEqual([1000, 0]);
    expect([...bars.adjustedClose]).toEqual([NaN, NaN]);
  });

  it('sorts rows that stand in another order', () => {
    const { bars } = parse(HEADER, '2020-01-03,11,11,11,11,,', GOOD);
    expect([...bars.time]).toEqual([THURSDAY, FRIDAY]);
    expect([...bars.close]).toEqual([11, 11]);
    expect([...bars.open]).toEqual([10, 11]);
  });

  it('takes the date of a date-time for the session, not the day in UTC', () => {
    const { bars } = parse(HEADER, '2020-01-03T00:00:00+09:00,10,12,9,11,,');
    expect([...bars.time]).toEqual([FRIDAY]);
  });

  it('does not count blank lines, and counts lines from 1 with the header', () => {
    const { skipped, skippedCount } = parse(
      '',
      HEADER,
      '',
      GOOD,
      '   ',
      '2020-99-99,1,2,1,1,,',
      '',
    );
    expect(skippedCount).toBe(1);
    expect(skipped).toEqual([{ line: 6, reason: 'bad-date' }]);
  });

  it.each([
    ['missing-cells', '2020-01-03,10,12,9'],
    ['missing-cells', '2020-01-03,10,12,9,11'],
    ['missing-cells', '"2020-01-03,10,12,9,11,10.5,1000'],
    ['bad-date', ',10,12,9,11,10.5,1000'],
    ['bad-date', '2020-02-30,10,12,9,11,10.5,1000'],
    ['bad-date', '03.01.2020,10,12,9,11,10.5,1000'],
    ['bad-date', 'Total,10,12,9,11,10.5,1000'],
    ['bad-number', '2020-01-03,,12,9,11,10.5,1000'],
    ['bad-number', '2020-01-03,10,null,9,11,10.5,1000'],
    ['bad-number', '2020-01-03,10,12,NaN,11,10.5,1000'],
    ['bad-number', '2020-01-03,10,12,9,inf,10.5,1000'],
    ['bad-number', '2020-01-03,10,1e999,9,11,10.5,1000'],
    ['bad-number', '2020-01-03,10,12,9,11,10.5,1e999'],
    ['bad-number', '2020-01-03,10,12,9,11,10.5,null'],
    ['bad-number', '2020-01-03,10,12,9,11,10.5,-5'],
    ['bad-number', '2020-01-03,10,12,9,11,what,1000'],
    ['bad-number', '2020-01-03,"1,000.5",1200,900,1100,10.5,1000'],
    ['bad-number', '2020-01-03,1,000.5,12,9,11,10.5,1000'],
    ['bad-number', '2020-01-03,$10,12,9,11,10.5,1000'],
    ['not-positive', '2020-01-03,0,12,9,11,10.5,1000'],
    ['not-positive', '2020-01-03,10,12,-9,11,10.5,1000'],
    ['not-positive', '2020-01-03,0,0,0,0,0,0'],
    ['high-below-low', '2020-01-03,10,9,12,11,10.5,1000'],
    ['outside-range', '2020-01-03,13,12,9,11,10.5,1000'],
    ['outside-range', '2020-01-03,10,12,9,8.99,10.5,1000'],
    ['duplicate-date', GOOD],
    ['duplicate-date', '20200102,20,22,19,21,20.5,2000'],
  ])('skips a row for %s: %s', (reason, row) => {
    expect(faultOf(row)).toEqual([{ line: 3, reason }]);
  });

  it('keeps the first of two rows of one session, also where the later one differs', () => {
    const { bars } = parse(HEADER, GOOD, '2020-01-02,20,22,19,21,20.5,2000');
    expect([...bars.close]).toEqual([11]);
  });

  it('names the first of several faults, by cells, date, numbers, signs, range', () => {
    expect(faultOf('nonsense,x,0,-1,5,,')).toEqual([{ line: 3, reason: 'bad-date' }]);
    expect(faultOf('2020-01-03,x,0,-1,5,,')).toEqual([{ line: 3, reason: 'bad-number' }]);
    expect(faultOf('2020-01-03,9,0,-1,5,,')).toEqual([{ line: 3, reason: 'not-positive' }]);
    expect(faultOf('2020-01-03,9,1,3,5,,')).toEqual([{ line: 3, reason: 'high-below-low' }]);
  });

  it('does not let a bad row take the place of a good one of the same session', () => {
    const { bars, skipped } = parse(HEADER, '2020-01-02,0,0,0,0,0,0', GOOD);
    expect([...bars.close]).toEqual([11]);
    expect(skipped).toEqual([{ line: 2, reason: 'not-positive' }]);
  });

  it.each(['', 'null', 'NaN', 'nan', '-inf', 'inf', 'Infinity', 'N/A', '-', '0', '-3.5', '1e999'])(
    'leaves the row good where the adjusted close is %j',
    (cell) => {
      const { bars, skippedCount } = parse(HEADER, `2020-01-02,10,12,9,11,${cell},1000`);
      expect(skippedCount).toBe(0);
      expect([...bars.adjustedClose]).toEqual([NaN]);
      expect([...bars.close]).toEqual([11]);
    },
  );

  it('allows a millionth of rounding at the edges of the range, and no more', () => {
    const within = parse(HEADER, '2020-01-02,20.79,20.79,20.1,20.790001,,');
    expect(within.bars.length).toBe(1);
    expect([...within.bars.close]).toEqual([20.790001]);
    expect(faultOf('2020-01-03,20.79,20.79,20.1,20.79003,,')).toMatchObject([
      { reason: 'outside-range' },
    ]);
  });

  it('takes an empty or missing volume, and `-0`, for 0', () => {
    const { bars } = parse(HEADER, '2020-01-02,10,12,9,11,,', '2020-01-03,10,12,9,11,,-0');
    expect([...bars.volume].map((volume) => Object.is(volume, 0))).toEqual([true, true]);
    expect([...parse('Date,Open,High,Low,Close', '2020-01-02,10,12,9,11').bars.volume]).toEqual([
      0,
    ]);
  });

  it('bears empty cells too many at the end of a row', () => {
    expect(parse(HEADER, `${GOOD},,  ,""`).bars.length).toBe(1);
  });

  it('names twenty skipped rows and counts the others', () => {
    const bad = Array.from({ length: 50 }, () => 'x,1,1,1,1,,');
    const { skippedCount, skipped } = parse(HEADER, GOOD, ...bad);
    expect(skippedCount).toBe(50);
    expect(skipped.length).toBe(NAMED_SKIPPED_ROWS);
    expect(skipped.at(-1)).toEqual({ line: 22, reason: 'bad-date' });
  });

  it.each([
    ['missing-columns', ['Date,Open,High,Low', GOOD]],
    ['missing-columns', [GOOD, GOOD]],
    ['missing-columns', ['']],
    ['no-valid-rows', [HEADER]],
    ['no-valid-rows', [HEADER, '', '']],
    ['no-valid-rows', [HEADER, 'x,1,1,1,1,,']],
  ])('takes nothing from a file with %s', (error, lines) => {
    const parsed = parse(...lines);
    expect(parsed.error).toBe(error);
    expect(parsed.bars.length).toBe(0);
    expect(parsed.bars.buffer.byteLength).toBe(0);
  });

  it('takes nothing from a file of quarter hours', () => {
    const times = ['09:30', '09:45', '10:00', '10:15'];
    const rows = times.map((time) => `2020-01-02 ${time}:00-05:00,10,12,9,11,,5`);
    const { error, bars, skippedCount } = parse(HEADER, ...rows);
    expect({ error, bars: bars.length, skippedCount }).toEqual({
      error: 'not-daily',
      bars: 0,
      skippedCount: 4,
    });
  });
});
