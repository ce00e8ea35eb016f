import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import ChoiceChips from '../../../src/ui/ChoiceChips.svelte';

const options = [
  { value: 'all', label: 'All', count: 12 },
  { value: 'cpu', label: 'CPU', count: 3 },
  { value: 'none', label: 'None', count: 0 },
];

async function renderChips(rest: { value?: string; waiting?: boolean } = {}) {
  const onchange = vi.fn();
  const screen = await render(ChoiceChips, {
    label: 'Filter',
    options,
    value: 'all',
    onchange,
    ...rest,
  });
  return { screen, onchange };
}

describe('chips', () => {
  it('are one group with one chosen', async () => {
    const { screen } = await renderChips({ value: 'cpu' });
    await expect.element(screen.getByRole('group', { name: 'Filter' })).toBeVisible();
    await expect.element(screen.getByRole('radio', { name: 'CPU 3' })).toBeChecked();
    await expect.element(screen.getByRole('radio', { name: 'All 12' })).not.toBeChecked();
  });

  it('are chosen with the mouse', async () => {
    const { screen, onchange } = await renderChips();
    await screen.getByText('CPU').click();
    expect(onchange).toHaveBeenCalledExactlyOnceWith('cpu');
  });

  it('are one stop of the keyboard, with arrows inside', async () => {
    const { onchange } = await renderChips();
    await userEvent.keyboard('{Tab}{ArrowRight}');
    expect(onchange).toHaveBeenCalledExactlyOnceWith('cpu');
  });

  it('keep the room of their counts while they wait', async () => {
    const { screen } = await renderChips({ waiting: true });
    const count = screen.getByText('100').first();
    await expect.element(count).not.toBeVisible();
    expect(count.element().getBoundingClientRect().width).toBeGreaterThan(10);
  });
});
