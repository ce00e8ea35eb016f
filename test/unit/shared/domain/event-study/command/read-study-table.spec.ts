import { describe, expect, it } from 'vitest';
import { toDate } from '../../../../../../src/shared/domain/calendar/calendar-date';
import {
  readStudyTable,
  type StudyTable,
} from '../../../../../../src/shared/domain/event-study/command/read-study-table';
import { isFault } from '../../../../../../src/shared/domain/event-study/command/study-fault';

function table(text: string): StudyTable {
  const read = readStudyTable(text);
  if (isFault(read)) throw new Error(read.message);
  return read;
}

describe('readStudyTable', () => {
  it('reads a column of dates and one for each series', () => {
    const { keys, series } = table('Date,A,B\n2020-01-02,1.5,-2\n2020-01-03,1e-3,0\n');
    expect(Array.from(keys, toDate)).toEqual(['2020-01-02', '2020-01-03']);
    expect([...(series.get('A') ?? [])]).toEqual([1.5, 0.001]);
    expect([...(series.get('B') ?? [])]).toEqual([-2, 0]);
  });

  it('puts rows in the order of their dates', () => {
    const { keys, series } = table('Date,A\n2020-01-03,3\n2020-01-01,1\n2020-01-02,2\n');
    expect(Array.from(keys, toDate)).toEqual(['2020-01-01', '2020-01-02', '2020-01-03']);
    expect([...(series.get('A') ?? [])]).toEqual([1, 2, 3]);
  });

  it('finds the dates wherever their column stands, and without a name in the first', () => {
    expect([...table('A;date\n7;20200102\n').series]).toEqual([['A', Float64Array.of(7)]]);
    expect([...table(',A\n2020/01/02,7\n').series]).toEqual([['A', Float64Array.of(7)]]);
    expect(table('日期,A\n2020-01-02 00:00:00,7\n').keys).toHaveLength(1);
  });

  it.each(['', 'NaN', 'NA', 'n/a', '#N/A', 'null', '-', '.', ' '])(
    'takes %j as a missing value',
    (cell) => {
      expect(table(`Date,A,B\n2020-01-02,${cell},1\n`).series.get('A')).toEqual(
        Float64Array.of(NaN),
      );
    },
  );

  it('takes a row that ends early as missing values', () => {
    expect(table('Date,A,B\n2020-01-02,1\n').series.get('B')).toEqual(Float64Array.of(NaN));
  });

  it('says where a cell is neither', () => {
    expect(readStudyTable('Date,A\n2020-01-02,1\n2020-01-03,"1,5"\n')).toEqual({
      fault: 'bad-cell',
      message: 'line 3 of the data has "1,5" in column "A", which is no number',
    });
    expect(readStudyTable('Date,A\n2020-02-30,1\n')).toEqual({
      fault: 'bad-cell',
      message: 'line 2 of the data has "2020-02-30" in column "Date", which is no date',
    });
    expect(readStudyTable('Date,A\n2020-01-02,1\u0131\n')).toMatchObject({ fault: 'bad-cell' });
    expect(readStudyTable('Date,A\n2020-01-02,1e999\n')).toMatchObject({ fault: 'bad-cell' });
  });

  it('refuses two rows of one day, and a table without rows or series', () => {
    expect(readStudyTable('Date,A\n2020-01-02,1\n2020-01-03,1\n2020/01/02,1\n')).toEqual({
      ...{ fault: 'same-date', message: 'the data has two rows of 2020-01-02' },
    });
    for (const text of ['', 'Date,A\n', 'Date\n2020-01-02\n']) {
      expect(readStudyTable(text)).toMatchObject({ fault: 'bad-table' });
    }
  });
});
