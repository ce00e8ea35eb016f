import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ProviderStatus } from '../../../../src/shared/domain/market/provider-status';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';
import SettingsHost from './SettingsHost.svelte';

const UNUSED = {
  state: 'unused',
  lastAnswerAt: null,
  lastFailure: null,
  restsUntil: null,
} as const;

const PROVIDERS: readonly ProviderStatus[] = [
  {
    id: 'yahoo',
    enabled: true,
    health: {
      state: 'failing',
      lastAnswerAt: null,
      lastFailure: { reason: 'rate-limited', detail: 'HTTP 429', at: Date.UTC(2026, 4, 28, 8) },
      restsUntil: null,
    },
    addresses: [{ name: 'chart', standard: 'https://chart.example', own: null }],
    key: 'not-needed',
  },
  { id: 'finnhub', enabled: false, health: UNUSED, addresses: [], key: 'missing' },
];

async function openSettings(): Promise<RenderedPane> {
  const rendered = await renderPane(SettingsHost, { providers: PROVIDERS });
  rendered.desk.settingsOpen = true;
  await expect.element(rendered.screen.getByText('Yahoo Finance')).toBeVisible();
  return rendered;
}

describe('the settings', () => {
  it('say how each source does, and why one fails', async () => {
    const { screen } = await openSettings();
    await expect
      .element(screen.getByText(/asks to be left alone for a while, 28 May/))
      .toBeVisible();
    await expect.element(screen.getByText('not asked yet')).toBeVisible();
  });

  it('switch a source off', async () => {
    const { main, screen } = await openSettings();
    await screen.getByRole('checkbox', { name: 'Ask Yahoo Finance' }).click();
    await expect
      .poll(() => main.argsOf('providers.update'))
      .toEqual([{ id: 'yahoo', enabled: false }]);
  });

  it('set another address, and the standard one where the field is emptied', async () => {
    const { main, screen } = await openSettings();
    await screen.getByText('Addresses').first().click();
    const field = screen.getByRole('textbox', { name: 'Address of Yahoo Finance (chart)' });
    await field.fill('http://127.0.0.1:8080');
    await userEvent.tab();
    await field.fill('');
    await userEvent.tab();
    await expect
      .poll(() => main.argsOf('providers.update'))
      .toEqual([
        { id: 'yahoo', address: { name: 'chart', own: 'http://127.0.0.1:8080' } },
        { id: 'yahoo', address: { name: 'chart', own: null } },
      ]);
  });

  it('take a key that is never shown again', async () => {
    const { main, screen } = await openSettings();
    const field = screen.getByLabelText('Your key for Finnhub');
    await field.fill('secret');
    await screen.getByRole('button', { name: 'Keep the key' }).click();
    await expect
      .poll(() => main.argsOf('providers.setKey'))
      .toEqual([{ id: 'finnhub', key: 'secret', consent: false }]);
    await expect.element(field).toHaveValue('');
  });

  it('take a day of an exchange, with a time only where one is needed', async () => {
    const { main, screen } = await openSettings();
    await screen.getByRole('combobox', { name: 'Exchange' }).selectOptions('XHKG');
    await screen.getByLabelText('Date').fill('2026-05-28');
    expect(screen.getByLabelText('Time at the exchange').query()).toBeNull();
    await screen.getByRole('combobox', { name: 'On that day' }).selectOptions('early');
    await screen.getByLabelText('Time at the exchange').fill('12:30');
    await screen.getByRole('button', { name: 'Add the day' }).click();
    await expect
      .poll(() => main.argsOf('calendar.set'))
      .toEqual([{ mic: 'XHKG', date: '2026-05-28', kind: 'early', minute: 750 }]);
    await expect
      .element(screen.getByText(/Hong Kong · 28 May 2026 · closes early 12:30/))
      .toBeVisible();
  });
});
