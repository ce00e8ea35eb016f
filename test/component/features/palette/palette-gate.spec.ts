import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import CommandPalette from '../../../../src/features/palette/CommandPalette.svelte';
import { paletteModule } from '../../../../src/features/palette/palette-module';
import { BOLT } from '../../../helpers/desk-sample';
import { renderPane } from '../../../helpers/render-pane';
import PaletteHost from './PaletteHost.svelte';

/** A palette whose parts come when the test says so. */
async function openUnloaded() {
  let come = (): void => undefined;
  let fail = (): void => undefined;
  let asked = 0;
  const module = paletteModule(() => {
    asked += 1;
    return new Promise((resolve, reject) => {
      come = () => resolve({ default: CommandPalette });
      fail = () => reject(new Error('gone'));
    });
  });
  const rendered = await renderPane(PaletteHost, { props: { module } });
  rendered.desk.paletteOpen = true;
  const field = rendered.screen.getByRole('combobox');
  await expect.element(field).toHaveFocus();
  return { ...rendered, field, module, come: () => come(), fail: () => fail(), asked: () => asked };
}

describe('a palette that is not loaded yet', () => {
  it('takes what is written at once, and goes on with it', async () => {
    const { screen, field, come } = await openUnloaded();
    await userEvent.keyboard('2345');
    await expect.element(field).toHaveValue('2345');
    expect(screen.getByRole('option').elements()).toEqual([]);
    come();
    await expect.element(screen.getByRole('option').first()).toBeVisible();
    await expect.element(field).toHaveValue('2345');
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('.hk');
    await expect.element(field).toHaveValue('2345.hk');
  });

  it('runs what Enter was pressed for', async () => {
    const { desk, come } = await openUnloaded();
    await userEvent.keyboard('2345.hk{Enter}');
    come();
    await expect.poll(() => desk.settings.current.charted).toBe(BOLT);
    expect(desk.paletteOpen).toBe(false);
  });

  it('closes with Escape, and loads no second time', async () => {
    const { desk, screen, come, asked, module } = await openUnloaded();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => desk.paletteOpen).toBe(false);
    come();
    await expect.poll(() => module.component).toBe(CommandPalette);
    desk.paletteOpen = true;
    await expect.element(screen.getByRole('option').first()).toBeVisible();
    expect(asked()).toBe(1);
  });

  it('says so where it cannot be loaded, and tries again the next time', async () => {
    const { desk, screen, fail, come, asked } = await openUnloaded();
    const heard: unknown[] = [];
    vi.stubGlobal('reportError', (error: unknown) => heard.push(error));
    fail();
    await expect.poll(() => desk.paletteOpen).toBe(false);
    vi.unstubAllGlobals();
    expect(desk.notices.all).toHaveLength(1);
    expect(heard).toHaveLength(1);
    desk.paletteOpen = true;
    await expect.element(screen.getByRole('combobox')).toHaveFocus();
    come();
    await expect.element(screen.getByRole('option').first()).toBeVisible();
    expect(asked()).toBe(2);
  });
});
