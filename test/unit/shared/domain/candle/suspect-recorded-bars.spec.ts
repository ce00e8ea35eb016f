import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readYahooChart } from '../../../../../electron/market/providers/yahoo/yahoo-chart';
import { ZoneClocks } from '../../../../../electron/market/providers/zone-clocks';
import { toDate, toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import type { BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import { cleanBars } from '../../../../../src/shared/domain/candle/clean-bars';
import { suspectBars } from '../../../../../src/shared/domain/candle/suspect-bars';
import { type BarRow, barsOf } from './bar-rows';

/** What sources really got wrong. It lies beside the project, or nowhere. */
const FIXTURES = resolve(import.meta.dirname, '../../../../../../shared/fixtures');
const COLUMNS = ['Open', 'High', 'Low', 'Close', 'Volume', 'Adj Close'] as const;

function recorded(name: string): BarColumns {
  const text = readFileSync(join(FIXTURES, 'yfinance', `${name}.csv`), 'utf8');
  const [head = '', ...lines] = text.trim().split('\n');
  const names = head.split(',');
  const rows = lines.map((line): BarRow => {
    const cells = line.split(',');
    const numbers = COLUMNS.map((column) => {
      const cell = cells[names.indexOf(column)] ?? '';
      return cell === '-inf' ? -Infinity : Number(cell);
    });
    return [toSessionKey((cells[0] ?? '').slice(0, 10)), ...numbers] as unknown as BarRow;
  });
  return cleanBars(barsOf(rows.toSorted(([one], [other]) => one - other)), Infinity).bars;
}

const found = (bars: BarColumns): readonly string[] =>
  suspectBars(bars).map(({ time, kind }) => `${toDate(time)} ${kind}`);

describe.skipIf(!existsSync(join(FIXTURES, 'yfinance')))(
  'bars that were really wrong (skipped where the recordings are absent)',
  () => {
    it.each([
      ['4063-T-1d-bad-stock-split', ['2023-03-29 split']],
      ['4063-T-1d-bad-stock-split-fixed', []],
      ['SSW-JO-1d-100x-error', ['2023-06-01 unit']],
      ['SSW-JO-1d-100x-error-fixed', []],
      ['SSNLF-1d-adjclose-minus-inf-head60', ['2001-08-06 unit']],
      ['1398-HK-1d-bad-div', []],
    ])('%s', (name, expected) => {
      expect(found(recorded(name))).toEqual(expected);
    });

    it('have no adjusted close where that is no number', () => {
      const { adjustedClose } = recorded('SSNLF-1d-adjclose-minus-inf-head60');
      expect(adjustedClose.length).toBeGreaterThan(50);
      expect(adjustedClose.every(Number.isNaN)).toBe(true);
    });
  },
);

const CHARTS = join(FIXTURES, 'yahoo', 'chart');

describe.skipIf(!existsSync(CHARTS))(
  'charts that were really recorded (skipped where the recordings are absent)',
  () => {
    it.each(['AAPL-1d-2020-split-dividend', 'NVDA-1d-2021-split', 'TSLA-1d-2010-2023'])(
      '%s has no bar in doubt: its splits are in the prices',
      (name) => {
        const file = JSON.parse(readFileSync(join(CHARTS, `${name}.json`), 'utf8')) as {
          response: { body: unknown };
        };
        const { body } = file.response;
        const answer: unknown = typeof body === 'string' ? JSON.parse(body) : body;
        const chart = readYahooChart(answer, true, new ZoneClocks());
        expect(chart?.bars.length).toBeGreaterThan(40);
        expect(found(chart?.bars ?? barsOf([]))).toEqual([]);
      },
    );
  },
);
