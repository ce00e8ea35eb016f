import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONFIRMATION_MS,
  type QuoteFacts,
  quoteState,
} from '../../../../../electron/core/quotes/quote-state';
import { sessionPhaseAt } from '../../../../../electron/core/quotes/session-phase';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';
import { utc } from './live-samples';

const newYork = shippedCalendar('XNAS');
const hongKong = shippedCalendar('XHKG');

/** A prompt price of New York that was confirmed this moment, at noon. */
function facts(at: string, more: Partial<QuoteFacts> = {}, calendar = newYork): QuoteFacts {
  const nowMs = utc(at);
  return {
    source: 'yahoo',
    asOf: nowMs,
    session: at.slice(0, 10),
    delayMinutes: 0,
    lastAnswerAt: nowMs,
    refusedAt: null,
    askedEveryMs: 10_000,
    phase: sessionPhaseAt(calendar, nowMs),
    isFrozen: false,
    nowMs,
    ...more,
  };
}

const state = (...args: Parameters<typeof facts>): string => quoteState(facts(...args));
const NOON = '2026-11-24T17:00:00';

describe('quoteState while the exchange is open', () => {
  it('is live where the source is prompt, however old the last trade is', () => {
    expect(state(NOON)).toBe('live');
    expect(state(NOON, { asOf: utc('2026-11-24T15:00') })).toBe('live');
  });

  it('is stale where the answers repeat old stamps for the whole exchange', () => {
    expect(state(NOON, { asOf: utc('2026-11-24T15:00'), isFrozen: true })).toBe('stale');
  });

  it('is delayed where the source says so', () => {
    expect(state(NOON, { delayMinutes: 15 })).toBe('delayed');
  });

  it('goes by the age of the stamp where the source does not say', () => {
    expect(state(NOON, { delayMinutes: null, asOf: utc(NOON) - 120_000 })).toBe('live');
    expect(state(NOON, { delayMinutes: null, asOf: utc(NOON) - 120_001 })).toBe('delayed');
  });

  it('is stale as soon as two turns went by without an answer', () => {
    expect(state(NOON, { lastAnswerAt: utc(NOON) - 20_000 })).toBe('live');
    expect(state(NOON, { lastAnswerAt: utc(NOON) - 20_001 })).toBe('stale');
    expect(state(NOON, { lastAnswerAt: utc(NOON) - 20_001, askedEveryMs: 60_000 })).toBe('live');
  });

  it('is the close of yesterday until the first trade of today, and stale if older', () => {
    const opened = '2026-11-24T14:31:00';
    const yesterday = { asOf: utc('2026-11-23T21:00'), session: '2026-11-23' };
    expect(state(opened, yesterday)).toBe('closed');
    expect(state(opened, { ...yesterday, session: '2026-11-20' })).toBe('stale');
  });

  it('counts missed turns from the open on for the close of yesterday, if that was confirmed', () => {
    const bell = '2026-11-24T14:30:20';
    const yesterday = { asOf: utc('2026-11-23T20:59'), session: '2026-11-23' };
    const confirmed = { ...yesterday, lastAnswerAt: utc('2026-11-24T14:00') };
    expect(state(bell, confirmed)).toBe('closed');
    expect(state('2026-11-24T14:30:21', confirmed)).toBe('stale');
    expect(state(bell, { ...yesterday, lastAnswerAt: utc('2026-11-23T20:59') })).toBe('stale');
  });

  it('takes a session that the calendar does not have yet as the source says', () => {
    expect(state(NOON, { session: '2026-11-25' })).toBe('live');
  });

  it('stays live over midnight where the venue never closes', () => {
    const before = { asOf: utc('2026-11-23T23:59:59'), session: '2026-11-23' };
    const binance = shippedCalendar('BINANCE');
    expect(state('2026-11-24T00:00:02', before, binance)).toBe('live');
    const silent = { ...before, lastAnswerAt: utc('2026-11-23T23:59:59') };
    expect(state('2026-11-24T00:01:00', silent, binance)).toBe('stale');
  });

  it('is stale where nobody traded for an hour at a venue that never closes, however often asked', () => {
    const saturday = '2026-11-28T17:00:00';
    const [bitget, hour] = [shippedCalendar('BITGET'), 3_600_000];
    expect(state(saturday, { asOf: utc(saturday) - hour }, bitget)).toBe('live');
    expect(state(saturday, { asOf: utc(saturday) - hour - 1 }, bitget)).toBe('stale');
    const friday = { asOf: utc('2026-11-27T21:00'), session: '2026-11-27' };
    expect(state(saturday, friday, bitget)).toBe('stale');
  });

  it('keeps the price of the morning live over lunch', () => {
    const lunch = '2026-11-24T04:30:00';
    const morning = { asOf: utc('2026-11-24T03:59:30'), delayMinutes: null };
    expect(state(lunch, morning, hongKong)).toBe('live');
    expect(state(lunch, { ...morning, asOf: utc('2026-11-24T03:44') }, hongKong)).toBe('delayed');
    expect(state(lunch, { ...morning, lastAnswerAt: utc('2026-11-24T03:59') }, hongKong)).toBe(
      'stale',
    );
  });
});

