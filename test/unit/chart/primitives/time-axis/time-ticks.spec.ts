import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTicks } from '../../../../../src/chart/primitives/time-axis/time-ticks';
import {
  addDays,
  toDate,
  weekdayOf,
} from '../../../../../src/shared/domain/calendar/calendar-date';
import { sessionKey } from '../../bars';

/** Candles of the weekdays from `from` on, `spacing` px apart. */
function weekdays(from: string, count: number, spacing: number) {
  const dates: string[] = [];
  for (let date = from; dates.length < count; date = addDays(date, 1)) {
    if (![0, 6].includes(weekdayOf(date))) dates.push(date);
  }
  return dates.map((date, i) => ({ sessionKey: sessionKey(date), x: (i + 0.5) * spacing }));
}

const said = (ticks: { readonly ticks: readonly { sessionKey: number; kind: string }[] }) =>
  ticks.ticks.map((tick) => `${toDate(tick.sessionKey)} ${tick.kind}`);

describe('chooseTicks', () => {
  it('says every session when there is room', () => {
    const candles = weekdays('2016-05-16', 4, 80);
    expect(said(chooseTicks(candles, sessionKey('2016-05-13')))).toEqual([
      '2016-05-16 day',
      '2016-05-17 day',
      '2016-05-18 day',
      '2016-05-19 day',
    ]);
  });

  it('says the first session of each week, month and year', () => {
    const candles = weekdays('2016-12-21', 12, 12);
    expect(said(chooseTicks(candles, sessionKey('2016-12-20')))).toEqual([
      '2016-12-26 day',
      '2017-01-02 year',
    ]);
    const may = weekdays('2016-04-27', 8, 12);
    expect(said(chooseTicks(may, sessionKey('2016-04-26')))).toEqual(['2016-05-02 month']);
  });

  it('says months, quarters, years as they get narrow', () => {
    const candles = weekdays('2015-12-01', 300, 3);
    expect(said(chooseTicks(candles, sessionKey('2015-11-30'))).slice(0, 4)).toEqual([
      '2015-12-01 month',
      '2016-01-01 year',
      '2016-02-01 month',
      '2016-03-01 month',
    ]);
    const narrow = chooseTicks(weekdays('2015-12-01', 300, 0.9), sessionKey('2015-11-30'));
    expect(said(narrow)).toEqual([
      '2016-01-01 year',
      '2016-04-01 month',
      '2016-07-01 month',
      '2016-10-03 month',
      '2017-01-02 year',
    ]);
    const decades = chooseTicks(weekdays('1999-06-01', 4_000, 0.03), sessionKey('1999-05-31'));
    expect(said(decades)).toEqual(['2000-01-03 year', '2010-01-01 year']);
  });

  it('says what the first candle lies in and ticks leave unsaid', () => {
    expect(chooseTicks(weekdays('2016-05-16', 60, 12), null).context).toEqual(['year', 'month']);
    expect(chooseTicks(weekdays('2016-05-16', 300, 3), null).context).toEqual(['year']);
    expect(chooseTicks(weekdays('2016-05-16', 3_000, 0.3), null).context).toEqual([]);
  });

  it('says the first bar of a series by the unit of the axis', () => {
    expect(said(chooseTicks(weekdays('2016-05-18', 3, 80), null))[0]).toBe('2016-05-18 day');
    expect(said(chooseTicks(weekdays('2016-05-18', 300, 3), null))[0]).toBe('2016-05-18 month');
  });

  it('has nothing to say without candles', () => {
    expect(chooseTicks([], null)).toEqual({ ticks: [], context: [] });
  });

  it('keeps its ticks at their sessions while the view moves', () => {
    const all = weekdays('2010-01-04', 3_000, 3);
    const from = (start: number) => all.slice(start, start + 250);
    const before = (start: number) => all[start - 1]?.sessionKey ?? null;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_700 }),
        fc.integer({ min: 1, max: 40 }),
        (start, by) => {
          const overlap = new Set(from(start + by).map((candle) => candle.sessionKey));
          const here = said(chooseTicks(from(start), before(start)));
          const there = said(chooseTicks(from(start + by), before(start + by)));
          const last = sessionKey(toDate(from(start).at(-1)?.sessionKey ?? 0));
          const keyOf = (tick: string): number => sessionKey(tick.slice(0, 10));
          expect(here.filter((tick) => overlap.has(keyOf(tick)))).toEqual(
            there.filter((tick) => keyOf(tick) <= last),
          );
        },
      ),
    );
  });

  it('reads dates as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (epochDay) => {
        const key = epochDay * 86_400;
        const previous = new Date((epochDay - 1) * 86_400_000);
        const date = new Date(key * 1000);
        const candles = [
          { sessionKey: key, x: 0 },
          { sessionKey: key + 86_400, x: 60 },
        ];
        const [tick] = chooseTicks(candles, key - 86_400).ticks;
        const sameYear = date.getUTCFullYear() === previous.getUTCFullYear();
        const sameMonth = date.getUTCMonth() === previous.getUTCMonth();
        const expected = !sameYear ? 'year' : sameMonth ? 'day' : 'month';
        expect(tick?.kind).toBe(expected);
      }),
    );
  });
});

describe('chooseTicks of intraday bars', () => {
  const NEW_YORK = (time: number): number => time - 4 * 3600;
  /** Bars of five minutes from 09:30 to 16:00 in New York on the 27th and the 28th. */
  const session = (day: number): number[] =>
    Array.from({ length: 78 }, (_, index) => Date.UTC(2026, 4, day, 13, 30) / 1000 + index * 300);
  const candles = (spacing: number) =>
    [...session(27), ...session(28)].map((time, i) => ({
      sessionKey: time,
      x: (i + 0.5) * spacing,
    }));
  const wall = (spacing: number, before: number | null = null): string[] =>
    chooseTicks(candles(spacing), before, NEW_YORK).ticks.map(
      ({ sessionKey: time, kind }) =>
        `${new Date(NEW_YORK(time) * 1000).toISOString().slice(8, 16)} ${kind}`,
    );

  it('stand on the hours of the exchange, and say the day where it begins', () => {
    expect(wall(6, Date.UTC(2026, 4, 26, 19, 55) / 1000).slice(0, 9)).toEqual([
      '27T09:30 day',
      '27T10:00 time',
      '27T11:00 time',
      '27T12:00 time',
      '27T13:00 time',
      '27T14:00 time',
      '27T15:00 time',
      '28T09:30 day',
      '28T10:00 time',
    ]);
  });

  it('get finer and coarser with the room', () => {
    expect(wall(40).slice(1, 4)).toEqual(['27T09:40 time', '27T09:50 time', '27T10:00 time']);
    expect(wall(2).slice(0, 4)).toEqual([
      '27T09:30 time',
      '27T12:00 time',
      '27T15:00 time',
      '28T09:30 day',
    ]);
    expect(wall(0.2).filter((tick) => tick.endsWith('time'))).toHaveLength(0);
  });

  it('say the whole date at the left end, because no tick of a time does', () => {
    expect(chooseTicks(candles(6), null, NEW_YORK).context).toEqual(['year', 'month', 'day']);
  });
});
