import { describe, expect, it } from 'vitest';
import {
  changeOf,
  dayRange,
  freshChange,
  placeInSpan,
  sessionVolume,
  turnover,
  yearRange,
} from '../../../../src/features/watchlist/row-prices';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import type { PriceFacts } from '../../../../src/shared/domain/candle/price-facts';
import { ACME, quoteOf } from '../../../helpers/desk-sample';

const bar = (date: string, rest: object = {}) => ({
  ...{ time: toSessionKey(date), open: 100, high: 104, low: 96, close: 101, volume: 500 },
  ...rest,
});
const facts = (date: string, rest: Partial<PriceFacts> = {}): { readonly price: PriceFacts } => ({
  price: {
    closes: Float32Array.of(1, 2),
    lastBar: bar(date),
    ...{ yearLow: 80, yearHigh: 120, yearFrom: '2023-03-30' },
    ...rest,
  },
});
const quote = quoteOf(ACME);

describe('the day of a price', () => {
  it('is its stored bar, where that is of the same session', () => {
    expect(dayRange(quote, facts('2024-03-28'))).toEqual({
      ...{ low: 96, high: 104, price: 101, date: '2024-03-28' },
    });
    expect(sessionVolume(quote, facts('2024-03-28'))).toEqual({ volume: 500, date: '2024-03-28' });
    expect(turnover(quote, facts('2024-03-28'))).toBe(50_500);
  });

  it('is not known from a bar of another session', () => {
    expect(dayRange(quote, facts('2024-03-27'))).toBeNull();
    expect(sessionVolume(quote, facts('2024-03-27'))).toBeNull();
    expect(turnover(quote, undefined)).toBeNull();
  });

  it('is the bar under way before any stored one, widened by the price', () => {
    const live = quoteOf(ACME, { price: 110, openBar: bar('2024-03-28', { volume: 0 }) });
    expect(dayRange(live, facts('2024-03-28'))).toMatchObject({ low: 96, high: 110 });
    // No source counts it.
    expect(sessionVolume(live, undefined)).toBeNull();
  });

  it('is nothing without a price', () => {
    expect(dayRange(undefined, facts('2024-03-28'))).toBeNull();
    expect(yearRange(undefined, facts('2024-03-28'))).toBeNull();
  });
});

describe('the year of a price', () => {
  it('holds the price of now', () => {
    expect(yearRange(quoteOf(ACME, { price: 130 }), facts('2024-03-27'))).toEqual({
      ...{ low: 80, high: 130, price: 130, date: '2023-03-30' },
    });
    expect(yearRange(quote, undefined)).toBeNull();
  });

  it('has a place for it, also where it never moved', () => {
    expect(placeInSpan({ low: 80, high: 120, price: 90, date: '' })).toBe(0.25);
    expect(placeInSpan({ low: 80, high: 80, price: 80, date: '' })).toBe(0.5);
  });
});

describe('the change', () => {
  it('is against the close before', () => {
    expect(changeOf(quote)).toBe(1);
    expect(changeOf(quoteOf(ACME, { previousClose: null }))).toBeNull();
    expect(freshChange(quote)).toBeCloseTo(0.01);
  });

  it.each(['stale', 'error'] as const)('says nothing of today where the price is %s', (state) => {
    expect(freshChange(quoteOf(ACME, { state }))).toBeNull();
  });
});