describe('quoteState of nonsense', () => {
  it('is an error while nonsense comes, open or closed, and stale when nothing comes any more', () => {
    expect(state(NOON, { refusedAt: utc(NOON) })).toBe('error');
    expect(state('2026-11-24T23:00:00', { refusedAt: utc('2026-11-24T23:00') })).toBe('error');
    expect(state(NOON, { refusedAt: utc(NOON) - 20_001 })).toBe('stale');
  });
});

describe('quoteState while the exchange is closed', () => {
  const evening = '2026-11-24T23:00:00';
  const close = utc('2026-11-24T21:00');

  it('is closed for the last finished session, long after the last answer too', () => {
    expect(state(evening, { asOf: close, lastAnswerAt: close })).toBe('closed');
    const lastTrade = { asOf: close - 600_000, lastAnswerAt: close + 60_000 };
    expect(state(evening, lastTrade)).toBe('closed');
  });

  it('is stale for an older session', () => {
    expect(state(evening, { session: '2026-11-23', asOf: utc('2026-11-23T21:00') })).toBe('stale');
  });

  it('is stale where the source fell silent before the close', () => {
    const cut = { asOf: close - 120_000, lastAnswerAt: close - 60_000 };
    expect(state('2026-11-24T21:00:30', cut)).toBe('stale');
    expect(state(evening, cut)).toBe('stale');
  });

  it('waits a while for the confirmation after the close', () => {
    const last = { asOf: close - 15_000, lastAnswerAt: close - 5000 };
    expect(state('2026-11-24T21:00:30', last)).toBe('closed');
    const waited = close + CONFIRMATION_MS;
    const at = (ms: number): string => new Date(ms).toISOString().slice(0, -1);
    expect(state(at(waited), last)).toBe('closed');
    expect(state(at(waited + 1), last)).toBe('stale');
  });

  it('is delayed until a late source has the last minutes', () => {
    const late = { delayMinutes: 15, asOf: close - 900_000, lastAnswerAt: close - 5000 };
    expect(state('2026-11-24T21:00:30', late)).toBe('delayed');
    const confirmed = { ...late, asOf: close - 60_000, lastAnswerAt: close + 900_000 };
    expect(state(evening, confirmed)).toBe('closed');
  });
});

describe('quoteState', () => {
  it('is simulated for the simulated market, whatever else', () => {
    expect(state(NOON, { source: 'simulated', refusedAt: 0, lastAnswerAt: 0 })).toBe('simulated');
  });

  it('goes by the age alone where no calendar is known', () => {
    expect(state(NOON, { phase: null })).toBe('live');
    expect(state(NOON, { phase: null, asOf: utc(NOON) - 86_400_001 })).toBe('stale');
    expect(state(NOON, { phase: null, lastAnswerAt: 0 })).toBe('stale');
  });

  it('never calls a price live or delayed that nobody confirmed for two turns', () => {
    const start = utc('2026-11-23T00:00');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 * 86_400 }),
        fc.integer({ min: 20_001, max: 86_400_000 }),
        fc.option(fc.constantFrom(0, 15, 20), { nil: null }),
        (afterSeconds, silentMs, delayMinutes) => {
          const nowMs = start + afterSeconds * 1000;
          const at = new Date(nowMs).toISOString().slice(0, -1);
          const asOf = nowMs - silentMs;
          const session = new Date(asOf).toISOString().slice(0, 10);
          const facts = { lastAnswerAt: asOf, asOf, session, delayMinutes };
          const phase = sessionPhaseAt(newYork, nowMs);
          const isSettling = nowMs - phase.lastClosedAt < CONFIRMATION_MS + 20 * 60_000;
          if (phase.state === 'closed' && isSettling) return;
          expect(['stale', 'closed']).toContain(state(at, facts));
        },
      ),
    );
  });
});
