import { describe, expect, it } from 'vitest';
import {
  eventSession,
  type SessionBasis,
} from '../../../../../src/shared/domain/announcement/event-session';
import { readShippedCalendars } from '../calendar/read-shipped-calendars';

const calendars = readShippedCalendars();

const PT = 'America/Los_Angeles';
const NY = 'America/New_York';
const HK = 'Asia/Hong_Kong';
const SH = 'Asia/Shanghai';
const TP = 'Asia/Taipei';
const TK = 'Asia/Tokyo';
const KR = 'Asia/Seoul';
const LN = 'Europe/London';
const DE = 'Europe/Berlin';

type Row = readonly [
  mic: string,
  date: string,
  zone: string | null,
  time: string | null,
  session: string,
  basis: SessionBasis,
  /** Where it is another than the session. */
  latest?: string,
];

/** Days of the exchanges as their own calendars state them, each worked out by hand. */
const DAYS: readonly Row[] = [
  // Graviton: the evening of 26 November 2018 in Las Vegas.
  ['XNAS', '2018-11-26', PT, '19:30', '2018-11-27', 'after-close'],
  ['XNYS', '2018-11-26', PT, '19:30', '2018-11-27', 'after-close'],
  ['XLON', '2018-11-26', PT, '19:30', '2018-11-27', 'before-open'],
  ['XHKG', '2018-11-26', PT, '19:30', '2018-11-27', 'in-session'],
  ['XKRX', '2018-11-26', PT, '19:30', '2018-11-27', 'in-session'],
  ['XTKS', '2018-11-26', PT, '19:00', '2018-11-27', 'lunch'],
  // The keynote of 18 May 2016, ten o'clock in Mountain View.
  ['XNAS', '2016-05-18', PT, '10:00', '2016-05-18', 'in-session'],
  ['XTKS', '2016-05-18', PT, '10:00', '2016-05-19', 'before-open'],
  ['XKRX', '2016-05-18', PT, '10:00', '2016-05-19', 'before-open'],
  ['XLON', '2016-05-18', PT, '10:00', '2016-05-19', 'after-close'],
  // New York: open, close, and the minute before each.
  ['XNYS', '2026-05-28', NY, '09:29', '2026-05-28', 'before-open'],
  ['XNYS', '2026-05-28', NY, '09:30', '2026-05-28', 'in-session'],
  ['XNYS', '2026-05-28', NY, '15:59', '2026-05-28', 'in-session'],
  ['XNYS', '2026-05-28', NY, '16:00', '2026-05-29', 'after-close'],
  ['XNAS', '2026-05-29', NY, '16:05', '2026-06-01', 'after-close'],
  ['XNAS', '2026-05-30', NY, '11:00', '2026-06-01', 'closed-day'],
  ['XNAS', '2026-05-31', NY, '23:59', '2026-06-01', 'closed-day'],
  // Half days and holidays of New York.
  ['XNAS', '2025-07-03', NY, '12:59', '2025-07-03', 'in-session'],
  ['XNAS', '2025-07-03', NY, '13:00', '2025-07-07', 'after-close'],
  ['XNAS', '2024-11-29', NY, '13:30', '2024-12-02', 'after-close'],
  ['XNYS', '2024-12-24', NY, '13:30', '2024-12-26', 'after-close'],
  ['XNYS', '2026-07-03', NY, '10:00', '2026-07-06', 'closed-day'],
  ['XNYS', '2026-04-02', NY, '17:00', '2026-04-06', 'after-close'],
  ['XNYS', '2026-06-19', NY, '10:00', '2026-06-22', 'closed-day'],
  ['XNYS', '2025-01-09', NY, '10:00', '2025-01-10', 'closed-day'],
  ['XNYS', '2018-12-05', NY, '10:00', '2018-12-06', 'closed-day'],
  ['XNYS', '2012-10-29', NY, '10:00', '2012-10-31', 'closed-day'],
  ['XNYS', '2026-11-27', NY, '14:00', '2026-11-30', 'after-close'],
  // Daylight saving time began in New York on 8 March 2026, in London three weeks later.
  ['XNYS', '2026-03-06', LN, '14:29', '2026-03-06', 'before-open'],
  ['XNYS', '2026-03-09', LN, '13:29', '2026-03-09', 'before-open'],
  ['XNYS', '2026-03-09', LN, '13:30', '2026-03-09', 'in-session'],
  ['XNYS', '2026-03-09', LN, '20:00', '2026-03-10', 'after-close'],
  ['XNYS', '2026-03-30', LN, '14:29', '2026-03-30', 'before-open'],
  ['XNYS', '2026-03-30', LN, '20:59', '2026-03-30', 'in-session'],
  // Hong Kong: lunch, close, half days, holidays, a typhoon and black rain.
  ['XHKG', '2026-05-28', HK, '11:59', '2026-05-28', 'in-session'],
  ['XHKG', '2026-05-28', HK, '12:00', '2026-05-28', 'lunch'],
  ['XHKG', '2026-05-28', HK, '12:59', '2026-05-28', 'lunch'],
  ['XHKG', '2026-05-28', HK, '13:00', '2026-05-28', 'in-session'],
  ['XHKG', '2026-05-28', HK, '16:00', '2026-05-29', 'after-close'],
  ['XHKG', '2026-05-28', NY, '09:30', '2026-05-29', 'after-close'],
  ['XHKG', '2026-05-27', NY, '20:30', '2026-05-28', 'before-open'],
  ['XHKG', '2025-12-24', HK, '11:30', '2025-12-24', 'in-session'],
  ['XHKG', '2025-12-24', HK, '12:30', '2025-12-29', 'after-close'],
  ['XHKG', '2025-12-31', HK, '14:00', '2026-01-02', 'after-close'],
  ['XHKG', '2026-02-16', HK, '12:30', '2026-02-20', 'after-close'],
  ['XHKG', '2026-07-01', HK, '10:00', '2026-07-02', 'closed-day'],
  ['XHKG', '2023-09-01', HK, '10:00', '2023-09-04', 'closed-day'],
  ['XHKG', '2023-09-08', HK, '10:00', '2023-09-11', 'closed-day'],
  // Mainland China: lunch, close and the two long holidays.
  ['XSHG', '2025-09-30', SH, '11:29', '2025-09-30', 'in-session'],
  ['XSHG', '2025-09-30', SH, '12:15', '2025-09-30', 'lunch'],
  ['XSHG', '2025-09-30', SH, '15:00', '2025-10-09', 'after-close'],
  ['XSHE', '2025-10-03', SH, '10:00', '2025-10-09', 'closed-day'],
  ['XSHG', '2026-02-13', SH, '16:00', '2026-02-24', 'after-close'],
  // Taipei, Tokyo and Seoul.
  ['XTAI', '2026-05-28', TP, '13:29', '2026-05-28', 'in-session'],
  ['XTAI', '2026-05-28', TP, '13:30', '2026-05-29', 'after-close'],
  ['XTKS', '2026-05-28', TK, '11:45', '2026-05-28', 'lunch'],
  ['XTKS', '2026-05-28', TK, '15:29', '2026-05-28', 'in-session'],
  ['XTKS', '2024-11-01', TK, '15:00', '2024-11-05', 'after-close'],
  ['XTKS', '2026-05-01', TK, '16:00', '2026-05-07', 'after-close'],
  ['XKRX', '2026-05-05', KR, '10:00', '2026-05-06', 'closed-day'],
  ['XKRX', '2025-11-13', KR, '09:30', '2025-11-13', 'before-open'],
  ['XKRX', '2025-11-13', KR, '16:00', '2025-11-13', 'in-session'],
  ['XKRX', '2016-07-29', KR, '15:00', '2016-08-01', 'after-close'],
  // London and Frankfurt.
  ['XLON', '2026-05-22', LN, '16:30', '2026-05-26', 'after-close'],
  ['XLON', '2025-12-24', LN, '12:45', '2025-12-29', 'after-close'],
  ['XETR', '2025-12-23', DE, '18:00', '2025-12-29', 'after-close'],
  ['XETR', '2025-12-30', DE, '14:00', '2026-01-02', 'after-close'],
  // A date only: of the exchange, of another zone, on days without trading.
  ['XHKG', '2026-05-28', null, null, '2026-05-28', 'date-only', '2026-05-29'],
  ['XNAS', '2026-05-30', null, null, '2026-06-01', 'date-only'],
  ['XHKG', '2018-11-26', PT, null, '2018-11-27', 'date-only'],
  ['XNAS', '2018-11-26', PT, null, '2018-11-26', 'date-only', '2018-11-27'],
  ['XNAS', '2026-05-28', SH, null, '2026-05-27', 'date-only', '2026-05-28'],
  ['XHKG', '2025-12-24', HK, null, '2025-12-24', 'date-only', '2025-12-29'],
];

