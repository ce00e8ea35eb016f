import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../../../src/shared/domain/announcement/announcement';
import { placeEventWindow } from '../../../../../src/shared/domain/announcement/event-window';
import {
  boundedWindow,
  FARTHEST_SESSION,
} from '../../../../../src/shared/domain/announcement/window-span';
import { toDate, toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { sessionsBetween } from '../../../../../src/shared/domain/calendar/exchange-calendar';
import type { BarSessions } from '../../../../../src/shared/domain/candle/bar-sessions';
import { shippedCalendar } from '../calendar/read-shipped-calendars';

const NEW_YORK = shippedCalendar('XNAS');
const HONG_KONG = shippedCalendar('XHKG');

/** All sessions of the first half of 2024, each with ten bars. */
function sessionsOf(calendar = NEW_YORK): BarSessions {
  const dates = sessionsBetween(calendar, '2024-01-02', '2024-06-28');
  return {
    keys: Float64Array.from(dates, toSessionKey),
    bars: Uint32Array.from(dates, (_, index) => index * 10),
  };
}

const told = (
  date: string,
  at: Announcement['at'] = null,
): Pick<Announcement, 'date' | 'precision' | 'at'> => ({ date, precision: 'day', at });
const eastern = (time: string | null): Announcement['at'] => ({ zone: 'America/New_York', time });

function datesOf(
  announcement: ReturnType<typeof told>,
  span = { from: -1, to: 1 },
  calendar = NEW_YORK,
): string[] | null {
  const placed = placeEventWindow(announcement, span, sessionsOf(calendar), calendar);
  return placed && [placed.fromKey, placed.reactionKey, placed.toKey].map(toDate);
}

describe('placeEventWindow', () => {
  it('counts sessions, over weekends and holidays', () => {
    // 18 January 2024 was a Thursday, 15 January a holiday.
    expect(datesOf(told('2024-01-18'), { from: -3, to: 3 })).toEqual([
      '2024-01-12',
      '2024-01-18',
      '2024-01-23',
    ]);
  });

  it('begins with the session of the day while that has not ended, else with the next', () => {
    const before = ['2024-03-04', '2024-03-05', '2024-03-06'];
    const after = ['2024-03-05', '2024-03-06', '2024-03-07'];
    expect(datesOf(told('2024-03-05', eastern('08:00')))).toEqual(before);
    expect(datesOf(told('2024-03-05', eastern('15:59')))).toEqual(before);
    expect(datesOf(told('2024-03-05', eastern('16:00')))).toEqual(after);
    expect(datesOf(told('2024-03-05', eastern('20:30')))).toEqual(after);
    expect(datesOf(told('2024-03-05', eastern(null)))).toEqual(before);
    expect(datesOf(told('2024-03-05'))).toEqual(before);
  });

  it('asks the clock of the exchange that reacts', () => {
    // Noon in New York on Tuesday: Hong Kong has closed and trades again on Wednesday.
    const [, reaction] = datesOf(
      told('2024-03-05', eastern('12:00')),
      { from: -1, to: 1 },
      HONG_KONG,
    ) as string[];
    expect(reaction).toBe('2024-03-06');
    // Some moment of New York's Tuesday: Hong Kong's Tuesday session may have come before it.
    expect(datesOf(told('2024-03-05', eastern(null)), { from: 0, to: 0 }, HONG_KONG)?.[0]).toBe(
      '2024-03-05',
    );
  });

  it('waits through a weekend', () => {
    expect(datesOf(told('2024-03-08', eastern('18:00')))?.[1]).toBe('2024-03-11');
    expect(datesOf(told('2024-03-09'))?.[1]).toBe('2024-03-11');
  });

  it('ends with the history, and is none beyond it', () => {
    expect(datesOf(told('2024-01-03'), { from: -5, to: 2 })?.[0]).toBe('2024-01-02');
    expect(datesOf(told('2024-06-27'), { from: 5, to: 9 })).toBeNull();
    expect(datesOf(told('2024-07-20'))).toBeNull();
  });

  it('is none for what is known to the month only', () => {
    const vague = { ...told('2024-03-01'), precision: 'month' } as const;
    const placed = placeEventWindow(vague, { from: -1, to: 1 }, sessionsOf(), NEW_YORK);
    expect(placed).toBeNull();
  });

  it('holds as many sessions as it names', () => {
    const sessions = sessionsOf();
    const end = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(end, end, fc.integer({ min: 30, max: 90 }), (one, other, index) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const date = toDate(sessions.keys[index] as number);
        const placed = placeEventWindow(told(date), { from, to }, sessions, NEW_YORK);
        if (placed === null) throw new Error('no window');
        const held = sessions.keys.filter((key) => key >= placed.fromKey && key <= placed.toKey);
        expect(held).toHaveLength(to - from + 1);
        expect(toDate(placed.reactionKey)).toBe(date);
      }),
    );
  });
});

describe('boundedWindow', () => {
  it('keeps the ends whole, within the limits, and in order', () => {
    expect(boundedWindow({ from: -5.4, to: 10 }, 'from')).toEqual({ from: -5, to: 10 });
    expect(boundedWindow({ from: -900, to: 900 }, 'to')).toEqual({
      from: -FARTHEST_SESSION,
      to: FARTHEST_SESSION,
    });
    expect(boundedWindow({ from: 12, to: 10 }, 'from')).toEqual({ from: 12, to: 12 });
    expect(boundedWindow({ from: 12, to: 10 }, 'to')).toEqual({ from: 10, to: 10 });
    expect(boundedWindow({ from: Number.NaN, to: 3 }, 'from')).toEqual({ from: 0, to: 3 });
  });
});
