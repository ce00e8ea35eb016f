import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundedStamp,
  quoteOfCandle,
  withTrade,
} from '../../../../../../electron/market/providers/kline-venue/candle-quote';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-05-28T12:00:00Z');
const TODAY = Math.floor(NOW / DAY_MS) * DAY_MS;
const bar = { time: TODAY / 1000, open: 10, high: 12, low: 9, close: 11, volume: 5 };

describe('a candle as a price', () => {
  it.each([
    ['BITGET:AAPLUSDT.P', 'USDT'],
    ['BINANCE:BTCUSDC', 'USDC'],
    ['BINANCE:ETHBTC', null],
  ] as const)('%s is quoted in %s', (id, currency) => {
    expect(quoteOfCandle(id, 8, bar, NOW)).toEqual({
      ...{ instrument: id, price: 11, previousClose: 8, currency, asOf: NOW },
      ...{ session: '2026-05-28', delayMinutes: 0, openBar: bar },
    });
  });
});

describe('a candle with a trade', () => {
  it('ends with it, and is as wide as it has to be', () => {
    const prices = fc.double({ min: 0.01, max: 1000, noNaN: true });
    fc.assert(
      fc.property(prices, (price) => {
        const { open, high, low, close, volume } = withTrade(bar, { price, at: NOW });
        expect(close).toBe(price);
        expect([low <= price && low <= 9, high >= price && high >= 12]).toEqual([true, true]);
        expect([open, volume]).toEqual([10, 5]);
      }),
    );
  });

  it('is as it was where the trade is of an earlier day', () => {
    expect(withTrade(bar, { price: 50, at: TODAY - 1 })).toEqual(bar);
    expect(withTrade(bar, { price: 50, at: TODAY }).close).toBe(50);
  });
});

describe('the stamp of a venue', () => {
  it('is never later than now, unless it is no time at all', () => {
    expect(boundedStamp(NOW - 5, NOW)).toBe(NOW - 5);
    expect(boundedStamp(NOW + 10 * 60_000, NOW)).toBe(NOW);
    expect(boundedStamp(NOW + DAY_MS - 1, NOW)).toBe(NOW);
    expect(boundedStamp(NOW + DAY_MS, NOW)).toBe(NOW + DAY_MS);
  });
});
