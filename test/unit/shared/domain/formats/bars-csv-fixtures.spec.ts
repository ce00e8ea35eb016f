import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toDate } from '../../../../../src/shared/domain/calendar/calendar-date';
import { type BarsCsv, parseBarsCsv } from '../../../../../src/shared/domain/formats/bars-csv';

/** Recorded market data beside the checkout; its README names rows, first and last session. */
const FIXTURES = resolve(import.meta.dirname, '../../../../../../shared/fixtures');
const present = existsSync(FIXTURES);

const parseFile = (name: string): BarsCsv => parseBarsCsv(readFileSync(join(FIXTURES, name)));

describe.skipIf(!present)('parseBarsCsv on recorded files (skipped where they are absent)', () => {
  it.each([
    ['big-tech-ohlcv/AAPL.csv', 3271, '2010-01-04', '2022-12-29'],
    ['big-tech-ohlcv/AMZN.csv', 3271, '2010-01-04', '2022-12-29'],
    ['big-tech-ohlcv/GOOGL.csv', 3271, '2010-01-04', '2022-12-29'],
    ['big-tech-ohlcv/INTC.csv', 3271, '2010-01-04', '2022-12-29'],
    ['big-tech-ohlcv/META.csv', 2688, '2012-05-18', '2023-01-24'],
    ['big-tech-ohlcv/MSFT.csv', 3271, '2010-01-04', '2022-12-29'],
    ['big-tech-ohlcv/NVDA.csv', 3271, '2010-01-04', '2022-12-29'],
    ['big-tech-ohlcv/TSLA.csv', 3148, '2010-06-30', '2022-12-29'],
    ['stocknet/TSM.csv', 1258, '2012-09-04', '2017-09-01'],
    ['stocknet/GOOG.csv', 1258, '2012-09-04', '2017-09-01'],
    ['stocknet/BABA.csv', 745, '2014-09-19', '2017-09-01'],
  ])('takes all rows of %s', (name, count, first, last) => {
    const { bars, error, skippedCount } = parseFile(name);
    expect({ error, skippedCount, count: bars.length }).toEqual({
      error: null,
      skippedCount: 0,
      count,
    });
    expect(toDate(bars.time[0] as number)).toBe(first);
    expect(toDate(bars.time[count - 1] as number)).toBe(last);
  });

  it('reads the first row of AAPL digit by digit', () => {
    const { bars } = parseFile('big-tech-ohlcv/AAPL.csv');
    const row = [bars.open, bars.high, bars.low, bars.close, bars.adjustedClose, bars.volume];
    expect(row.map((column) => column[0])).toEqual([
      7.6225, 7.660714, 7.585, 7.643214, 6.515213, 493_729_600,
    ]);
  });

  it('takes 60 bars without adjusted close where that is -inf', () => {
    const { bars, skippedCount } = parseFile('yfinance/SSNLF-1d-adjclose-minus-inf-head60.csv');
    expect({ count: bars.length, skippedCount }).toEqual({ count: 60, skippedCount: 0 });
    expect(bars.adjustedClose.every(Number.isNaN)).toBe(true);
    expect(toDate(bars.time[0] as number)).toBe('2001-08-06');
  });

  it('skips the one row without prices of 1398.HK', () => {
    const { bars, skipped } = parseFile('yfinance/1398-HK-1d-bad-div.csv');
    expect(skipped).toEqual([{ line: 615, reason: 'bad-number' }]);
    expect(bars.length).toBe(647);
  });

  it('sorts the descending rows of 4063.T', () => {
    const { bars } = parseFile('yfinance/4063-T-1d-bad-stock-split.csv');
    expect(bars.length).toBe(22);
    expect(toDate(bars.time[21] as number)).toBe('2023-04-14');
  });

  it('takes no quarter hours for days', () => {
    expect(parseFile('yfinance/EA-15m-no-bad-divs.csv')).toMatchObject({ error: 'not-daily' });
  });

  it('takes nothing where there are adjusted closes only', () => {
    const name = 'skfolio/sp500-aapl-amd-msft-adjclose-1990-2022.csv';
    expect(parseFile(name)).toMatchObject({ error: 'missing-columns', skippedCount: 0 });
  });
});
