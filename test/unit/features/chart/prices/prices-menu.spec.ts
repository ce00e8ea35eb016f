import { expect, it, vi } from 'vitest';
import { pricesMenu } from '../../../../../src/features/chart/prices/prices-menu';
import { deskMessages } from '../../../../../src/shared/i18n/desk/desk-catalogue';

const t = deskMessages('en').prices;
const OFF = { adjustedPrices: false, extendedHours: false };

it('turns adjusted prices and extended hours on and off', () => {
  const choose = vi.fn();
  const [adjusted, extended] = pricesMenu(t, { basis: 'raw', extended: 'left-out' }, OFF, choose);
  adjusted?.run?.();
  extended?.run?.();
  expect(choose.mock.calls).toEqual([[{ adjustedPrices: true }], [{ extendedHours: true }]]);
  expect([adjusted?.icon, extended?.icon]).toEqual([undefined, undefined]);
  const on = { adjustedPrices: true, extendedHours: true };
  const items = pricesMenu(t, { basis: 'adjusted', extended: 'shown' }, on, choose);
  expect(items.every(({ icon }) => icon !== undefined)).toBe(true);
  items[0]?.run?.();
  expect(choose).toHaveBeenLastCalledWith({ adjustedPrices: false });
});

it('says so where the source has neither', () => {
  const labels = pricesMenu(t, { basis: 'as-given', extended: 'none' }, OFF, vi.fn()).map(
    ({ label }) => label,
  );
  expect(labels).toEqual([
    'Adjusted for dividends (not in this source)',
    'Extended hours (not in this source)',
  ]);
  expect(pricesMenu(t, null, OFF, vi.fn())[0]?.label).toBe('Adjusted for dividends');
});
