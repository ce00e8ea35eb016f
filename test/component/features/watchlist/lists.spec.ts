import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ACME, BOLT, KORVO } from '../../../helpers/desk-sample';
import type { RenderedPane } from '../../../helpers/render-pane';
import { noticesOf, openLists, symbolsOf } from './open-lists';

const tabsOf = ({ screen }: RenderedPane): string[] =>
  screen
    .getByRole('tab')
    .elements()
    .map((tab) => tab.textContent.trim());
const tab = ({ screen }: RenderedPane, name: string) => screen.getByRole('tab', { name });

async function chooseInMenu(rendered: RenderedPane, list: string, line: string): Promise<void> {
  await tab(rendered, list).click({ button: 'right' });
  await rendered.screen.getByRole('menuitem', { name: line }).click();
}

describe('the tabs of the lists', () => {
  it('show one list at a time', async () => {
    const rendered = await openLists();
    expect(tabsOf(rendered)).toEqual(['The chip race', 'Memory', 'Empty']);
    await expect.element(tab(rendered, 'The chip race')).toHaveAttribute('aria-selected', 'true');
    await tab(rendered, 'Memory').click();
    await expect
      .element(rendered.screen.getByRole('treegrid', { name: 'Memory' }))
      .toHaveTextContent('Korea');
    expect(rendered.screen.getByText('ACME').elements()).toEqual([]);
    await tab(rendered, 'Empty').click();
    await expect.element(rendered.screen.getByText('Nothing on the list')).toBeVisible();
  });

  it('are travelled with the arrows, round their ends', async () => {
    const rendered = await openLists();
    tab(rendered, 'The chip race').element().focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(tab(rendered, 'Empty')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tab(rendered, 'The chip race')).toHaveFocus();
  });

  it('grow by a list with a name, which is shown', async () => {
    const rendered = await openLists();
    await rendered.screen.getByRole('button', { name: 'New list' }).click();
    await expect
      .element(rendered.screen.getByRole('textbox', { name: 'Name of the list' }))
      .toHaveFocus();
    await userEvent.keyboard('Foundries{Enter}');
    await expect.element(tab(rendered, 'Foundries')).toHaveAttribute('aria-selected', 'true');
    expect(tabsOf(rendered)).toEqual(['The chip race', 'Memory', 'Empty', 'Foundries']);
  });

  it('are named in place, and not where it is given up', async () => {
    const rendered = await openLists();
    await tab(rendered, 'Memory').dblClick();
    await userEvent.keyboard('DRAM{Enter}');
    await expect.element(tab(rendered, 'DRAM')).toBeVisible();
    tab(rendered, 'DRAM').element().focus();
    await userEvent.keyboard('{F2}NAND{Escape}');
    await expect.element(tab(rendered, 'DRAM')).toBeVisible();
    expect(rendered.main.argsOf('watchlist.renameList')).toHaveLength(1);
  });

  it('make a rule on each of their instruments', async () => {
    const rendered = await openLists();
    await chooseInMenu(rendered, 'Memory', 'New alert on each of them …');
    const { draft } = rendered.desk.alerts.editing ?? {};
    const memory = rendered.desk.watchlist.lists.find(({ name }) => name === 'Memory');
    expect(draft?.watch).toMatchObject({
      target: { kind: 'list', listId: memory?.id },
      conditions: [{ of: { kind: 'change' }, op: 'lessThan', value: -5 }],
    });
  });

  it('are copied and put elsewhere', async () => {
    const rendered = await openLists();
    await chooseInMenu(rendered, 'Memory', 'Copy');
    await expect
      .poll(() => tabsOf(rendered))
      .toEqual(['The chip race', 'Memory', 'Memory (copy)', 'Empty']);
    expect(symbolsOf(rendered)).toEqual([[KORVO]]);
    await chooseInMenu(rendered, 'Memory (copy)', 'Move right');
    await expect.poll(() => tabsOf(rendered)[3]).toBe('Memory (copy)');
    tab(rendered, 'Memory (copy)').element().focus();
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await expect.poll(() => tabsOf(rendered)[2]).toBe('Memory (copy)');
  });

  it('go to the trash, from which the notice fetches them back', async () => {
    const rendered = await openLists();
    await chooseInMenu(rendered, 'Memory', 'Delete');
    await expect.poll(() => tabsOf(rendered)).toEqual(['The chip race', 'Empty']);
    const [notice] = rendered.desk.notices.all;
    expect(notice?.text).toBe('The list Memory is in the trash');
    notice?.action?.run();
    await expect.poll(() => tabsOf(rendered)).toEqual(['The chip race', 'Memory', 'Empty']);
    expect(noticesOf(rendered)).toContain('Undone: delete the list “Memory”');
  });
});

