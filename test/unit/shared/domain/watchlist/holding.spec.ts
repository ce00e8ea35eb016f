import { describe, expect, it } from 'vitest';
import type { CurrencyRate } from '../../../../../src/shared/domain/watchlist/currency-rate';
import {
  holdingOf,
  type HoldingOptions,
  sumHoldings,
} from '../../../../../src/shared/domain/watchlist/holding';
import type { Lot } from '../../../../../src/shared/domain/watchlist/watchlist-document';

const lot = (quantity: number, price: number | null, rest: Partial<Lot> = {}): Lot => ({
  ...{ quantity, price, currency: null, date: null, commission: null, comment: '' },
  ...rest,
});
const RATES: Readonly<Record<string, CurrencyRate>> = {
  'HKD>USD': { factor: 0.125, date: '2026-05-28', states: ['closed'], pairs: ['FOREX:USDHKD'] },
};
const rateOf: HoldingOptions['rateOf'] = (from, to) =>
  from === to ? { factor: 1, date: null, states: [], pairs: [] } : (RATES[`${from}>${to}`] ?? null);
const held = (lots: readonly Lot[], rest: Partial<HoldingOptions> = {}) =>
  holdingOf({ lots, price: 12, currency: 'HKD', into: 'HKD', rateOf, ...rest });

describe('holdingOf', () => {
  it('counts purchases and sales, commissions among them', () => {
    const holding = held([lot(100, 10, { commission: 5 }), lot(-40, 15, { commission: 5 })]);
    // Paid 1,005; brought 595; 60 left at 12.
    expect(holding).toMatchObject({ quantity: 60, cost: 410, value: 720, gain: 310 });
    expect(holding?.gainFraction).toBeCloseTo(310 / 1005);
  });

  it('is expressed in another currency at a dated rate', () => {
    const holding = held([lot(100, 10)], { into: 'USD' });
    expect(holding).toMatchObject({ cost: 125, value: 150, gain: 25, withoutRate: [] });
    expect(holding?.rates.map(({ date }) => date)).toEqual(['2026-05-28']);
  });

  it('names the currencies that no rate leads from, and makes none up', () => {
    const holding = held([lot(1, 10), lot(1, 10, { currency: 'EUR' })], { into: 'USD' });
    expect(holding).toMatchObject({
      ...{ quantity: 2, cost: null, value: 3, gain: null, gainFraction: null },
      withoutRate: ['EUR'],
    });
  });

  it('knows no gain where a price is not known', () => {
    expect(held([lot(1, null)])).toMatchObject({ cost: null, value: 12, gain: null });
    expect(held([lot(1, 10)], { price: null })).toMatchObject({
      cost: 10,
      value: null,
      gain: null,
    });
    expect(held([])).toBeNull();
  });

  it('has no fraction of nothing', () => {
    expect(held([lot(1, 0)])).toMatchObject({ gain: 12, gainFraction: null });
  });
});

describe('sumHoldings', () => {
  it('adds up what is known and says where something lacks', () => {
    expect(sumHoldings([held([lot(1, 10)]), null, held([lot(2, 10)])])).toEqual({
      value: 36,
      gain: 6,
      partial: false,
    });
    expect(sumHoldings([held([lot(1, 10)]), held([lot(1, null)])])).toEqual({
      value: 24,
      gain: 2,
      partial: true,
    });
    expect(sumHoldings([null])).toBeNull();
  });
});
