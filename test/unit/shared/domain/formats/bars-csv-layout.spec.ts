import { describe, expect, it } from 'vitest';
import { readBarsCsvLayout } from '../../../../../src/shared/domain/formats/bars-csv-layout';

const layoutOf = (text: string): ReturnType<typeof readBarsCsvLayout> =>
  readBarsCsvLayout(new TextEncoder().encode(text));

describe('readBarsCsvLayout', () => {
  it('finds the columns of a usual file', () => {
    expect(layoutOf('Date,Open,High,Low,Close,Adj Close,Volume\n')).toEqual({
      separator: 0x2c,
      cellCount: 7,
      neededCells: 7,
      columns: { date: 0, open: 1, high: 2, low: 3, close: 4, adjustedClose: 5, volume: 6 },
      rowsStart: 42,
      firstRowLine: 2,
    });
  });

  it('finds them in any order, among others, and without the optional ones', () => {
    const layout = layoutOf('Close;Note;low;HIGH;Repaired?;open;Date;Dividends\r\n');
    expect(layout?.separator).toBe(0x3b);
    expect(layout?.columns).toEqual({
      date: 6,
      open: 5,
      high: 3,
      low: 2,
      close: 0,
      adjustedClose: -1,
      volume: -1,
    });
    expect(layout).toMatchObject({ cellCount: 8, neededCells: 7 });
  });

  it.each([
    ['a byte order mark', '\uFEFFDate,Open,High,Low,Close', 2],
    ['tabs', 'Date\tOpen\tHigh\tLow\tClose', 2],
    ['quotes', '"Date","Open","High","Low","Close"', 2],
    ['blank lines before', '\r\n  \nDate,Open,High,Low,Close', 4],
    ['blanks and marks in names', ' date , Open , High, Low, Close* ', 2],
    ['a Datetime', 'Datetime,Open,High,Low,Close', 2],
  ])('accepts %s', (_, text, firstRowLine) => {
    expect(layoutOf(text)).toMatchObject({ cellCount: 5, firstRowLine });
  });

  it.each(['Adj Close', 'adj_close', 'AdjClose', 'Adjusted Close', 'Adj Close**'])(
    'knows %s for the adjusted close',
    (name) => {
      expect(layoutOf(`Date,Open,High,Low,Close,${name}`)?.columns.adjustedClose).toBe(5);
    },
  );

  it.each([
    ['an empty file', ''],
    ['blank lines only', '\n\n \r\n'],
    ['rows without a header', '2020-01-02,1,2,0.5,1.5'],
    ['a column too few', 'Date,Open,High,Low,Adj Close,Volume'],
    ['a column twice', 'Date,Open,High,Low,Close,Close'],
    ['another separator', 'Date|Open|High|Low|Close'],
    ['names of Object.prototype', 'constructor,toString,valueOf,hasOwnProperty,__proto__'],
    ['an endless first line', `Date,Open,High,Low,Close,${'x'.repeat(10_000)}`],
    ['an adjusted close alone', 'Date,Open,High,Low,Adj Close'],
  ])('refuses %s', (_, text) => {
    expect(layoutOf(text)).toBeNull();
  });
});
