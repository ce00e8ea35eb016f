import { expect, it } from 'vitest';
import { priceLineOf } from '../../../../src/features/chart/price-line';
import { ACME, quoteOf } from '../../../helpers/desk-sample';

it.each([
  [101, 100, 'up'],
  [99, 100, 'down'],
  [100, 100, 'flat'],
  [100, null, 'flat'],
] as const)('%d after %d goes %s', (price, previousClose, direction) => {
  const line = priceLineOf(quoteOf(ACME, { price, previousClose }));
  expect(line).toMatchObject({ price, direction });
});

it('is stale where the price is old or its source tells nonsense', () => {
  expect(priceLineOf(quoteOf(ACME, { state: 'stale' }))?.tone).toBe('stale');
  expect(priceLineOf(quoteOf(ACME, { state: 'error' }))?.tone).toBe('stale');
  expect(priceLineOf(quoteOf(ACME, { state: 'delayed' }))?.tone).toBe('live');
});

it('is none without a price, and a replayed one has no state', () => {
  expect(priceLineOf(null)).toBeNull();
  expect(priceLineOf({ price: 2, previousClose: 1 })).toEqual({
    ...{ price: 2, direction: 'up', tone: 'live' },
  });
});
