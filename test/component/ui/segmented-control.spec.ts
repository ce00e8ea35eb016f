import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import SegmentedControl from '../../../src/ui/SegmentedControl.svelte';

const OPTIONS = [
  { value: 'a', label: 'A', name: 'Alpha' },
  { value: 'b', label: 'B', name: 'Beta' },
  { value: 'c', label: 'C', name: 'Gamma' },
];

async function show(inline: readonly string[], value: string | null) {
  const onchoose = vi.fn();
  const props = { label: 'Letters', moreLabel: 'All letters', options: OPTIONS };
  const screen = await render(SegmentedControl, { ...props, inline, value, onchoose });
  return { screen, onchoose };
}

describe('a segmented control', () => {
  it('has a button for everything where there is room, and says what is chosen', async () => {
    const { screen, onchoose } = await show(['a', 'b', 'c'], 'b');
    const buttons = screen.getByRole('button');
    expect(buttons.elements().map((button) => button.textContent?.trim())).toEqual(['A', 'B', 'C']);
    await expect
      .element(screen.getByRole('button', { name: 'Beta' }))
      .toHaveAttribute('aria-pressed', 'true');
    await screen.getByRole('button', { name: 'Gamma' }).click();
    expect(onchoose).toHaveBeenCalledExactlyOnceWith('c');
  });

  it('has a menu of all where some have no button', async () => {
    const { screen, onchoose } = await show(['a'], 'a');
    await screen.getByRole('button', { name: 'All letters' }).click();
    const items = screen.getByRole('menuitem');
    await expect.element(items.nth(2)).toBeVisible();
    expect(items.elements().map((item) => item.textContent?.trim())).toEqual([
      'Alpha',
      'Beta',
      'Gamma',
    ]);
    await items.nth(1).click();
    await vi.waitFor(() => expect(onchoose).toHaveBeenCalledExactlyOnceWith('b'));
  });

  it('shows what is chosen on the button of the menu where it has none of its own', async () => {
    const { screen } = await show([], 'c');
    const more = screen.getByRole('button', { name: 'All letters: Gamma' });
    await expect.element(more).toHaveTextContent('C');
  });

  it('opens its menu with the keyboard and gives the focus back', async () => {
    const { screen, onchoose } = await show([], null);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('menu')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(screen.getByRole('button')).toHaveFocus();
    expect(onchoose).not.toHaveBeenCalled();
  });
});
