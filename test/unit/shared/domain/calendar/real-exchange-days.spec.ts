import { describe, expect, it } from 'vitest';
import { daySchedule } from '../../../../../src/shared/domain/calendar/day-schedule';
import { dayKindOf } from '../../../../../src/shared/domain/calendar/session-phase';
import { shippedCalendar } from './read-shipped-calendars';

/**
 * Days as they were or are announced by the exchanges, worked out by hand: local hours of the time,
 * less the offset of the zone on that day. A time with a date is not on the day itself.
 */
type Row = readonly [
  mic: string,
  date: string,
  kind: string,
  sessionsUtc: string,
  reason: string | null,
];

const NEW_YORK: readonly Row[] = [
  ['XNYS', '2010-07-05', 'holiday', '', 'Independence Day'],
  ['XNYS', '2010-11-26', 'half', '14:30-18:00', 'Day after Thanksgiving'],
  ['XNYS', '2010-12-24', 'holiday', '', 'Christmas Day'],
  ['XNYS', '2010-12-31', 'regular', '14:30-21:00', null],
  ['XNYS', '2012-10-26', 'regular', '13:30-20:00', null],
  ['XNYS', '2012-10-29', 'holiday', '', 'Hurricane Sandy'],
  ['XNAS', '2012-10-30', 'holiday', '', 'Hurricane Sandy'],
  ['XNYS', '2012-10-31', 'regular', '13:30-20:00', null],
  ['XNAS', '2013-07-03', 'half', '13:30-17:00', 'Eve of Independence Day'],
  ['XNYS', '2018-12-05', 'holiday', '', 'National Day of Mourning for George H. W. Bush'],
  ['XNYS', '2018-12-24', 'half', '14:30-18:00', 'Christmas Eve'],
  ['XNAS', '2021-06-18', 'regular', '13:30-20:00', null],
  ['XNAS', '2021-12-24', 'holiday', '', 'Christmas Day'],
  ['XNAS', '2021-12-31', 'regular', '14:30-21:00', null],
  ['XNAS', '2022-06-20', 'holiday', '', 'Juneteenth'],
  ['XNAS', '2023-03-10', 'regular', '14:30-21:00', null],
  ['XNAS', '2023-03-13', 'regular', '13:30-20:00', null],
  ['XNYS', '2023-11-03', 'regular', '13:30-20:00', null],
  ['XNYS', '2023-11-06', 'regular', '14:30-21:00', null],
  ['XNYS', '2024-03-29', 'holiday', '', 'Good Friday'],
  ['XNAS', '2024-07-03', 'half', '13:30-17:00', 'Eve of Independence Day'],
  ['XNAS', '2025-01-09', 'holiday', '', 'National Day of Mourning for Jimmy Carter'],
  ['ARCX', '2026-11-27', 'half', '14:30-18:00', 'Day after Thanksgiving'],
];

