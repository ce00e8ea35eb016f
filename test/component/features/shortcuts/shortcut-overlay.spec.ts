import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import ShortcutOverlay from '../../../../src/features/shortcuts/ShortcutOverlay.svelte';
import { SHORTCUTS } from '../../../../src/shared/domain/keys/shortcuts';
import { renderPane } from '../../../helpers/render-pane';

describe('the list of shortcuts', () => {
  it.each([
    ['en', 'Keyboard shortcuts', 'Save the chart as a picture'],
    ['zh-CN', '键盘快捷键', '保存图表图片'],
  ] as const)('names all of them in %s and closes with Escape', async (locale, title, line) => {
    const { desk, screen } = await renderPane(ShortcutOverlay, {
      settings: { locale },
      props: { isMac: false },
    });
    desk.shortcutsOpen = true;
    const dialog = screen.getByRole('dialog', { name: title });
    await expect.element(dialog).toBeVisible();
    const all = Object.values(SHORTCUTS).reduce((sum, own) => sum + Object.keys(own).length, 0);
    expect(dialog.element().querySelectorAll('dt')).toHaveLength(all);
    const row = screen.getByText(line, { exact: true }).element().closest('div');
    expect([...(row?.querySelectorAll('kbd') ?? [])].map(({ textContent }) => textContent)).toEqual(
      ['Ctrl', 'Shift', 'S'],
    );
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => desk.shortcutsOpen).toBe(false);
  });
});
