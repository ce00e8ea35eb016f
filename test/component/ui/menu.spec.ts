import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/base.css';
import Menu from '../../../src/ui/Menu.svelte';
import type { MenuGroup } from '../../../src/ui/menu-items';

const anchor = { getBoundingClientRect: () => new DOMRect(200, 100, 0, 0) };

/** The menu takes itself away through its owner, as in a pane. */
async function renderMenu(groups: readonly MenuGroup[]) {
  const opener = document.createElement('button');
  document.body.append(opener);
  opener.focus();
  const closed: string[] = [];
  const onclose = (): void => {
    closed.push('closed');
    void screen.unmount();
  };
  const screen = await render(Menu, { props: { label: 'Actions', anchor, groups, onclose } });
  await expect.element(screen.getByRole('menu', { name: 'Actions' })).toBeVisible();
  return { screen, opener, closed };
}

describe('a menu', () => {
  it('stands where it was asked for', async () => {
    const { screen } = await renderMenu([[{ label: 'One', run: () => undefined }]]);
    const box = () => screen.getByRole('menu').element().getBoundingClientRect();
    await expect.poll(() => box().left).toBe(200);
    expect(box().top).toBeGreaterThanOrEqual(100);
    expect(box().top).toBeLessThan(110);
  });

  it('runs what is chosen after the focus is back', async () => {
    const focused: (Element | null)[] = [];
    const { screen, opener, closed } = await renderMenu([
      [
        { label: 'One', run: () => focused.push(null) },
        { label: 'Two', run: () => focused.push(document.activeElement) },
      ],
    ]);
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(screen.getByRole('menuitem', { name: 'One' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(() => focused).toEqual([opener]);
    expect(closed).toEqual(['closed']);
  });

  it('gives the focus back when it is left with Escape', async () => {
    const run = vi.fn();
    const { opener, closed } = await renderMenu([[{ label: 'One', run }]]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(opener);
    expect(closed).toEqual(['closed']);
    expect(run).not.toHaveBeenCalled();
  });

  it('passes over what cannot be done now', async () => {
    const run = vi.fn();
    const { screen } = await renderMenu([
      [{ label: 'No', disabled: true, run }],
      [{ label: 'Yes', shortcut: 'F2', run }],
    ]);
    await expect
      .element(screen.getByRole('menuitem', { name: 'No' }))
      .toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(screen.getByRole('menuitem', { name: 'Yes F2' })).toHaveFocus();
  });

  it('has menus inside, also where two of their lines are called the same', async () => {
    const runs: string[] = [];
    const same = (name: string) => ({ label: 'Mine', run: () => void runs.push(name) });
    const { screen } = await renderMenu([
      [{ label: 'Move to', items: [same('first'), same('second')] }],
    ]);
    const inner = screen.getByRole('menuitem', { name: 'Mine' });
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(screen.getByRole('menuitem', { name: 'Move to' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(inner.first()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(inner.last()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => runs).toEqual(['second']);
  });
});
