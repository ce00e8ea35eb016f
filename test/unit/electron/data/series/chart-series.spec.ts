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

  it('adjusts prices before it gathers them, and says what they are', () => {
    const days = barsOf([
      [toSessionKey('2026-05-27'), 10, 12, 8, 10, 1, 5],
      [toSessionKey('2026-05-28'), 10, 12, 8, 10, 1, 10],
    ]);
    const wishes = { adjusted: true, extended: false };
    const week = chartSeries({ from: 'D', bars: days, wishes }, 'W', undefined);
    expect(week.basis).toBe('adjusted');
    expect(rowsOf(viewPackedBars(week.buffer))[0]?.slice(1, 5)).toEqual([5, 12, 4, 10]);
    expect(chartSeries({ from: 'D', bars: days }, 'D', undefined).basis).toBe('raw');
    const bare = barsOf([[toSessionKey('2026-05-27'), 10, 12, 8, 10, 1, NaN]]);
    expect(chartSeries({ from: 'D', bars: bare, wishes }, 'D', undefined).basis).toBe('as-given');
  });

  it('shows bars outside the hours of trading on wish only, and never in a day', () => {
    const before = at('2026-05-27T12:00');
    const bars = barsOf([row(before), ...HOURS.map(row)]);
    const wishes = { adjusted: false, extended: true };
    const left = chartSeries({ from: '1h', bars }, '1h', NEW_YORK);
    expect(left.extended).toBe('left-out');
    expect(timesOf(left.buffer)).toEqual(HOURS);
    const shown = chartSeries({ from: '1h', bars, wishes }, '1h', NEW_YORK);
    expect(shown.extended).toBe('shown');
    expect(timesOf(shown.buffer)).toEqual([before, ...HOURS]);
    const coarse = chartSeries({ from: '1h', bars, wishes }, '4h', NEW_YORK);
    expect(timesOf(coarse.buffer)).toHaveLength(4);
    const day = chartSeries({ from: '1h', bars, wishes }, 'D', NEW_YORK);
    expect(day.extended).toBe('none');
    expect(rowsOf(viewPackedBars(day.buffer))[0]?.[5]).toBe(400);
    expect(chartSeries({ from: '1h', bars: hourly, wishes }, '1h', NEW_YORK).extended).toBe('none');
  });
});
