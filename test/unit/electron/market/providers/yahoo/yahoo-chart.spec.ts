import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYahooChart } from '../../../../../../electron/market/providers/yahoo/yahoo-chart';
import { ZoneClocks } from '../../../../../../electron/market/providers/zone-clocks';

const clocks = new ZoneClocks();
const NOON_IN_TOKYO = Date.UTC(2026, 4, 28, 3) / 1000;

function chartOf(price: number, meta: object = {}, rows: Record<string, unknown[]> = {}) {
  const column = [price];
  const quote = { open: column, high: column, low: column, close: column, volume: [1], ...rows };
  const result = {
    meta: {
      ...{ symbol: 'X', currency: 'JPY', exchangeTimezoneName: 'Asia/Tokyo', priceHint: 2 },
      ...{ regularMarketPrice: price, regularMarketTime: NOON_IN_TOKYO, ...meta },
    },
    timestamp: [NOON_IN_TOKYO],
    indicators: { quote: [quote] },
  };
  return readYahooChart({ chart: { result: [result], error: null } }, true, clocks);
}
const priceOf = (price: number, meta: object = {}): number | null | undefined =>
  chartOf(price, meta)?.lastPrice;

describe("the prices of Yahoo's chart", () => {
  it.each([
    [494.79998779296875, 494.8],
    [38596.46875, 38596.47],
    [5000.1201171875, 5000.12],
    [96543.2109375, 96543.21],
    [0.1234000027179718, 0.1234],
    [2513, 2513],
  ])('%d is %d', (sent, traded) => {
    expect(priceOf(sent)).toBe(traded);
    expect(chartOf(sent)?.bars.close[0]).toBe(traded);
  });

  it('are what was traded, whatever a 32-bit float made of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (cents) => {
        expect(priceOf(Math.fround(cents / 100))).toBe(cents / 100);
      }),
      { numRuns: 2000 },
    );
  });

  it('are rounded where they are no 32-bit floats, and no hint leads further than a float goes', () => {
    expect(priceOf(1.234567891)).toBe(1.2346);
    expect(priceOf(1.234567891, { priceHint: 6 })).toBe(1.234568);
    expect(priceOf(1.234567891, { priceHint: 500 })).toBe(1.23456789);
  });

  it.each([0, -1, null])('%j is none', (price) => {
    expect(priceOf(price as number)).toBeNull();
    expect(chartOf(price as number)?.bars.length).toBe(0);
    expect(chartOf(price as number)?.skippedRows).toBe(1);
  });
});

describe("the shape of Yahoo's chart", () => {
  it('is unknown where a part is missing or the time zone is none', () => {
    expect(readYahooChart({ chart: { result: [], error: null } }, true, clocks)).toBeNull();
    expect(chartOf(1, { exchangeTimezoneName: 'Asia/Atlantis' })).toBeNull();
    expect(chartOf(1, {}, { close: ['1'] })).toBeNull();
    expect(chartOf(1)).not.toBeNull();
  });
});