describe('taking instruments to another list', () => {
  it('is done by dropping them on its tab', async () => {
    const rendered = await openLists();
    const row = rendered.screen.getByRole('row', { name: /02345/ });
    await userEvent.dragAndDrop(row, tab(rendered, 'Memory'));
    await expect.poll(() => symbolsOf(rendered, 2)).toEqual([[BOLT, KORVO].toReversed()]);
    expect(symbolsOf(rendered)[0]).toEqual([ACME, 'ask Ming']);
    expect(noticesOf(rendered)).toEqual(['Moved Bolt to Memory']);
  });

  it('makes the first section of a list that has none, and copies from the menu', async () => {
    const rendered = await openLists();
    await rendered.screen.getByText('02345').click({ button: 'right' });
    await expect.element(rendered.screen.getByRole('menu')).toBeVisible();
    await rendered.screen.getByRole('menuitem', { name: 'Copy to list' }).click();
    await rendered.screen.getByRole('menuitem', { name: 'Empty' }).click();
    await expect.poll(() => symbolsOf(rendered, 3)).toEqual([[BOLT]]);
    expect(symbolsOf(rendered)[0]).toEqual([ACME, BOLT, 'ask Ming']);
    expect(noticesOf(rendered)).toEqual(['Copied Bolt to Empty']);
  });

  it('takes whole sections', async () => {
    const rendered = await openLists();
    await userEvent.dragAndDrop(
      rendered.screen.getByRole('row', { name: /Mine/ }),
      tab(rendered, 'Memory'),
      { sourcePosition: { x: 60, y: 20 } },
    );
    await expect.poll(() => symbolsOf(rendered, 2)).toEqual([[KORVO], [KORVO]]);
    expect(noticesOf(rendered)).toEqual(['Moved Mine to Memory']);
  });

  it('says how many are there already', async () => {
    const rendered = await openLists();
    await userEvent.dragAndDrop(
      rendered.screen.getByRole('row', { name: /123450/ }),
      tab(rendered, 'Memory'),
    );
    await expect.poll(() => noticesOf(rendered)).toEqual(['It is already in that section.']);
    expect(symbolsOf(rendered)[1]).toEqual([KORVO]);
  });
});

describe('undo', () => {
  it('takes back one change after the other, names it, and does it again', async () => {
    const rendered = await openLists();
    const row = rendered.screen.getByRole('row', { name: /ACME/ });
    await expect.element(row).toHaveAttribute('tabindex', '0');
    row.element().focus();
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual([BOLT, 'ask Ming']);
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual(['ask Ming']);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual([BOLT, 'ask Ming']);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual([ACME, BOLT, 'ask Ming']);
    expect(noticesOf(rendered).at(-1)).toBe('Undone: remove Acme');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual([BOLT, 'ask Ming']);
    expect(noticesOf(rendered).at(-1)).toBe('Done again: remove Acme');
  });

  it('says where there is nothing to take back', async () => {
    const rendered = await openLists();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => noticesOf(rendered)).toEqual(['No change of the lists to undo']);
    await userEvent.keyboard('{Control>}y{/Control}');
    await expect.poll(() => noticesOf(rendered)).toContain('No change of the lists to redo');
  });

  it('leaves the key to a field in which something is written', async () => {
    const rendered = await openLists();
    await rendered.screen.getByRole('button', { name: 'Add an instrument' }).first().click();
    await expect.element(rendered.screen.getByRole('combobox')).toHaveFocus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(rendered.main.argsOf('watchlist.undo')).toEqual([]);
  });

  it('of a notice does not take back what was done after it', async () => {
    const rendered = await openLists();
    const row = rendered.screen.getByRole('row', { name: /ACME/ });
    await expect.element(row).toHaveAttribute('tabindex', '0');
    row.element().focus();
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual([BOLT, 'ask Ming']);
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual(['ask Ming']);
    rendered.desk.notices.all[0]?.action?.run();
    await expect.poll(() => noticesOf(rendered).at(-1)).toMatch(/^The lists have changed since/);
    expect(symbolsOf(rendered)[0]).toEqual(['ask Ming']);
  });
});
