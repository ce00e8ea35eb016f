import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DEFAULT_LIST_LOOK } from '../../../../src/shared/domain/watchlist/list-look';
import { BOLT } from '../../../helpers/desk-sample';
import type { DeskUnderTestOptions } from '../../../helpers/desk-under-test';
import { readText } from '../../../helpers/read-text';
import type { RenderedPane } from '../../../helpers/render-pane';
import { openLists } from './open-lists';

async function openMap(options: DeskUnderTestOptions = {}): Promise<RenderedPane> {
  const rendered = await openLists(options);
  await userEvent.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
  await expect.element(rendered.screen.getByRole('listbox')).toBeVisible();
  // Tiles are laid out once the room has been measured.
  await expect.poll(() => document.querySelector('[role="option"], .map .empty')).not.toBeNull();
  return rendered;
}

const tile = ({ screen }: RenderedPane, name: RegExp) => screen.getByRole('option', { name });

describe('the heat map of a list', () => {
  it('has each instrument once, and says its change and what its price is', async () => {
    const { screen } = await openMap();
    await expect
      .poll(() =>
        screen
          .getByRole('listbox')
          .getByRole('option')
          .elements()
          .map((each) => each.getAttribute('aria-label')),
      )
      .toEqual([
        'Acme, \u22121.96\u00a0%, close',
        'Bolt, no change known, stale',
        'ask Ming, no change known, no bars',
        'Korvo, +0.00\u00a0%, simulated',
      ]);
  });

  it('writes change, state and the day of an old price on the tiles: colour is never alone', async () => {
    const rendered = await openMap();
    expect(readText(tile(rendered, /Acme/).element())).toBe('ACME Acme \u22121.96 % close');
    expect(readText(tile(rendered, /Bolt/).element())).toBe('02345 Bolt 30 Aug 19 stale');
    expect(readText(tile(rendered, /Korvo/).element())).toContain('SIM');
  });

  it('follows the colours of the settings, the pair for colour-blind eyes too', async () => {
    const rendered = await openMap();
    const colour = () => getComputedStyle(tile(rendered, /Acme/).element()).backgroundColor;
    const red = colour();
    await rendered.desk.settings.update({ upColour: 'red' });
    await expect.poll(colour).not.toBe(red);
    const green = colour();
    document.documentElement.dataset['palette'] = 'colour-blind';
    await expect.poll(colour).not.toBe(green);
    expect(colour()).not.toBe(red);
    delete document.documentElement.dataset['palette'];
  });

  it('is one stop of the keyboard, travelled with the arrows', async () => {
    const rendered = await openMap();
    const stops = () =>
      rendered.screen
        .getByRole('option')
        .elements()
        .filter((each) => each.getAttribute('tabindex') === '0')
        .map((each) => each.getAttribute('data-symbol'));
    await expect.poll(stops).toHaveLength(1);
    await expect.element(tile(rendered, /Acme/)).toBeVisible();
    tile(rendered, /Acme/).element().focus();
    await expect.poll(stops).toEqual(['XNAS:ACME']);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(stops).not.toEqual(['XNAS:ACME']);
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(stops).toEqual(['XNAS:ACME']);
  });

  it('charts what is chosen, and closes', async () => {
    const rendered = await openMap();
    tile(rendered, /Bolt/).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => rendered.desk.settings.current.charted).toBe(BOLT);
    await expect.element(rendered.screen.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('says how many have no value for the area, and offers equal ones where none has', async () => {
    const listLook = { ...DEFAULT_LIST_LOOK, heatSize: 'held' } as const;
    const { screen, desk } = await openMap({ settings: { listLook } });
    await expect.element(screen.getByText('4 without a value for the area')).toBeVisible();
    await screen.getByRole('button', { name: 'All equal' }).click();
    await expect.poll(() => screen.getByRole('option').elements().length).toBeGreaterThan(3);
    expect(desk.settings.current.listLook.heatSize).toBe('equal');
  });

  it('is beside the table in one dialog, closed by its own key', async () => {
    const { screen, desk } = await openMap();
    await screen.getByText('Table', { exact: true }).click();
    await expect
      .element(screen.getByRole('columnheader', { name: 'Last', exact: true }))
      .toBeVisible();
    await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
    await expect.poll(() => desk.listDesk.sheet).toBeNull();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
  });
});