function sessionOf([mic, date, zone, time]: Row) {
  const calendar = calendars.get(mic);
  if (!calendar) throw new Error(`no calendar of ${mic}`);
  return eventSession(
    { date, precision: 'day', at: zone === null ? null : { zone, time } },
    calendar,
  );
}

describe('the first session that could react', () => {
  it.each(DAYS.map((row) => [row.slice(0, 5).join(' '), row] as const))('%s', (_name, row) => {
    const [, , , , session, basis, latest = session] = row;
    expect(sessionOf(row)).toMatchObject({ session, basis, latest, covered: true });
  });

  it('names the day that is not a usual one', () => {
    const reasonOf = (...row: Row): readonly unknown[] => {
      const { reason, half } = sessionOf(row) ?? {};
      return [reason, half];
    };
    expect(reasonOf('XHKG', '2023-09-01', HK, '10:00', '', 'closed-day')).toEqual([
      'Typhoon Saola',
      false,
    ]);
    expect(reasonOf('XNAS', '2026-05-30', NY, '11:00', '', 'closed-day')).toEqual([
      'weekend',
      false,
    ]);
    expect(reasonOf('XNAS', '2025-07-03', NY, '10:00', '', 'in-session')[1]).toBe(true);
    expect(reasonOf('XNAS', '2026-05-28', NY, '10:00', '', 'in-session')).toEqual([null, false]);
  });

  it('is not known of a month, and says where the closures of a year are not known', () => {
    const calendar = calendars.get('XHKG');
    if (!calendar) throw new Error('no calendar');
    const vague = { date: '2026-05-01', precision: 'month', at: null } as const;
    expect(eventSession(vague, calendar)).toBeNull();
    const early = { date: '1999-05-03', precision: 'day', at: null } as const;
    expect(eventSession(early, calendar)).toMatchObject({ session: '1999-05-03', covered: false });
  });
});
