import { describe, expect, it } from 'vitest';
import { compareOpinions } from '../../../../../electron/core/quotes/quote-dispute';
import { sessionPhaseAt } from '../../../../../electron/core/quotes/session-phase';
import type { Quote } from '../../../../../src/shared/domain/quote/quote';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';
import { said, utc } from './live-samples';

const NOON = utc('2026-11-24T17:00');
const EVENING = utc('2026-11-24T23:00');
const CLOSE = utc('2026-11-24T21:00');
const MINUTE = 60_000;
const newYork = shippedCalendar('XNAS');
const open = sessionPhaseAt(newYork, NOON);
const closed = sessionPhaseAt(newYork, EVENING);

const shown = (asOf: number, price: number, currency: string | null = null): Quote => ({
  ...said('XNAS:AAAA', asOf, price, { currency }).quote,
  source: 'yahoo',
  state: 'live',
  dispute: null,
});
const other = (
  asOf: number,
  price: number,
  more: Parameters<typeof said>[3] = {},
): ReturnType<typeof said> => said('XNAS:AAAA', asOf, price, { source: 'sina', ...more });

const compare = (
  first: Quote,
  second: ReturnType<typeof said>,
  phase = open,
): ReturnType<typeof compareOpinions> => compareOpinions(first, second, 0.02, phase);

describe('compareOpinions', () => {
  it('agrees up to the margin and contradicts beyond it, on either side', () => {
    expect(compare(shown(NOON, 100), other(NOON, 102))).toBeNull();
    expect(compare(shown(NOON, 100), other(NOON, 98))).toBeNull();
    const high = { source: 'sina', price: 102.1, asOf: NOON };
    expect(compare(shown(NOON, 100), other(NOON, 102.1))).toEqual(high);
    expect(compare(shown(NOON, 100), other(NOON, 97.9))).toMatchObject({ price: 97.9 });
  });

  it('compares nothing that is further apart in time while the market moves', () => {
    expect(compare(shown(NOON, 100), other(NOON - 5 * MINUTE, 200))).toMatchObject({ price: 200 });
    expect(compare(shown(NOON, 100), other(NOON - 5 * MINUTE - 1, 200))).toBe('not-comparable');
    expect(compare(shown(NOON - 6 * MINUTE, 100), other(NOON, 200))).toBe('not-comparable');
  });

  it('compares last prices of a finished session, whatever each source stamps', () => {
    const auction = other(CLOSE + 9 * MINUTE, 200);
    expect(compare(shown(CLOSE, 100), auction, closed)).toMatchObject({ price: 200 });
    expect(compare(shown(CLOSE, 100), other(CLOSE - 9 * MINUTE, 200), closed)).toBe(
      'not-comparable',
    );
    expect(compareOpinions(shown(CLOSE, 100), auction, 0.02, null)).toBe('not-comparable');
  });

  it('compares nothing of another session, currency, instrument or of the same source', () => {
    const first = shown(NOON, 100, 'HKD');
    expect(compare(first, other(NOON, 200, { session: '2026-11-23' }))).toBe('not-comparable');
    expect(compare(first, other(NOON, 200, { currency: 'USD' }))).toBe('not-comparable');
    expect(compare(first, other(NOON, 200, { source: 'yahoo' }))).toBe('not-comparable');
    const perpetual = said('BINANCE:AAAAUSDT', NOON, 200, { source: 'binance' });
    expect(compare(first, perpetual)).toBe('not-comparable');
    expect(compare(first, other(NOON, 200, { currency: 'HKD' }))).toMatchObject({ price: 200 });
    expect(compare(first, other(NOON, 200))).toMatchObject({ price: 200 });
  });

  describe('of an earlier moment', () => {
    const time = Date.UTC(2026, 10, 24) / 1000;
    const openBar = { time, open: 99, high: 105, low: 95, close: 100, volume: 1 };
    const ranged: Quote = { ...shown(NOON, 100), openBar };
    const late = (price: number): ReturnType<typeof said> => other(NOON - 20 * MINUTE, price);

    it('contradicts outside of what the session has seen, the margin beside it', () => {
      expect(compare(ranged, late(107.2))).toMatchObject({ source: 'sina', price: 107.2 });
      expect(compare(ranged, late(93))).toMatchObject({ source: 'sina', price: 93 });
      expect(compare(ranged, late(107))).toBe('not-comparable');
      expect(compare(ranged, late(93.2))).toBe('not-comparable');
    });

    it('ends the contradiction of its own source within it, and of no other', () => {
      const dispute = { source: 'sina', price: 120, asOf: NOON - 30 * MINUTE } as const;
      expect(compare({ ...ranged, dispute }, late(101))).toBeNull();
      const ofAnother = { ...dispute, source: 'tencent' } as const;
      expect(compare({ ...ranged, dispute: ofAnother }, late(101))).toBe('not-comparable');
    });

    it('says nothing without a bar of its session, or of a later moment', () => {
      const yesterday = { ...openBar, time: time - 86_400 };
      expect(compare({ ...ranged, openBar: yesterday }, late(200))).toBe('not-comparable');
      expect(compare(ranged, other(NOON + 6 * MINUTE, 200))).toBe('not-comparable');
    });
  });
});
