import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daySpan,
  placeAnnouncement,
} from '../../../../../src/shared/domain/announcement/placement';
import type { DatePrecision } from '../../../../../src/shared/domain/announcement/announcement';
import { addDays, toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { sessionsBetween } from '../../../../../src/shared/domain/calendar/exchange-calendar';
import { shippedCalendar } from '../calendar/read-shipped-calendars';

const NEW_YORK = shippedCalendar('XNAS');
const HONG_KONG = shippedCalendar('XHKG');
const SHANGHAI = shippedCalendar('XSHG');

const barsOn = (dates: readonly string[]) => ({
  length: dates.length,
  time: Float64Array.from(dates, toSessionKey),
});
const day = (date: string) => ({ date, precision: 'day' as const });
const none = (reason: string) => ({ kind: 'none', reason });

describe('placeAnnouncement with the precision of a day', () => {
  const november = barsOn(sessionsBetween(NEW_YORK, '2026-11-02', '2026-11-30'));
  const on = (date: string, index: number, shifted: boolean) => ({
    kind: 'session',
    sessionKey: toSessionKey(date),
    index,
    shifted,
  });

  it.each([
    ['2026-11-02', '2026-11-02', 0, false, 'the first bar'],
    ['2026-11-25', '2026-11-25', 17, false, 'a bar'],
    ['2026-11-26', '2026-11-27', 18, true, 'Thanksgiving, shown on the half day after it'],
    ['2026-11-07', '2026-11-09', 5, true, 'Saturday, shown on Monday'],
    ['2026-11-08', '2026-11-09', 5, true, 'Sunday, shown on Monday'],
    ['2026-11-28', '2026-11-30', 19, true, 'Saturday before the last bar'],
    ['2026-11-30', '2026-11-30', 19, false, 'the last bar'],
  ])('%s stands on %s: %s', (date, session, index, shifted) => {
    expect(placeAnnouncement(day(date), november, NEW_YORK)).toEqual(on(session, index, shifted));
    expect(placeAnnouncement(day(date), november, null)).toEqual(on(session, index, shifted));
  });

  it.each([
    ['2026-11-01', 'before-history', 'Sunday, one day before the first bar'],
    ['2015-06-01', 'before-history', 'years before'],
    ['2026-12-01', 'after-history', 'the session after the last bar'],
    ['2031-01-01', 'after-history', 'the future'],
  ])('%s stands nowhere: %s', (date, reason) => {
    expect(placeAnnouncement(day(date), november, NEW_YORK)).toEqual(none(reason));
    expect(placeAnnouncement(day(date), november, null)).toEqual(none(reason));
  });

  it('puts nothing of a weekend on a series that ends on Friday', () => {
    const toFriday = barsOn(sessionsBetween(NEW_YORK, '2026-11-02', '2026-11-20'));
    for (const date of ['2026-11-21', '2026-11-22', '2026-11-23']) {
      expect(placeAnnouncement(day(date), toFriday, NEW_YORK)).toEqual(none('after-history'));
    }
  });

  it('puts nothing on a series without bars', () => {
    expect(placeAnnouncement(day('2026-11-23'), barsOn([]), NEW_YORK)).toEqual(none('gap'));
  });

  it('waits through a week of holidays where the calendar is known', () => {
    const bars = barsOn(sessionsBetween(SHANGHAI, '2026-09-01', '2026-10-30'));
    const placed = placeAnnouncement(day('2026-10-01'), bars, SHANGHAI);
    expect(placed).toMatchObject({ kind: 'session', sessionKey: toSessionKey('2026-10-08') });
    expect(placeAnnouncement(day('2026-10-01'), bars, null)).toEqual(none('gap'));
  });

  it('takes a bar that is missing for a gap, not for a holiday', () => {
    const sessions = sessionsBetween(NEW_YORK, '2026-11-02', '2026-11-30');
    const holed = barsOn(sessions.filter((date) => date !== '2026-11-17'));
    expect(placeAnnouncement(day('2026-11-17'), holed, NEW_YORK)).toEqual(none('gap'));
  });

  it('does not take the second session where the next one is missing', () => {
    const sessions = sessionsBetween(NEW_YORK, '2026-11-02', '2026-11-30');
    const holed = barsOn(sessions.filter((date) => date !== '2026-11-09'));
    expect(placeAnnouncement(day('2026-11-07'), holed, NEW_YORK)).toEqual(none('gap'));
  });

  it('finds the morning of a half day and the day after a typhoon', () => {
    const bars = barsOn(sessionsBetween(HONG_KONG, '2026-12-01', '2026-12-31'));
    const half = placeAnnouncement(day('2026-12-24'), bars, HONG_KONG);
    expect(half).toMatchObject({ shifted: false, sessionKey: toSessionKey('2026-12-24') });
    const typhoon = barsOn(['2023-08-31', '2023-09-04']);
    const closed = placeAnnouncement(day('2023-09-01'), typhoon, HONG_KONG);
    expect(closed).toMatchObject({ shifted: true, sessionKey: toSessionKey('2023-09-04') });
  });

  describe('where the calendar does not cover the year', () => {
    it.each([
      ['2006-03-10', 5, true],
      ['2006-03-09', 6, false],
    ])('%s is placed on a bar %i days later: %s', (date, days, placed) => {
      const bars = barsOn(['2006-03-08', addDays(date, days), '2006-03-31']);
      const { kind } = placeAnnouncement(day(date), bars, NEW_YORK);
      expect(kind).toBe(placed ? 'session' : 'none');
    });

    it('goes by the distance too where only the next session lies outside', () => {
      // 31 December 2026 has no bar in Shanghai here; 2027 is not covered.
      const bars = barsOn(['2026-12-30', '2027-01-05']);
      const covered = { ...SHANGHAI, days: new Map([...SHANGHAI.days, closed('2026-12-31')]) };
      expect(placeAnnouncement(day('2026-12-31'), bars, covered)).toMatchObject({
        shifted: true,
        sessionKey: toSessionKey('2027-01-05'),
      });
    });
  });
});

describe('placeAnnouncement with a longer period', () => {
  const history = barsOn(sessionsBetween(NEW_YORK, '2025-02-10', '2026-11-20'));
  const span = (from: string, to: string) => ({
    kind: 'span',
    fromKey: toSessionKey(from),
    toKey: toSessionKey(to),
  });

  it.each<[DatePrecision, string, string, string, string]>([
    ['month', '2025-08-01', '2025-08-01', '2025-08-29', 'ends on a weekend'],
    ['quarter', '2025-07-01', '2025-07-01', '2025-09-30', 'a whole quarter'],
    ['quarter', '2025-01-01', '2025-02-10', '2025-03-31', 'the history begins within it'],
    ['year', '2026-01-01', '2026-01-02', '2026-11-20', 'the history ends within it'],
    ['year', '2025-01-01', '2025-02-10', '2025-12-31', 'the history begins within it'],
    ['month', '2026-11-01', '2026-11-02', '2026-11-20', 'the month of the last bar'],
  ])('%s of %s runs from %s to %s: %s', (precision, date, from, to) => {
    expect(placeAnnouncement({ date, precision }, history, NEW_YORK)).toEqual(span(from, to));
  });

  it.each<[DatePrecision, string, string]>([
    ['month', '2025-01-01', 'before-history'],
    ['year', '2024-01-01', 'before-history'],
    ['month', '2026-12-01', 'after-history'],
    ['quarter', '2027-01-01', 'after-history'],
  ])('%s of %s stands nowhere: %s', (precision, date, reason) => {
    expect(placeAnnouncement({ date, precision }, history, NEW_YORK)).toEqual(none(reason));
  });

  it('stands nowhere where its months are missing', () => {
    const holed = barsOn(['2025-05-30', '2025-08-01']);
    const july = { date: '2025-07-01', precision: 'month' as const };
    expect(placeAnnouncement(july, holed, NEW_YORK)).toEqual(none('gap'));
  });

  it('is never a point, not even on a single bar', () => {
    const one = barsOn(['2025-07-15']);
    const july = { date: '2025-07-01', precision: 'month' as const };
    expect(placeAnnouncement(july, one, null)).toEqual(span('2025-07-15', '2025-07-15'));
  });
});

describe('daySpan', () => {
  it.each<[DatePrecision, string, string, string]>([
    ['day', '2026-05-28', '2026-05-28', '2026-05-28'],
    ['month', '2024-02-01', '2024-02-01', '2024-02-29'],
    ['month', '2025-12-01', '2025-12-01', '2025-12-31'],
    ['quarter', '2025-10-01', '2025-10-01', '2025-12-31'],
    ['quarter', '2025-05-17', '2025-04-01', '2025-06-30'],
    ['year', '2019-01-01', '2019-01-01', '2019-12-31'],
    ['year', '2019-08-04', '2019-01-01', '2019-12-31'],
  ])('%s of %s is %s to %s', (precision, date, from, to) => {
    expect(daySpan({ date, precision })).toEqual({ from, to });
  });
});

describe('placeAnnouncement on any series', () => {
  const dates = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-06-01', days));
  const series = fc
    .uniqueArray(dates, { maxLength: 60 })
    .map((list) => ({ dates: [...list].sort(), bars: barsOn([...list].sort()) }));
  const calendars = fc.constantFrom(NEW_YORK, HONG_KONG, SHANGHAI, null);

  it('finds a bar at or after the date with no bar between, or none', () => {
    fc.assert(
      fc.property(series, dates, calendars, ({ dates: sessions, bars }, date, calendar) => {
        const placed = placeAnnouncement(day(date), bars, calendar);
        if (sessions.includes(date)) expect(placed).toMatchObject({ shifted: false });
        if (placed.kind !== 'session') return;
        const shown = sessions[placed.index] ?? '';
        expect(placed.sessionKey).toBe(toSessionKey(shown));
        expect(shown >= date).toBe(true);
        expect(sessions.filter((session) => session >= date && session < shown)).toEqual([]);
        expect(placed.shifted).toBe(shown !== date);
      }),
      { numRuns: 500 },
    );
  });

  it('gives spans whose ends are bars within the period', () => {
    const precisions = fc.constantFrom<DatePrecision>('month', 'quarter', 'year');
    fc.assert(
      fc.property(series, dates, precisions, ({ dates: sessions, bars }, date, precision) => {
        const { from, to } = daySpan({ date, precision });
        const within = sessions.filter((session) => session >= from && session <= to);
        const placed = placeAnnouncement({ date, precision }, bars, null);
        const first = within[0];
        if (first === undefined) {
          expect(placed.kind).toBe('none');
        } else {
          expect(placed).toEqual({
            kind: 'span',
            fromKey: toSessionKey(first),
            toKey: toSessionKey(within.at(-1) ?? ''),
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});

const GOOGL = new URL(
  '../../../../../../shared/fixtures/big-tech-ohlcv/GOOGL.csv',
  import.meta.url,
);

describe.skipIf(!existsSync(GOOGL))(
  'on recorded bars of GOOGL, 2010 to 2022 (skipped where the fixtures are missing)',
  () => {
    const read = () =>
      barsOn(
        readFileSync(GOOGL, 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.slice(0, 10)),
      );

    it.each([
      ['2016-05-18', '2016-05-18', 'the TPU is shown'],
      ['2012-10-27', '2012-10-31', 'Saturday before the storm'],
      ['2012-10-29', '2012-10-31', 'first day of the storm'],
      ['2012-10-30', '2012-10-31', 'second day of the storm'],
      ['2016-11-24', '2016-11-25', 'Thanksgiving'],
      ['2018-12-05', '2018-12-06', 'day of mourning'],
      ['2021-05-30', '2021-06-01', 'Sunday before Memorial Day'],
    ])('%s stands on %s: %s', (date, session) => {
      const placed = placeAnnouncement(day(date), read(), NEW_YORK);
      expect(placed).toMatchObject({
        kind: 'session',
        sessionKey: toSessionKey(session),
        shifted: date !== session,
      });
    });

    it.each([
      ['2010-01-01', 'before-history'],
      ['2022-12-31', 'after-history'],
      ['2026-05-28', 'after-history'],
    ])('%s stands nowhere: %s', (date, reason) => {
      expect(placeAnnouncement(day(date), read(), NEW_YORK)).toEqual(none(reason));
    });
  },
);

function closed(date: string): [string, { kind: 'closed'; reason: null }] {
  return [date, { kind: 'closed', reason: null }];
}
