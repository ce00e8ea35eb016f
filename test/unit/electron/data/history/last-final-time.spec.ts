import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastFinalTime } from '../../../../../electron/data/history/last-final-time';
import { toDate, toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { sessionSettledAt } from '../../../../../src/shared/domain/calendar/settled-session';
import { exchangeDate } from '../../../../../src/shared/domain/calendar/session-clock';
import { isSession } from '../../../../../src/shared/domain/calendar/exchange-calendar';
import { INTERVAL_SECONDS } from '../../../../../src/shared/domain/candle/interval';
import { calendarOf } from '../calendar-of';

const DELAY_MS = 20 * 60_000;
const key = toSessionKey;
const at = (text: string): number => Date.parse(`${text}Z`);

describe('the last daily bar that can be final', () => {
  it.each([
    ['Hong Kong, a minute after the close', 'XHKG', '2026-11-24T08:01', '2026-11-23'],
    ['Hong Kong, as the auction ends', 'XHKG', '2026-11-24T08:10', '2026-11-23'],
    ['Hong Kong, half an hour after the close', 'XHKG', '2026-11-24T08:30', '2026-11-23'],
    ['Hong Kong, half an hour after the auction', 'XHKG', '2026-11-24T08:40', '2026-11-24'],
    ['Tokyo, a minute after the close', 'XTKS', '2026-11-24T06:31', '2026-11-20'],
    ['Tokyo, half an hour after the close', 'XTKS', '2026-11-24T07:00', '2026-11-24'],
    ['New York, a minute after the close', 'XNAS', '2026-11-24T21:01', '2026-11-23'],
    ['New York on Sunday', 'XNAS', '2026-11-22T12:00', '2026-11-20'],
    ['a venue that never closes', 'BINANCE', '2026-11-24T00:29', '2026-11-22'],
  ])('%s', (_name, mic, now, expected) => {
    const calendar = calendarOf(mic);
    expect(toDate(lastFinalTime('D', key('2026-11-24'), calendar, at(now)))).toBe(expected);
  });

  it('is never of a session that a delayed source may still work on', () => {
    const mics = ['XHKG', 'XTKS', 'XNAS', 'XLON', 'XSHG', 'XTAI', 'BINANCE'];
    const from = at('2025-01-02T00:00');
    fc.assert(
      fc.property(fc.constantFrom(...mics), fc.integer({ min: 0, max: 700_000 }), (mic, minute) => {
        const calendar = calendarOf(mic);
        if (!calendar) throw new Error(mic);
        const nowMs = from + minute * 60_000;
        const last = toDate(
          lastFinalTime('D', key(exchangeDate(calendar, nowMs)), calendar, nowMs),
        );
        expect(isSession(calendar, last)).toBe(true);
        expect(sessionSettledAt(calendar, last) + DELAY_MS).toBeLessThan(nowMs);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('the last intraday bar that can be final', () => {
  const bar = at('2026-11-24T15:00') / 1000;

  it('is none that the answer ends with while its session goes on', () => {
    const calendar = calendarOf('XNAS');
    const now = at('2026-11-24T15:20');
    expect(lastFinalTime('5m', bar, calendar, now)).toBe(bar - 1);
  });

  it('is the last one once every source has all of the session', () => {
    const calendar = calendarOf('XNAS');
    const last = at('2026-11-24T20:55') / 1000;
    expect(lastFinalTime('5m', last, calendar, at('2026-11-24T21:29'))).toBe(last - 1);
    expect(lastFinalTime('5m', last, calendar, at('2026-11-24T21:30'))).toBeGreaterThan(last);
  });

  it('waits for the delay also where no calendar, or no session, is known', () => {
    const sunday = at('2026-11-22T15:00') / 1000;
    const seconds = INTERVAL_SECONDS['5m'];
    for (const calendar of [undefined, calendarOf('XNAS')]) {
      const early = (sunday + seconds + 60) * 1000;
      expect(lastFinalTime('5m', sunday, calendar, early)).toBe(sunday - 1);
      const late = (sunday + seconds) * 1000 + 30 * 60_000;
      expect(lastFinalTime('5m', sunday, calendar, late)).toBeGreaterThanOrEqual(sunday);
    }
  });
});
