import { expect, it } from 'vitest';
import { isUnderWay, priceLineOf } from '../../../../src/features/chart/price-line';
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

it.each([
  ['live', 'live', true],
  ['delayed', 'delayed', true],
  ['simulated', 'simulated', true],
  ['closed', 'closed', false],
  ['stale', 'stale', false],
  ['error', 'stale', false],
] as const)('of a price that is %s looks %s', (state, tone, underWay) => {
  const quote = quoteOf(ACME, { state });
  expect(priceLineOf(quote)?.tone).toBe(tone);
  expect(isUnderWay(quote)).toBe(underWay);
});

it('is none without a price, and a replayed one has no state', () => {
  expect(priceLineOf(null)).toBeNull();
  expect(priceLineOf({ price: 2, previousClose: 1 })).toEqual({
    ...{ price: 2, direction: 'up', tone: 'live' },
  });
});

it('has the time that is left in its label', () => {
  expect(priceLineOf(quoteOf(ACME), '04:59')?.note).toBe('04:59');
  expect(priceLineOf(quoteOf(ACME), null)).not.toHaveProperty('note');
});
