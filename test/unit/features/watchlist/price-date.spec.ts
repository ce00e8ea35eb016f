import { expect, it } from 'vitest';
import { priceDate } from '../../../../src/features/watchlist/price-date';
import { DEFAULT_SETTINGS } from '../../../../src/shared/domain/settings/settings';
import type { QuoteState } from '../../../../src/shared/domain/quote/quote';
import { FormatsState } from '../../../../src/state/formats-state.svelte';
import { SettingsState } from '../../../../src/state/settings-state.svelte';
import { ACME, quoteOf } from '../../../helpers/desk-sample';
import { FakeMain } from '../../../helpers/fake-client';

const settings = new SettingsState(new FakeMain().client);
settings.receive({ ...DEFAULT_SETTINGS, locale: 'en' });
const formats = new FormatsState(settings);

it.each<[QuoteState, string]>([
  ['live', ''],
  ['delayed', ''],
  ['simulated', ''],
  ['closed', ''],
  ['stale', '28 Mar 24'],
  ['error', '28 Mar 24'],
])('shows below a %s price: %s', (state, text) => {
  expect(priceDate(quoteOf(ACME, { state }), formats)).toBe(text);
});
