import { describe, expect, it } from 'vitest';
import { QuotesState } from '../../../src/state/quotes-state.svelte';
import { ACME, BOLT, KORVO, quoteOf } from '../../helpers/desk-sample';

describe('the quotes of the page', () => {
  it('keeps the last value of each instrument', () => {
    const quotes = new QuotesState();
    quotes.receive([quoteOf(ACME), quoteOf(BOLT)], false);
    quotes.receive([quoteOf(ACME, { price: 102 })], false);
    expect(quotes.get(ACME)?.price).toBe(102);
    expect(quotes.get(BOLT)?.price).toBe(101);
    expect(quotes.get(KORVO)).toBeUndefined();
  });

  it('forgets all others where the new ones are all there is', () => {
    const quotes = new QuotesState();
    quotes.receive([quoteOf(ACME), quoteOf(BOLT)], true);
    quotes.receive([quoteOf(KORVO, { state: 'simulated' })], true);
    expect(quotes.get(ACME)).toBeUndefined();
    expect(quotes.get(BOLT)).toBeUndefined();
    expect(quotes.get(KORVO)?.state).toBe('simulated');
  });
});
