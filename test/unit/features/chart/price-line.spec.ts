import { describe, expect, it } from 'vitest';
import { priceLineOf } from '../../../../src/features/chart/price-line';
import { ACME, quoteOf } from '../../../helpers/desk-sample';

describe('the line of the last price', () => {
  it('has the direction of the change against the previous close', () => {
    const directions = [101, 99, 100].map(
      (price) => priceLineOf(quoteOf(ACME, { price, previousClose: 100 }))?.direction,
    );
    expect(directions).toEqual(['up', 'down', 'flat']);
    expect(priceLineOf(quoteOf(ACME, { previousClose: null }))?.direction).toBe('flat');
  });

  it('is stale where the price is, and none without one', () => {
    expect(priceLineOf(quoteOf(ACME, { state: 'stale' }))?.tone).toBe('stale');
    expect(priceLineOf(quoteOf(ACME, { state: 'error' }))?.tone).toBe('stale');
    expect(priceLineOf(quoteOf(ACME, { state: 'delayed' }))?.tone).toBe('live');
    expect(priceLineOf(undefined)).toBeNull();
  });
});