const HONG_KONG: readonly Row[] = [
  ['XHKG', '2012-03-02', 'regular', '01:30-04:00 05:30-08:00', null],
  ['XHKG', '2012-03-05', 'regular', '01:30-04:00 05:00-08:00', null],
  ['XHKG', '2013-09-23', 'late', '05:00-08:00', 'Typhoon Usagi'],
  ['XHKG', '2014-09-16', 'late', '05:00-08:00', 'Typhoon Kalmaegi'],
  ['XHKG', '2016-10-21', 'holiday', '', 'Typhoon Haima'],
  ['XHKG', '2017-08-23', 'holiday', '', 'Typhoon Hato'],
  ['XHKG', '2019-07-31', 'half', '01:30-04:00 05:00-05:55', 'Tropical storm Wipha'],
  ['XHKG', '2020-01-24', 'half', '01:30-04:00', "Lunar New Year's Eve"],
  ['XHKG', '2020-08-19', 'late', '05:30-08:00', 'Typhoon Higos'],
  ['XHKG', '2020-10-13', 'holiday', '', 'Tropical storm Nangka'],
  ['XHKG', '2021-06-28', 'late', '05:30-08:00', 'Black rainstorm'],
  ['XHKG', '2021-10-13', 'holiday', '', 'Typhoon Kompasu'],
  ['XHKG', '2021-12-24', 'half', '01:30-04:00', 'Christmas Eve'],
  ['XHKG', '2021-12-27', 'holiday', '', 'Christmas holiday'],
  ['XHKG', '2021-12-31', 'half', '01:30-04:00', "New Year's Eve"],
  ['XHKG', '2022-08-25', 'late', '05:00-08:00', 'Typhoon Ma-on'],
  ['XHKG', '2022-11-02', 'half', '01:30-04:00 05:00-05:55', 'Tropical storm Nalgae'],
  ['XHKG', '2022-12-30', 'regular', '01:30-04:00 05:00-08:00', null],
  ['XHKG', '2023-07-17', 'holiday', '', 'Typhoon Talim'],
  ['XHKG', '2023-09-01', 'holiday', '', 'Typhoon Saola'],
  ['XHKG', '2023-09-08', 'holiday', '', 'Black rainstorm'],
  ['XHKG', '2024-02-09', 'half', '01:30-04:00', "Lunar New Year's Eve"],
  ['XHKG', '2024-09-06', 'holiday', '', 'Typhoon Yagi'],
  // Typhoon signal 8 stood at the open: from 23 September 2024 on the exchange trades through it.
  ['XHKG', '2024-11-14', 'regular', '01:30-04:00 05:00-08:00', null],
  ['XHKG', '2026-05-28', 'regular', '01:30-04:00 05:00-08:00', null],
];

const MAINLAND_AND_TAIWAN: readonly Row[] = [
  ['XSHG', '2015-09-03', 'holiday', '', '70th anniversary of the victory in the war of resistance'],
  ['XSHG', '2020-01-31', 'holiday', '', 'Spring Festival'],
  ['XSHG', '2020-02-03', 'regular', '01:30-03:30 05:00-07:00', null],
  ['XSHE', '2021-10-07', 'holiday', '', 'National Day'],
  ['XSHE', '2021-10-08', 'regular', '01:30-03:30 05:00-07:00', null],
  ['XSHG', '2021-12-31', 'regular', '01:30-03:30 05:00-07:00', null],
  ['XSHG', '2023-09-29', 'holiday', '', 'Mid-Autumn Festival'],
  ['XSHG', '2024-02-09', 'holiday', '', 'Spring Festival'],
  ['XSHG', '2024-09-14', 'weekend', '', 'weekend'],
  ['XTAI', '2024-07-24', 'holiday', '', 'Typhoon Gaemi'],
  ['XTAI', '2024-10-03', 'holiday', '', 'Typhoon Krathon'],
  ['XTAI', '2024-10-04', 'regular', '01:00-05:30', null],
  ['ROCO', '2024-10-31', 'holiday', '', 'Typhoon Kong-rey'],
  ['XTAI', '2026-02-12', 'holiday', '', 'Lunar New Year'],
];

const KOREA_AND_JAPAN: readonly Row[] = [
  ['XKRX', '2016-07-29', 'regular', '00:00-06:00', null],
  ['XKRX', '2016-08-01', 'regular', '00:00-06:30', null],
  ['XKRX', '2015-11-12', 'late', '01:00-07:00', 'College entrance examination'],
  ['XKRX', '2023-11-16', 'late', '01:00-07:30', 'College entrance examination'],
  ['XKOS', '2024-11-14', 'late', '01:00-07:30', 'College entrance examination'],
  ['XKRX', '2024-01-02', 'late', '01:00-06:30', 'First session of the year'],
  ['XKRX', '2024-04-10', 'holiday', '', 'General election'],
  ['XKRX', '2024-12-31', 'holiday', '', 'Year-end closing'],
  ['XTKS', '2011-11-18', 'regular', '00:00-02:00 03:30-06:00', null],
  ['XTKS', '2011-11-21', 'regular', '00:00-02:30 03:30-06:00', null],
  ['XTKS', '2019-05-01', 'holiday', '', 'Accession of the Emperor'],
  ['XTKS', '2020-10-01', 'holiday', '', 'Failure of the trading system'],
  ['XTKS', '2024-11-01', 'regular', '00:00-02:30 03:30-06:00', null],
  ['XTKS', '2024-11-04', 'holiday', '', 'Culture Day'],
  ['XTKS', '2024-11-05', 'regular', '00:00-02:30 03:30-06:30', null],
];

