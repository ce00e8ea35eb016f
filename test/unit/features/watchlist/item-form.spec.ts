import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ItemForm } from '../../../../src/features/watchlist/item-form.svelte';
import {
  FLAGS,
  type ItemDetails,
  NO_DETAILS,
} from '../../../../src/shared/domain/watchlist/watchlist-document';

const KEPT: ItemDetails = {
  note: 'watch HBM',
  flags: ['red'],
  targets: [{ price: 80.5, label: 'high' }],
  lots: [
    {
      ...{ quantity: -10, price: 40.25, currency: 'GBp', date: '2026-05-28', commission: null },
      comment: 'half',
    },
  ],
};

describe('what is written about an instrument', () => {
  it('is what is kept, until something is changed', () => {
    const form = new ItemForm(KEPT);
    const read = form.read();
    expect(read).toEqual({ ok: true, details: KEPT });
    expect(read.ok && form.changes(read.details)).toBeNull();
  });

  it('names only what was changed', () => {
    const form = new ItemForm(KEPT);
    form.note = '  watch HBM4 ';
    form.toggle('blue');
    form.toggle('red');
    const read = form.read();
    expect(read.ok && form.changes(read.details)).toEqual({
      note: 'watch HBM4',
      flags: ['blue'],
    });
  });

  it('leaves empty rows out, and takes rows away', () => {
    const form = new ItemForm(KEPT);
    form.addTarget();
    form.addLot();
    form.dropTarget(0);
    form.dropLot(0);
    expect(form.read()).toEqual({ ok: true, details: { ...KEPT, targets: [], lots: [] } });
  });

  it('reads thousands, spaces and the true minus, and large letters for currencies', () => {
    const form = new ItemForm(null);
    form.addLot();
    Object.assign(form.lots[0] ?? {}, {
      ...{ quantity: '\u22121,250', price: '1 300.5', currency: 'hkd' },
    });
    expect(form.read()).toEqual({
      ok: true,
      details: {
        ...NO_DETAILS,
        lots: [
          {
            ...{ quantity: -1250, price: 1300.5, currency: 'HKD' },
            ...{ date: null, commission: null, comment: '' },
          },
        ],
      },
    });
  });

  it.each([
    [{ quantity: '' }, 'quantity'],
    [{ quantity: '0' }, 'quantity'],
    [{ quantity: '1,2' }, 'quantity'],
    [{ quantity: '1e5' }, 'quantity'],
    [{ price: '-1' }, 'price'],
    [{ price: 'ten' }, 'price'],
    [{ currency: 'dollars' }, 'currency'],
    [{ date: '28.05.2026' }, 'date'],
    [{ date: '2026-02-30' }, 'date'],
    [{ commission: '5%' }, 'commission'],
  ])('refuses %j', (written, fault) => {
    const form = new ItemForm(KEPT);
    form.addLot();
    Object.assign(form.lots[1] ?? {}, { quantity: '1', comment: 'x', ...written });
    expect(form.read()).toEqual({ ok: false, fault, row: 2 });
  });

  it('refuses a target that is no price', () => {
    const form = new ItemForm(null);
    form.addTarget();
    Object.assign(form.targets[0] ?? {}, { price: '', label: 'high' });
    expect(form.read()).toEqual({ ok: false, fault: 'targetPrice', row: 1 });
  });

  it('loses nothing of any lot and target on its way through the fields', () => {
    const price = fc.integer({ min: 0, max: 1e9 }).map((cents) => cents / 100);
    const details = fc.record({
      note: fc.constant('n'),
      flags: fc.subarray([...FLAGS]),
      targets: fc.array(fc.record({ price, label: fc.constantFrom('', 'high') })),
      lots: fc.array(
        fc.record({
          quantity: fc.integer({ min: 1, max: 1e6 }).map((thousandths) => thousandths / 1000),
          price: fc.option(price),
          currency: fc.constantFrom(null, 'USD', 'GBp'),
          date: fc.constantFrom(null, '2026-05-28'),
          commission: fc.option(price),
          comment: fc.constantFrom('', 'first'),
        }),
      ),
    });
    fc.assert(
      fc.property(details, (kept) => {
        expect(new ItemForm(kept).read()).toEqual({ ok: true, details: kept });
      }),
    );
  });
});
