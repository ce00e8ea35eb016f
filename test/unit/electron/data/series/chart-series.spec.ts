import { describe, expect, it } from 'vitest';
import { chartSeries } from '../../../../../electron/data/series/chart-series';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { viewPackedBars } from '../../../../../src/shared/domain/candle/bar-columns';
import { barsOf, rowsOf } from '../bars-of';
import { calendarOf } from '../calendar-of';

const at = (text: string): number => Date.parse(`${text}Z`) / 1000;
const row = (time: number): readonly number[] => [time, 5, 9, 1, 6, 100, 6];
const NEW_YORK = calendarOf('XNAS');
/** 09:30, 10:30, 13:30 and 15:30 in New York on the 27th, 09:30 on the 28th. */
const HOURS = ['27T13:30', '27T14:30', '27T17:30', '27T19:30', '28T13:30'].map((time) =>
  at(`2026-05-${time}`),
);
const hourly = barsOf(HOURS.map(row));
const timesOf = (buffer: ArrayBuffer): number[] =>
  rowsOf(viewPackedBars(buffer)).map(([t]) => t as number);

describe('chartSeries', () => {
  it('hands on what is stored of the interval, with the sessions of intraday bars', () => {
    const made = chartSeries({ from: '1h', bars: hourly }, '1h', NEW_YORK);
    expect(made.buffer).toBe(hourly.buffer);
    expect(made).toMatchObject({ madeOf: '1h', lastTime: HOURS[4] });
    expect([...(made.sessions?.bars ?? [])]).toEqual([0, 4]);
  });

  it('makes coarser bars, the last of them as far as the finer ones go', () => {
    const made = chartSeries({ from: '1h', bars: hourly }, '4h', NEW_YORK);
    expect(timesOf(made.buffer)).toEqual([HOURS[0], HOURS[2], HOURS[4]]);
    expect([...(made.sessions?.bars ?? [])]).toEqual([0, 2]);
    expect(made.lastTime).toBe(HOURS[4]);
  });

  it('makes weeks of days and of hours, and says which sessions they hold', () => {
    const days = barsOf(
      ['2026-05-27', '2026-05-28', '2026-06-01'].map((d) => row(toSessionKey(d))),
    );
    const weeks = chartSeries({ from: 'D', bars: days }, 'W', undefined);
    expect([...(weeks.sessions?.bars ?? [])]).toEqual([0, 0, 1]);
    const ofHours = chartSeries({ from: '1h', bars: hourly }, 'W', NEW_YORK);
    expect([...(ofHours.sessions?.keys ?? [])]).toEqual(
      ['2026-05-27', '2026-05-28'].map(toSessionKey),
    );
    expect(timesOf(ofHours.buffer)).toEqual([toSessionKey('2026-05-27')]);
  });

  it('needs no list of sessions where a bar is one', () => {
    expect(chartSeries({ from: '1h', bars: hourly }, 'D', NEW_YORK).sessions).toBeNull();
  });
});
