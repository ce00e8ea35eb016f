import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import InlineName from '../../../src/ui/InlineName.svelte';

async function renderName(value = 'Old') {
  const oncommit = vi.fn();
  const oncancel = vi.fn();
  const screen = await render(InlineName, { label: 'Name', value, oncommit, oncancel });
  return { screen, oncommit, oncancel };
}

describe('a name that is written in place', () => {
  it('has the focus, and typing replaces what stood there', async () => {
    const { oncommit } = await renderName();
    await userEvent.keyboard('New{Enter}');
    expect(oncommit).toHaveBeenCalledExactlyOnceWith('New');
  });

  it('is taken once, also when the field then loses the focus', async () => {
    const { screen, oncommit, oncancel } = await renderName();
    await userEvent.keyboard('  New  {Enter}');
    screen.getByRole('textbox').element().blur();
    expect(oncommit).toHaveBeenCalledExactlyOnceWith('New');
    expect(oncancel).not.toHaveBeenCalled();
  });

  it('is taken when the user goes elsewhere', async () => {
    const { screen, oncommit } = await renderName();
    await userEvent.keyboard('New');
    screen.getByRole('textbox').element().blur();
    expect(oncommit).toHaveBeenCalledExactlyOnceWith('New');
  });

  it.each([
    ['Escape', 'New{Escape}'],
    ['a blank name', '   {Enter}'],
  ])('is given up with %s', async (_how, keys) => {
    const { oncommit, oncancel } = await renderName();
    await userEvent.keyboard(keys);
    expect(oncancel).toHaveBeenCalledOnce();
    expect(oncommit).not.toHaveBeenCalled();
  });

  it('leaves Enter to a Chinese input method that is still choosing', async () => {
    const { screen, oncommit } = await renderName();
    const composing = new KeyboardEvent('keydown', {
      key: 'Enter',
      isComposing: true,
      bubbles: true,
    });
    screen.getByRole('textbox').element().dispatchEvent(composing);
    expect(oncommit).not.toHaveBeenCalled();
  });
});
