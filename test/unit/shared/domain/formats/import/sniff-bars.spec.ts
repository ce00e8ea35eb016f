import { describe, expect, it } from 'vitest';
import { readText, rowsOf } from './read-text';

describe('what exports of known programs look like', () => {
  it('Yahoo: ISO dates and an adjusted close', () => {
    const read = readText(
      'Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-02,1,3,0.5,2,1.9,100\n2024-01-03,2,4,1,3,2.9,200\n',
    );
    expect(read.sniffed.plan).toMatchObject({
      ...{ separator: ',', dateForm: 'ymd', interval: 'D', decimalMark: '.', hasHeader: true },
      columns: ['date', 'open', 'high', 'low', 'close', 'adjustedClose', 'volume'],
    });
    expect(rowsOf(read)).toEqual([
      ['2024-01-02T00:00:00Z', 1, 3, 0.5, 2, 100],
      ['2024-01-03T00:00:00Z', 2, 4, 1, 3, 200],
    ]);
    expect([...read.bars.adjustedClose]).toEqual([1.9, 2.9]);
  });

  it('Investing: newest first, quoted, the close called Price, thousands and 1.2M', () => {
    const read = readText(
      '"Date","Price","Open","High","Low","Vol.","Change %"\n' +
        '"01/25/2024","1,616.50","1,600.00","1,620.00","1,590.25","1.23M","0.5%"\n' +
        '"01/24/2024","1,600.00","1,590.00","1,610.00","1,580.00","980.5K","1.0%"\n',
    );
    expect(read.sniffed.plan.dateForm).toBe('mdy');
    expect(read.sniffed.dateForms).toEqual(['mdy']);
    expect(rowsOf(read)).toEqual([
      ['2024-01-24T00:00:00Z', 1590, 1610, 1580, 1600, 980_500],
      ['2024-01-25T00:00:00Z', 1600, 1620, 1590.25, 1616.5, 1_230_000],
    ]);
  });

  it('Nasdaq: Close/Last with a dollar sign', () => {
    const read = readText(
      'Date,Close/Last,Volume,Open,High,Low\n12/29/2023,$192.53,42672150,$193.90,$194.40,$191.73\n',
    );
    expect(rowsOf(read)).toEqual([
      ['2023-12-29T00:00:00Z', 193.9, 194.4, 191.73, 192.53, 42_672_150],
    ]);
  });

  it('TradingView: moments counted from 1970', () => {
    const read = readText(
      'time,open,high,low,close,Volume\n1704207600,1,3,0.5,2,100\n1704207900,2,4,1,3,200\n1704208200,2,4,1,3,200\n',
    );
    expect(read.sniffed.plan).toMatchObject({ dateForm: 'epoch-s', interval: '5m' });
    expect(rowsOf(read)[0]).toEqual(['2024-01-02T15:00:00Z', 1, 3, 0.5, 2, 100]);
    expect(read.leavesZoneOpen).toBe(false);
  });

  it('MetaTrader: tabs, names in angle brackets, date and time apart', () => {
    const read = readText(
      '<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n' +
        '2024.01.02\t09:30:00\t1\t3\t0.5\t2\t7\t100\t1\n2024.01.02\t09:31:00\t2\t4\t1\t3\t7\t200\t1\n',
      {},
      { timezone: 'America/New_York' },
    );
    expect(read.sniffed.plan).toMatchObject({ separator: '\t', interval: '1m' });
    expect(rowsOf(read)).toEqual([
      ['2024-01-02T14:30:00Z', 1, 3, 0.5, 2, 100],
      ['2024-01-02T14:31:00Z', 2, 4, 1, 3, 200],
    ]);
    expect(read.leavesZoneOpen).toBe(true);
  });

  it('通达信: a title above and a source below, Chinese names', () => {
    const read = readText(
      '600519 贵州茅台 日线 前复权\n日期\t开盘\t最高\t最低\t收盘\t成交量\t成交额\n' +
        '2024/01/02\t1715.00\t1718.19\t1678.10\t1685.01\t3215644\t5440082500.00\n' +
        '2024/1/3\t1681.11\t1695.22\t1676.33\t1694.00\t2022929\t3411400700.00\n#数据来源:通达信\n',
    );
    expect(read.sniffed.plan.columns).toEqual([
      ...['date', 'open', 'high', 'low', 'close', 'volume', 'ignored'],
    ]);
    expect(rowsOf(read).map(([time]) => time)).toEqual([
      '2024-01-02T00:00:00Z',
      '2024-01-03T00:00:00Z',
    ]);
    expect(read.faults).toEqual([{ line: 5, fault: 'missing-cells' }]);
  });

  it('yfinance of several levels: lines below the header that are no rows', () => {
    const read = readText(
      'Price,Close,High,Low,Open,Volume\nTicker,AAPL,AAPL,AAPL,AAPL,AAPL\nDate,,,,,\n' +
        '2024-01-02,2,3,0.5,1,100\n2024-01-03,3,4,1,2,200\n',
    );
    expect(read.sniffed.plan.columns[0]).toBe('date');
    expect(rowsOf(read)).toHaveLength(2);
    expect(read.counts).toEqual({ valid: 2, duplicate: 0, warning: 0, invalid: 0 });
  });

  it('German: semicolons, decimal commas, day first', () => {
    const read = readText(
      'Datum;Open;High;Low;Close;Volume\n31.01.2024;1.234,5;1.240,0;1.200,0;1.230,5;100\n01.02.2024;1.230,5;1.250,0;1.220,0;1.249,5;200\n',
    );
    expect(read.sniffed.plan).toMatchObject({ separator: ';', decimalMark: ',', dateForm: 'dmy' });
    expect(rowsOf(read)[0]).toEqual(['2024-01-31T00:00:00Z', 1234.5, 1240, 1200, 1230.5, 100]);
  });

  it('no header at all', () => {
    const read = readText('20240102|1|3|0.5|2|100\n20240103|2|4|1|3|200\n');
    expect(read.sniffed.plan).toMatchObject({ separator: '|', hasHeader: false });
    expect(rowsOf(read)[1]).toEqual(['2024-01-03T00:00:00Z', 2, 4, 1, 3, 200]);
    expect(read.sniffed.firstRowLine).toBe(1);
  });

  it('dates in words', () => {
    const rows = ['Jan 02, 2024', '03-Jan-2024', '2024年1月4日'].map(
      (date) => `"${date}",1,3,0.5,2,9`,
    );
    const read = readText(`Date,Open,High,Low,Close,Volume\n${rows.join('\n')}\n`);
    expect(rowsOf(read).map(([time]) => String(time).slice(0, 10))).toEqual([
      ...['2024-01-02', '2024-01-03', '2024-01-04'],
    ]);
  });
});

