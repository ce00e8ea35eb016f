import { expect, it } from 'vitest';
import { watermarkOf } from '../../../../src/features/chart/watermark';
import { deskMessages } from '../../../../src/shared/i18n/desk/desk-catalogue';
import type { Desk } from '../../../../src/state/desk.svelte';

const deskIn = (active: boolean): Pick<Desk, 'replay' | 't'> => ({
  t: deskMessages('en'),
  replay: { active } as Desk['replay'],
});

it('names what is not the market of now', () => {
  expect(watermarkOf(deskIn(false), 'yahoo')).toBeNull();
  expect(watermarkOf(deskIn(false), null)).toBeNull();
  expect(watermarkOf(deskIn(false), 'simulated')).toBe('SIMULATED');
  expect(watermarkOf(deskIn(true), 'yahoo')).toBe('REPLAY');
  expect(watermarkOf(deskIn(true), 'simulated')).toBe('SIMULATED · REPLAY');
});
