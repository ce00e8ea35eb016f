import { describe, expect, it } from 'vitest';
import NotificationSettings from '../../../../src/features/settings/NotificationSettings.svelte';
import TraySettings from '../../../../src/features/settings/TraySettings.svelte';
import { renderPane } from '../../../helpers/render-pane';

describe('the settings of notifications', () => {
  it('set quiet hours once they are on', async () => {
    const { main, screen } = await renderPane(NotificationSettings);
    const from = screen.getByLabelText('Quiet from');
    await expect.element(from).toBeDisabled();
    await screen.getByRole('checkbox', { name: 'Quiet hours' }).click();
    await from.fill('23:30');
    await screen.getByLabelText('Quiet until').fill('06:15');
    await screen.getByRole('checkbox', { name: /urgent alerts/ }).click();
    await expect
      .poll(() => main.argsOf('app.updateSettings'))
      .toEqual([
        { quietHours: true },
        { quietFromMinute: 23 * 60 + 30 },
        { quietToMinute: 6 * 60 + 15 },
        { urgentInQuietHours: true },
      ]);
  });

  it('put a time back that is none', async () => {
    const { main, screen } = await renderPane(NotificationSettings, {
      settings: { quietHours: true },
    });
    const field = screen.getByLabelText('Quiet from').element() as HTMLInputElement;
    field.value = '';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await expect.poll(() => field.value).toBe('22:00');
    expect(main.argsOf('app.updateSettings')).toEqual([]);
  });

  it('switch the sound off', async () => {
    const { main, screen } = await renderPane(NotificationSettings);
    await screen.getByRole('checkbox', { name: 'With the sound of the system' }).click();
    await expect.poll(() => main.argsOf('app.updateSettings')).toEqual([{ alertSounds: false }]);
  });
});

describe('the settings of the tray', () => {
  it('say what closing the window does, and what the panel looks like', async () => {
    const { main, screen } = await renderPane(TraySettings);
    await screen.getByText('Keep running').click();
    await screen.getByText('For a light panel').click();
    await screen.getByRole('checkbox', { name: /Mini ticker/ }).click();
    await expect
      .poll(() => main.argsOf('app.updateSettings'))
      .toEqual([{ keepInTray: 'yes' }, { trayPanel: 'light' }, { tickerShown: true }]);
    expect(screen.getByText(/No panel shows the icon/).elements()).toEqual([]);
  });

  it('start with the session through the system', async () => {
    const { main, screen } = await renderPane(TraySettings);
    await screen.getByRole('checkbox', { name: /Start with the session/ }).click();
    await expect.poll(() => main.argsOf('tray.setStartAtLogin')).toEqual([{ isOn: true }]);
  });

  it('say so where no panel shows the icon', async () => {
    const { screen } = await renderPane(TraySettings, { isTrayReachable: false });
    await expect.element(screen.getByText(/No panel shows the icon/)).toBeVisible();
  });
});
