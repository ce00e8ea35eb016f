import { describe, expect, it } from 'vitest';
import { sessionPhaseAt } from '../../../../../electron/core/quotes/session-phase';
import { SessionPhases } from '../../../../../electron/core/quotes/session-phases';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';
import { utc } from './live-samples';

const hongKong = shippedCalendar('XHKG');
const newYork = shippedCalendar('XNAS');
const binance = shippedCalendar('BINANCE');

describe('sessionPhaseAt', () => {
  it('knows the morning, lunch and afternoon of Hong Kong, and since when', () => {
    expect(sessionPhaseAt(hongKong, utc('2026-11-24T02:00'))).toEqual({
      state: 'open',
      session: '2026-11-24',
      since: utc('2026-11-24T01:30'),
      until: utc('2026-11-24T04:00'),
      lastFinished: '2026-11-23',
      lastClosedAt: utc('2026-11-23T08:10'),
    });
    expect(sessionPhaseAt(hongKong, utc('2026-11-24T04:10'))).toMatchObject({
      state: 'lunch',
      since: utc('2026-11-24T04:00'),
      until: utc('2026-11-24T05:00'),
    });
    expect(sessionPhaseAt(hongKong, utc('2026-11-24T05:00'))).toMatchObject({
      state: 'open',
      since: utc('2026-11-24T05:00'),
    });
  });

  it('is open until the closing auction has settled the price', () => {
    expect(sessionPhaseAt(hongKong, utc('2026-11-24T08:09'))).toMatchObject({
      state: 'open',
      session: '2026-11-24',
      until: utc('2026-11-24T08:10'),
      lastFinished: '2026-11-23',
    });
    expect(sessionPhaseAt(hongKong, utc('2026-11-24T08:10'))).toMatchObject({
      state: 'closed',
      since: utc('2026-11-24T08:10'),
      lastFinished: '2026-11-24',
    });
    expect(sessionPhaseAt(shippedCalendar('XLON'), utc('2026-11-24T16:34')).state).toBe('open');
  });

  it('is closed from the close on, over the weekend until Monday', () => {
    expect(sessionPhaseAt(newYork, utc('2026-11-21T12:00'))).toEqual({
      state: 'closed',
      session: null,
      since: utc('2026-11-20T21:00'),
      until: utc('2026-11-23T14:30'),
      lastFinished: '2026-11-20',
      lastClosedAt: utc('2026-11-20T21:00'),
    });
  });

  it('never closes where the venue never does', () => {
    expect(sessionPhaseAt(binance, utc('2026-11-22T00:00'))).toMatchObject({
      state: 'open',
      session: '2026-11-22',
      lastFinished: '2026-11-21',
      since: utc('2026-11-22T00:00'),
    });
  });
});

describe('SessionPhases', () => {
  it('answers from memory within a phase and anew after it, forwards and backwards', () => {
    const phases = new SessionPhases();
    const early = phases.at(newYork, utc('2026-11-24T15:00'));
    expect(phases.at(newYork, utc('2026-11-24T20:59'))).toBe(early);
    expect(phases.at(newYork, utc('2026-11-24T21:00'))?.state).toBe('closed');
    expect(phases.at(newYork, utc('2026-11-24T15:00'))).toEqual(early);
    expect(phases.at(newYork, utc('2026-11-24T14:29'))?.state).toBe('closed');
  });

  it('goes by the calendar that it is given, so that an overridden day counts at once', () => {
    const phases = new SessionPhases();
    const days = new Map([['2026-11-24', { kind: 'closed' as const, reason: null }]]);
    expect(phases.at(newYork, utc('2026-11-24T15:00'))?.state).toBe('open');
    expect(phases.at({ ...newYork, days }, utc('2026-11-24T15:00'))?.state).toBe('closed');
    expect(phases.at(undefined, 0)).toBeNull();
  });
});