describe('what nobody can know from the file', () => {
  it('is told where day and month cannot be told apart', () => {
    const text = 'Date,Open,High,Low,Close\n01/02/2024,1,3,0.5,2\n02/02/2024,1,3,0.5,2\n';
    expect(readText(text).sniffed.dateForms).toEqual(['dmy', 'mdy']);
    const other = readText(text, { dateForm: 'mdy' });
    expect(rowsOf(other).map(([time]) => time)).toEqual([
      '2024-01-02T00:00:00Z',
      '2024-02-02T00:00:00Z',
    ]);
  });

  it('is told where the spacing is no known interval', () => {
    const weeks = 'Date,Open,High,Low,Close\n2024-01-01,1,3,0.5,2\n2024-01-08,1,3,0.5,2\n';
    expect(readText(weeks).sniffed.intervalKnown).toBe(false);
  });

  it('is told where a text is no table', () => {
    expect(() => readText('Dear reader,\nthis is a letter.\n')).toThrow('no table');
  });
});

describe('columns that the user gives other roles', () => {
  it('count more than their names', () => {
    const text = 'Date,Close,High,Low,Open\n2024-01-02,1,3,0.5,2\n';
    const read = readText(text, { columns: ['date', 'open', 'high', 'low', 'close'] });
    expect(rowsOf(read)).toEqual([['2024-01-02T00:00:00Z', 1, 3, 0.5, 2, 0]]);
  });
});
