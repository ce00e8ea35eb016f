import { describe, expect, it } from 'vitest';
import { canBeQuote } from '../../../../../electron/core/quotes/quote-check';
import { said, utc } from './live-samples';

const NOON = utc('2026-11-24T17:00');
const check = (more: Parameters<typeof said>[3] = {}, asOf = NOON, price = 10): boolean =>
  canBeQuote(said('XNAS:AAAA', asOf, price, { session: '2026-11-24', ...more }).quote, NOON);

describe('canBeQuote', () => {
  it('takes a price, with or without what may be unknown, and of a clock that is a little ahead', () => {
    expect(check()).toBe(true);
    expect(check({ previousClose: null, delayMinutes: null })).toBe(true);
    expect(check({}, NOON + 300_000)).toBe(true);
  });

  it.each([0, -1, Number.NaN, Infinity])('takes %d for no price and no close', (price) => {
    expect(check({}, NOON, price)).toBe(false);
    expect(check({ previousClose: price })).toBe(false);
  });

  it('takes no stamp of the future or of no time at all', () => {
    expect(check({}, NOON + 300_001)).toBe(false);
    expect(check({ asOf: 0 })).toBe(false);
    expect(check({ asOf: Number.NaN })).toBe(false);
  });

  it('takes no session that is no date, and no delay that is none', () => {
    expect(check({ session: '2026-02-30' })).toBe(false);
    expect(check({ delayMinutes: -1 })).toBe(false);
    expect(check({ delayMinutes: Number.NaN })).toBe(false);
  });

  it('takes no open bar that no bar can be like', () => {
    const bar = { time: 1, open: 9, high: 11, low: 8, close: 10, volume: 5 };
    expect(check({ openBar: bar })).toBe(true);
    for (const wrong of [
      { high: 9.5 },
      { low: 9.5 },
      { low: 0 },
      { low: Number.NaN },
      { high: Infinity },
      { volume: -1 },
      { volume: Number.NaN },
      { time: Number.NaN },
    ]) {
      expect(check({ openBar: { ...bar, ...wrong } }), JSON.stringify(wrong)).toBe(false);
    }
  });
});
