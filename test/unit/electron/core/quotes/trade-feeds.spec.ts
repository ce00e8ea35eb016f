import { beforeEach, describe, expect, it } from 'vitest';
import {
  type SessionPhase,
  sessionPhaseAt,
} from '../../../../../electron/core/quotes/session-phase';
import { TradeFeeds } from '../../../../../electron/core/quotes/trade-feeds';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';
import { said, utc } from './live-samples';

const hongKong = shippedCalendar('XHKG');
/** Christmas Day, which the calendar has closed. */
const HOLIDAY = '2026-12-25';
const MINUTE = 60_000;

let feeds: TradeFeeds;

beforeEach(() => {
  feeds = new TradeFeeds();
});

const hear = (asOf: number, delayMinutes: number | null = 0): void =>
  feeds.heard('XHKG', said('XHKG:00700', asOf, 100, { delayMinutes }).quote);
const phase = (nowMs: number): SessionPhase =>
  feeds.overrule('XHKG', hongKong, sessionPhaseAt(hongKong, nowMs), nowMs);
const isFrozen = (nowMs: number): boolean =>
  feeds.isFrozen('XHKG', sessionPhaseAt(hongKong, nowMs), nowMs);

describe('TradeFeeds', () => {
  it('takes a fresh trade on a day that the calendar has closed for an open exchange', () => {
    const now = utc(`${HOLIDAY}T03:00`);
    expect(phase(now).state).toBe('closed');
    hear(now - 1000);
    expect(phase(now)).toMatchObject({ state: 'open', session: HOLIDAY });
    expect(phase(now + 4 * MINUTE).state).toBe('closed');
  });

  it('allows for the delay that the source states', () => {
    const now = utc(`${HOLIDAY}T03:00`);
    hear(now - 15 * MINUTE, 15);
    expect(phase(now).state).toBe('open');
  });

  it('opens nothing for the last prints of a session, an older stamp or another exchange', () => {
    hear(utc('2026-11-24T08:12'));
    expect(phase(utc('2026-11-24T08:13')).state).toBe('closed');
    hear(utc('2026-11-24T08:00'));
    const now = utc(`${HOLIDAY}T03:00`);
    feeds.heard('XSHG', said('XSHG:600519', now, 100).quote);
    expect(phase(now).state).toBe('closed');
  });

  it('is frozen where the exchange is open and no stamp is newer than twenty minutes', () => {
    const trade = utc('2026-11-24T06:00');
    hear(trade);
    expect(isFrozen(trade + 20 * MINUTE)).toBe(false);
    expect(isFrozen(trade + 20 * MINUTE + 1)).toBe(true);
    hear(trade + 5 * MINUTE, 15);
    expect(isFrozen(trade + 40 * MINUTE)).toBe(false);
    expect(isFrozen(trade + 40 * MINUTE + 1)).toBe(true);
  });

  it('counts from the open and from the end of lunch on, and not while closed', () => {
    hear(utc('2026-11-24T03:59'));
    expect(isFrozen(utc('2026-11-24T05:15'))).toBe(false);
    expect(isFrozen(utc('2026-11-24T05:21'))).toBe(true);
    expect(isFrozen(utc('2026-11-24T12:00'))).toBe(false);
    expect(isFrozen(utc('2026-11-25T01:45'))).toBe(false);
  });

  it('forgets exchanges of which nothing is watched', () => {
    const now = utc(`${HOLIDAY}T03:00`);
    hear(now);
    feeds.keepOnly(new Set(['XNAS']));
    expect(phase(now).state).toBe('closed');
  });
});
