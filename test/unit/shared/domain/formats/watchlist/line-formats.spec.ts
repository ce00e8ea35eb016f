import { describe, expect, it } from 'vitest';
import { ibkrSpellings } from '../../../../../../src/shared/domain/formats/watchlist/ibkr-parser';
import { read, shortRows, write } from './list-context';

function item(symbol: string, written: string | null = null) {
  return { symbol, written, note: '', flags: [], targets: [], lots: [] };
}

function listOf(...items: ReturnType<typeof item>[]) {
  return { name: 'x', sections: [{ name: null, items }] };
}

describe('a block file of Tongdaxin', () => {
  it('says the market before the code', () => {
    const reading = read('\r\n1600519\r\n0000001\r\n31#02513\r\n74#AAPL\r\n27#HSI\r\n12#NDX\r\n');
    expect(reading.format).toBe('tongdaxin');
    expect(shortRows(reading)).toEqual([
      '2 XSHG:600519 valid',
      '3 XSHE:000001 valid',
      '4 XHKG:02513 valid',
      '5 XNAS:AAPL valid',
      '6 INDEX:^HSI valid',
      '7 INDEX:^NDX valid',
    ]);
  });

  it('keeps Beijing, futures and funds, whose markets are not known here', () => {
    expect(shortRows(read('2430047\n29#A1801\n33#000300', { fileName: 'zxg.blk' }))).toEqual([
      '1 2430047 warning',
      '2 29#A1801 warning',
      '3 33#000300 warning',
    ]);
  });

  it('refuses lines of anything else', () => {
    expect(shortRows(read('1600519\nhello\n1600520\n', { fileName: 'a.blk' }))).toEqual([
      '1 XSHG:600519 valid',
      '2 - invalid',
      '3 XSHG:600520 valid',
    ]);
  });

  it('is written with the numbers of the markets, and names what has none', () => {
    const { text, lost, written } = write(
      'tongdaxin',
      listOf(
        ...[item('XSHG:600519'), item('XSHE:000001'), item('XHKG:02513'), item('XNYS:BRK.B')],
        ...[item('INDEX:^HSI'), item('XTAI:2330'), item('2430047', '2430047'), item('XNAS:PLTR')],
      ),
    );
    expect(text).toBe(
      '1600519\r\n0000001\r\n31#02513\r\n74#BRK.B\r\n27#HSI\r\n2430047\r\n74#PLTR\r\n',
    );
    expect(written).toBe(7);
    expect(lost).toEqual([
      { kind: 'items', count: 1, examples: ['XTAI:2330'] },
      // Of the boards of the United States it does not say which.
      { kind: 'identities', count: 1, examples: ['XNAS:PLTR'] },
    ]);
  });
});

describe('a list of Trader Workstation', () => {
  it('names instruments by their symbol and exchange, or by the number of a contract', () => {
    const reading = read(
      'DES, AAPL, STK, SMART,,,,\nSYM, NVDA, SMART\nCON, 265598, SMART\nDES, 2513, STK, SEHK,,,,\nDES, BRK B, STK, SMART/NYSE,,,,',
    );
    expect(reading.format).toBe('ibkr');
    expect(shortRows(reading)).toEqual([
      '1 XNAS:AAPL valid',
      '2 XNAS:NVDA valid',
      '3 CON, 265598, SMART warning',
      '4 XHKG:02513 valid',
      '5 XNYS:BRK.B valid',
    ]);
  });

  it.each([
    ['CON, 265598, SMART', []],
    ['DES, ES, FUT, CME, 202612', []],
    ['DES, 6758, STK, TSEJ,,,,', ['XTKS:6758']],
    ['DES, SHOP, STK, TSE,,,,', ['XTSE:SHOP']],
    ['SYM, AAPL', ['AAPL']],
    ['des,aapl,stk,smart/island', ['XNAS:aapl']],
    ['DES, X, STK, NEWEX', ['NEWEX:X']],
    ['SYM', []],
  ])('reads %s as %j', (text, spellings) => {
    expect(ibkrSpellings(text)).toEqual(spellings);
  });

  it('is written line by line, whole lines of unknown contracts unchanged', () => {
    const { text, lost } = write(
      'ibkr',
      listOf(
        ...[item('XHKG:02513'), item('XNYS:BRK.B'), item('CON, 265598, SMART')],
        ...[item('FOREX:EURUSD'), item('FRED:M2SL'), item('XNAS:AAPL', 'SYM, AAPL, SMART')],
      ),
    );
    expect(text.split('\r\n')).toEqual([
      'DES, 2513, STK, SEHK,,,,',
      'DES, BRK B, STK, NYSE,,,,',
      'CON, 265598, SMART',
      'SYM, AAPL, SMART',
      '',
    ]);
    expect(lost).toEqual([{ kind: 'items', count: 2, examples: ['FOREX:EURUSD', 'FRED:M2SL'] }]);
  });
});

describe('what somebody pastes', () => {
  it.each([
    ['NVDA, 2513.HK 台积电', ['XNAS:NVDA valid', 'XHKG:02513 valid', '台积电 warning']],
    ['2513 HK、700 HK；智谱', ['XHKG:02513 valid', 'XHKG:00700 valid', '- duplicate']],
    ['智谱(02513) and $AMD!', ['XHKG:02513 valid', '- duplicate', '- invalid', 'XNAS:AMD valid']],
    ['NVDA US Equity AAPL', ['XNAS:NVDA valid', 'XNAS:AAPL valid']],
    ['buy XQZT', ['- invalid', 'XQZT warning']],
    ['港股02513\thk00700\nusAAPL', ['XHKG:02513 valid', 'XHKG:00700 valid', 'XNAS:AAPL valid']],
  ])('%s', (text, rows) => {
    const reading = read(text);
    expect(reading.format).toBe('text');
    expect(shortRows(reading).map((row) => row.replace(/^\d+ /, ''))).toEqual(rows);
  });

  it('asks about a name of several lines of one company', () => {
    const [row] = read('台积电').rows;
    expect(row?.verdict).toMatchObject({
      kind: 'warning',
      warnings: [{ kind: 'ambiguous', candidates: [{ id: 'XNYS:TSM' }, { id: 'XTAI:2330' }] }],
    });
  });

  it('refuses a line longer than any text', () => {
    const reading = read(`NVDA\n${'x'.repeat(70_000)}`);
    expect(shortRows(reading)).toEqual(['1 XNAS:NVDA valid', '2 - invalid']);
  });
});
