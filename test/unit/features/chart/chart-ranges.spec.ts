import { describe, expect, it } from 'vitest';
import { intervalFor, namedSessions } from '../../../../src/features/chart/chart-ranges';
import { RANGE_NAMES } from '../../../../src/shared/domain/chart/range-name';
import { toDate, toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import { sessionsBetween } from '../../../../src/shared/domain/calendar/exchange-calendar';
import { shippedCalendar } from '../../shared/domain/calendar/read-shipped-calendars';

const sessions = (from: string, to: string): number[] =>
  sessionsBetween(shippedCalendar('XNAS'), from, to).map(toSessionKey);
const dates = (range: ReturnType<typeof namedSessions>): unknown =>
  range && [toDate(range.from), toDate(range.to)];

describe('a named range', () => {
  const keys = sessions('2015-06-01', '2016-03-31');

  it.each([
    ['6M', '2015-09-30'],
    ['YTD', '2016-01-01'],
    ['1Y', '2015-03-31'],
    ['5Y', '2011-03-31'],
  ] as const)('%s ends at the last session and starts on %s', (name, start) => {
    expect(dates(namedSessions(name, keys))).toEqual([start, '2016-03-31']);
  });

  it('takes the last day of a shorter month: one month before 31 March 2016 is 29 February', () => {
    expect(dates(namedSessions('1M', keys))).toEqual(['2016-02-29', '2016-03-31']);
  });

  it('counts sessions: five before the end of March 2016 begin on Thursday, Good Friday is none', () => {
    const until = sessions('2016-01-04', '2016-03-30');
    expect(dates(namedSessions('5D', until))).toEqual(['2016-03-23', '2016-03-30']);
    expect(dates(namedSessions('1D', until))).toEqual(['2016-03-30', '2016-03-30']);
    expect(dates(namedSessions('5D', until.slice(-2)))).toEqual(['2016-03-29', '2016-03-30']);
  });

  it('is everything, and null without sessions', () => {
    expect(namedSessions('All', keys)?.from).toBe(-Infinity);
    expect(namedSessions('1M', [])).toBeNull();
  });
});

describe('the interval of a range', () => {
  it.each([
    ['1D', 'D', '1m'],
    ['5D', 'W', '5m'],
    ['1M', '1m', 'D'],
    ['1Y', '5m', 'D'],
    ['All', '1h', 'D'],
  ] as const)('%s, chosen on %s, is shown in %s', (name, current, interval) => {
    expect(intervalFor(name, current, null)).toBe(interval);
  });

  it.each([
    ['1D', '5m'],
    ['5D', '1h'],
    ['1M', '4h'],
    ['5Y', 'W'],
    ['All', 'M'],
  ] as const)('%s stays in %s, which shows it as well', (name, current) => {
    expect(intervalFor(name, current, null)).toBe(current);
  });

  it('is one that can be made of what there is', () => {
    expect(intervalFor('1D', 'D', ['5m', 'D'])).toBe('5m');
    expect(intervalFor('1D', 'W', ['D'])).toBe('D');
    expect(RANGE_NAMES.map((name) => intervalFor(name, 'D', ['D']))).not.toContain('1m');
  });
});
