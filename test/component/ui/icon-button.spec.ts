import Bell from '@lucide/svelte/icons/bell';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import IconButton from '../../../src/ui/IconButton.svelte';

const dotOf = (button: Element): string => getComputedStyle(button, '::after').content;

describe('a button with an icon', () => {
  it('has a dot where something new waits, and says no other name for it', async () => {
    const props = { icon: Bell, label: 'Alerts', onclick: () => undefined };
    const screen = await render(IconButton, props);
    const button = screen.getByRole('button', { name: 'Alerts' });
    expect(dotOf(button.element())).toBe('none');
    await screen.rerender({ ...props, marked: true });
    expect(dotOf(button.element())).not.toBe('none');
    await expect.element(button).toHaveAccessibleName('Alerts');
  });
});