const EUROPE: readonly Row[] = [
  ['XLON', '2011-04-29', 'holiday', '', 'Royal wedding'],
  ['XLON', '2022-09-19', 'holiday', '', 'State funeral of Queen Elizabeth II'],
  ['XLON', '2023-05-08', 'holiday', '', 'Coronation of King Charles III'],
  ['XLON', '2023-12-22', 'half', '08:00-12:30', 'Last session before Christmas'],
  // Between the change of clocks in New York and the one in Europe.
  ['XLON', '2024-03-28', 'regular', '08:00-16:30', null],
  ['XLON', '2024-04-02', 'regular', '07:00-15:30', null],
  ['XLON', '2024-10-25', 'regular', '07:00-15:30', null],
  ['XLON', '2024-10-28', 'regular', '08:00-16:30', null],
  ['XNYS', '2024-10-28', 'regular', '13:30-20:00', null],
  ['XETR', '2017-10-31', 'holiday', '', 'Reformation Day'],
  ['XETR', '2022-10-03', 'regular', '07:00-15:30', null],
  ['XETR', '2024-12-30', 'half', '08:00-13:00', 'Last session of the year'],
  ['XETR', '2024-12-31', 'holiday', '', "New Year's Eve"],
  ['XAMS', '2024-12-24', 'half', '08:00-13:05', 'Christmas Eve'],
  ['XPAR', '2024-05-09', 'regular', '07:00-15:30', null],
  ['XPAR', '2024-05-01', 'holiday', '', 'Labour Day'],
];

const OTHERS: readonly Row[] = [
  ['CRYPTO', '2024-12-25', 'regular', '00:00-2024-12-26T00:00', null],
  ['BINANCE', '2026-11-28', 'regular', '00:00-2026-11-29T00:00', null],
  ['BITGET', '2026-11-29', 'regular', '00:00-2026-11-30T00:00', null],
  ['FOREX', '2026-11-27', 'regular', '00:00-2026-11-28T00:00', null],
  ['FOREX', '2026-11-28', 'weekend', '', 'weekend'],
  ['XNYS', '2026-11-28', 'weekend', '', 'weekend'],
  ['XSES', '2026-11-23', 'regular', '01:00-04:00 05:00-09:00', 'year not covered'],
  ['XASX', '2026-11-23', 'regular', '2026-11-22T23:00-05:00', 'year not covered'],
];

describe('daySchedule on real days', () => {
  const all = { NEW_YORK, HONG_KONG, MAINLAND_AND_TAIWAN, KOREA_AND_JAPAN, EUROPE, OTHERS };

  it('has at least sixty of them, each once', () => {
    const days = Object.values(all).flatMap((rows) => rows.map(([mic, date]) => `${mic} ${date}`));
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBeGreaterThanOrEqual(60);
  });

  describe.each(Object.entries(all))('%s', (_name, rows) => {
    it.each(rows)('%s on %s: %s %s %s', (mic, date, kind, sessionsUtc, reason) => {
      const calendar = shippedCalendar(mic);
      const schedule = daySchedule(calendar, date);
      expect(schedule).toMatchObject({
        date,
        open: sessionsUtc !== '',
        half: kind === 'half',
        reason,
      });
      expect(schedule.sessions.map((part) => asText(date, part)).join(' ')).toBe(sessionsUtc);
      expect(dayKindOf(calendar, date)).toBe(kind);
    });
  });
});

function asText(date: string, part: readonly [number, number]): string {
  return part
    .map((ms) => new Date(ms).toISOString().slice(0, 16))
    .map((text) => (text.startsWith(date) ? text.slice(11) : text))
    .join('-');
}
