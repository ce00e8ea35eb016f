import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resampleBars } from '../../../../../src/shared/domain/candle/resample';
import { shippedCalendar } from '../calendar/read-shipped-calendars';
import { type BarRow, barsOf } from './bar-rows';

/** Recorded market data beside the checkout: 15-minute bars of EA with what trades before and after. */
const RECORDED = resolve(
  import.meta.dirname,
  '../../../../../../shared/fixtures/yfinance/EA-15m-no-bad-divs.csv',
);

interface RecordedBar {
  readonly date: string;
  /** `09:30` on the wall of New York. */
  readonly clock: string;
  readonly row: BarRow;
}

function recordedBars(): readonly RecordedBar[] {
  const [, ...lines] = readFileSync(RECORDED, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [stamp = '', ...cells] = line.split(',');
    const [open, high, low, close, adjusted, volume] = cells.map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const time = Date.parse(stamp.replace(' ', 'T')) / 1000;
    return {
      date: stamp.slice(0, 10),
      clock: stamp.slice(11, 16),
      row: [time, open, high, low, close, volume, adjusted],
    };
  });
}

describe.skipIf(!existsSync(RECORDED))(
  'bars that were really recorded (skipped where the recordings are absent)',
  () => {
    const all = existsSync(RECORDED) ? recordedBars() : [];
    const regular = all.filter(({ clock }) => clock >= '09:30' && clock < '16:00');
    const made = (to: '1h' | 'D', extended: boolean) =>
      resampleBars(barsOf(all.map(({ row }) => row)), {
        ...{ from: '15m', to, extended },
        calendar: shippedCalendar('XNAS'),
      } as const);

    it('are what they are taken for', () => {
      expect([all.length, regular.length]).toEqual([319, 176]);
    });

    it('add up to days of the session only', () => {
      const days = made('D', true);
      const dates = [...new Set(regular.map(({ date }) => date))];
      expect([...days.time]).toEqual(dates.map((date) => Date.parse(date) / 1000));
      for (const [index, date] of dates.entries()) {
        const rows = regular.filter((bar) => bar.date === date).map(({ row }) => row);
        expect(days.open[index]).toBe(rows[0]?.[1]);
        expect(days.close[index]).toBe(rows.at(-1)?.[4]);
        expect(days.high[index]).toBe(Math.max(...rows.map(([, , high]) => high)));
        expect(days.low[index]).toBe(Math.min(...rows.map(([, , , low]) => low)));
        expect(days.volume[index]).toBe(rows.reduce((sum, [, , , , , volume]) => sum + volume, 0));
      }
    });

    it('make hours from half past nine, the last of half its length', () => {
      const hours = made('1h', false);
      const ofFirstDay = [...hours.time].slice(0, 7).map((time) => (time % 86_400) / 3600);
      expect(ofFirstDay).toEqual([13.5, 14.5, 15.5, 16.5, 17.5, 18.5, 19.5]);
      // Six full sessions, and the last up to a quarter past two.
      expect(hours.length).toBe(6 * 7 + 5);
      const total = made('1h', true).volume.reduce((sum, volume) => sum + volume, 0);
      expect(total).toBe(all.reduce((sum, { row }) => sum + row[5], 0));
    });
  },
);
