import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  detailsOf,
  hasDetails,
  isSameDetails,
  mergeDetails,
  orderFlags,
} from '../../../../../src/shared/domain/watchlist/item-details';
import {
  FLAGS,
  type ItemDetails,
  NO_DETAILS,
} from '../../../../../src/shared/domain/watchlist/watchlist-document';
import { itemOf } from '../../../../helpers/watchlist-samples';

const LOT = {
  ...{ quantity: 100, price: 12.5, currency: 'HKD', date: '2026-05-28' },
  ...{ commission: null, comment: '' },
};

const details: fc.Arbitrary<ItemDetails> = fc.record({
  note: fc.constantFrom('', 'a', 'b', 'a\nb'),
  flags: fc.subarray([...FLAGS]),
  targets: fc.array(
    fc.record({ price: fc.constantFrom(1, 2.5), label: fc.constantFrom('', 'buy') }),
    { maxLength: 3 },
  ),
  lots: fc.array(fc.constantFrom(LOT, { ...LOT, quantity: -100 }, { ...LOT, comment: 'sold' }), {
    maxLength: 3,
  }),
});

describe('the details of an item', () => {
  it('have each colour once, in one order', () => {
    expect(orderFlags(['purple', 'red', 'purple', 'yellow'])).toEqual(['red', 'yellow', 'purple']);
    expect(orderFlags([])).toBe(NO_DETAILS.flags);
  });

  it('are those of an item without what else it has', () => {
    expect(detailsOf(itemOf(1, 'X', { note: 'n' }))).toEqual({ ...NO_DETAILS, note: 'n' });
    expect(hasDetails(NO_DETAILS)).toBe(false);
    for (const more of [{ note: 'n' }, { flags: ['red'] as const }, { lots: [LOT] }]) {
      expect(hasDetails({ ...NO_DETAILS, ...more })).toBe(true);
    }
    expect(hasDetails({ ...NO_DETAILS, targets: [{ price: 0, label: '' }] })).toBe(true);
  });

  it('are the same where all of them say the same', () => {
    const one = { ...NO_DETAILS, lots: [LOT] };
    const { comment, ...rest } = LOT;
    expect(isSameDetails(one, { ...NO_DETAILS, lots: [{ comment, ...rest }] })).toBe(true);
    expect(isSameDetails(one, { ...NO_DETAILS, lots: [{ ...LOT, price: 12.6 }] })).toBe(false);
    expect(isSameDetails(one, { ...one, note: 'n' })).toBe(false);
  });

  it('of two lines are all that both say, what is said twice once', () => {
    const old = { ...NO_DETAILS, note: 'a', flags: ['green'] as const, lots: [LOT, LOT] };
    const more = {
      ...{ note: 'b', flags: ['red', 'green'] as const, targets: [{ price: 1, label: 'buy' }] },
      lots: [LOT, { ...LOT, quantity: -50 }],
    };
    expect(mergeDetails(old, more)).toEqual({
      ...{ note: 'a\nb', flags: ['red', 'green'], targets: [{ price: 1, label: 'buy' }] },
      // The user's own two equal purchases stay two.
      lots: [LOT, LOT, { ...LOT, quantity: -50 }],
    });
  });

  it('do not grow when the same is said again', () => {
    fc.assert(
      fc.property(details, details, (old, more) => {
        const once = mergeDetails(old, more);
        expect(mergeDetails(once, more)).toEqual(once);
        expect(mergeDetails(old, NO_DETAILS)).toEqual({ ...old, flags: orderFlags(old.flags) });
        expect(once.lots).toEqual(expect.arrayContaining([...old.lots, ...more.lots]));
        expect(once.targets).toEqual(expect.arrayContaining([...old.targets, ...more.targets]));
      }),
    );
  });
});
