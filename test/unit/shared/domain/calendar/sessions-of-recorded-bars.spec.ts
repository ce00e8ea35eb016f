import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toDate } from '../../../../../src/shared/domain/calendar/calendar-date';
import { sessionsBetween } from '../../../../../src/shared/domain/calendar/exchange-calendar';
import { exchangeDate } from '../../../../../src/shared/domain/calendar/session-clock';
import { parseBarsCsv } from '../../../../../src/shared/domain/formats/bars-csv';
import { shippedCalendar } from './read-shipped-calendars';

/** Recorded market data beside the checkout. */
const FIXTURES = resolve(import.meta.dirname, '../../../../../../shared/fixtures');

interface ChartFile {
  readonly response: {
    readonly body: { readonly chart: { readonly result: readonly { timestamp: number[] }[] } };
  };
}

describe.skipIf(!existsSync(FIXTURES))(
  'sessions are the days that really have a bar (skipped where the recordings are absent)',
  () => {
    it.each([
      ['XNAS', 'big-tech-ohlcv/NVDA.csv', 3271],
      ['XNYS', 'stocknet/TSM.csv', 1258],
      ['XNYS', 'stocknet/BABA.csv', 745],
    ])('%s: %s', (mic, name, count) => {
      const { bars } = parseBarsCsv(readFileSync(join(FIXTURES, name)));
      const dates = [...bars.time].map(toDate);
      expect(dates).toHaveLength(count);
      expect(dates).toEqual(
        sessionsBetween(shippedCalendar(mic), dates[0] ?? '', dates.at(-1) ?? ''),
      );
    });

    it('XNAS: yahoo/chart/TSLA-1d-2010-2023.json', () => {
      const text = readFileSync(join(FIXTURES, 'yahoo/chart/TSLA-1d-2010-2023.json'), 'utf8');
      const [result] = (JSON.parse(text) as ChartFile).response.body.chart.result;
      const calendar = shippedCalendar('XNAS');
      const dates = (result?.timestamp ?? []).map((time) => exchangeDate(calendar, time * 1000));
      expect(dates).toHaveLength(3303);
      expect(dates).toEqual(sessionsBetween(calendar, dates[0] ?? '', dates.at(-1) ?? ''));
    });
  },
);
