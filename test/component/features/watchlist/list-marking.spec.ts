import { describe, expect, it } from 'vitest';
import { type Locator, userEvent } from 'vitest/browser';
import { ACME, BOLT, KORVO } from '../../../helpers/desk-sample';
import type { RenderedPane } from '../../../helpers/render-pane';
import { noticesOf, openLists, symbolsOf } from './open-lists';

const row = ({ screen }: RenderedPane, name: RegExp) => screen.getByRole('row', { name });
const CTRL: Parameters<Locator['click']>[0] = { modifiers: ['Control'] };
const marked = ({ screen }: RenderedPane): (string | null)[] =>
  screen
    .getByRole('row')
    .elements()
    .filter((each) => each.classList.contains('selected'))
    .map((each) => each.getAttribute('data-key'));

async function markTwo(rendered: RenderedPane): Promise<void> {
  await row(rendered, /ACME/).click();
  await row(rendered, /123450/).click(CTRL);
  await expect.poll(() => marked(rendered)).toEqual(['item-1', 'item-4']);
}

describe('marked instruments', () => {
  it('are counted, and chart nothing', async () => {
    const rendered = await openLists();
    await markTwo(rendered);
    await expect.element(rendered.screen.getByText('2 marked')).toBeVisible();
    expect(rendered.desk.settings.current.charted).toBe(ACME);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => marked(rendered)).toEqual([]);
  });

  it('are removed together, and come back together', async () => {
    const rendered = await openLists();
    await markTwo(rendered);
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => symbolsOf(rendered)).toEqual([[BOLT, 'ask Ming'], [], []]);
    expect(noticesOf(rendered)).toEqual(['Removed 2 instruments']);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => symbolsOf(rendered)).toEqual([[ACME, BOLT, 'ask Ming'], [KORVO], []]);
    expect(noticesOf(rendered).at(-1)).toBe('Undone: remove 2 instruments');
  });

  it('are dragged together across sections, in their order', async () => {
    const rendered = await openLists();
    await markTwo(rendered);
    await userEvent.dragAndDrop(row(rendered, /ACME/), row(rendered, /ask Ming/), {
      targetPosition: { x: 40, y: 34 },
    });
    await expect.poll(() => symbolsOf(rendered)).toEqual([[BOLT, 'ask Ming', ACME, KORVO], [], []]);
    expect(rendered.main.argsOf('watchlist.moveItems')).toEqual([
      { itemIds: [1, 4], sectionId: 10, position: 2 },
    ]);
  });

  it('are taken by keys: a range with Shift, all with Ctrl A', async () => {
    const rendered = await openLists();
    const first = row(rendered, /ACME/);
    await expect.element(first).toHaveAttribute('tabindex', '0');
    first.element().focus();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await expect.poll(() => marked(rendered)).toEqual(['item-1', 'item-2', 'item-3']);
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.poll(() => marked(rendered)).toHaveLength(4);
  });

  it('get and lose a flag together, which stands beside them in words', async () => {
    const rendered = await openLists();
    await markTwo(rendered);
    await row(rendered, /123450/).click({ button: 'right' });
    await expect.element(rendered.screen.getByRole('menu')).toBeVisible();
    await rendered.screen.getByRole('menuitem', { name: 'Flag' }).click();
    await rendered.screen.getByRole('menuitem', { name: 'Orange' }).click();
    await expect
      .element(row(rendered, /ACME/).getByRole('img', { name: 'Flag: Orange' }))
      .toBeVisible();
    expect(rendered.desk.watchlist.find(4)?.item.flags).toEqual(['orange']);
    expect(rendered.desk.watchlist.find(2)?.item.flags).toEqual([]);
  });

  it('are starred by key', async () => {
    const rendered = await openLists();
    await markTwo(rendered);
    await userEvent.keyboard('s');
    await expect.poll(() => rendered.desk.watchlist.starred).toEqual([ACME, KORVO]);
    await expect.element(row(rendered, /ACME/).getByRole('img', { name: /starred/ })).toBeVisible();
    await userEvent.keyboard('s');
    await expect.poll(() => rendered.desk.watchlist.starred).toEqual([]);
  });

  it('go when another list comes', async () => {
    const rendered = await openLists();
    await markTwo(rendered);
    await rendered.screen.getByRole('tab', { name: 'Memory' }).click();
    await rendered.screen.getByRole('tab', { name: 'The chip race' }).click();
    await expect.element(row(rendered, /ACME/)).toBeVisible();
    expect(marked(rendered)).toEqual([]);
  });
});
