import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import WatchlistPane from '../../../../src/features/watchlist/WatchlistPane.svelte';
import { ACME, BOLT, KORVO } from '../../../helpers/desk-sample';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

const symbolsOf = ({ desk }: RenderedPane): string[][] =>
  desk.watchlist.sections.map(({ items }) => items.map(({ symbol }) => symbol));

const focusedKey = (): string | null => document.activeElement?.getAttribute('data-key') ?? null;

/** On the charted row, where the keyboard enters the list. */
async function renderFocused(): Promise<RenderedPane> {
  const rendered = await renderPane(WatchlistPane, { widthPx: 276 });
  const rows = rendered.screen.getByRole('row', { name: /ACME/ });
  await expect.element(rows).toHaveAttribute('tabindex', '0');
  rows.element().focus();
  return rendered;
}

describe('the keyboard', () => {
  it('enters at the charted row and is one stop', async () => {
    const { screen } = await renderFocused();
    const stops = screen
      .getByRole('row')
      .elements()
      .filter((row) => row.getAttribute('tabindex') === '0');
    expect(stops.map((row) => row.getAttribute('data-key'))).toEqual(['item-1']);
  });

  it('travels over sections and rows, and stops at the ends', async () => {
    await renderFocused();
    const visited: (string | null)[] = [];
    for (const key of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home', 'PageDown']) {
      await userEvent.keyboard(`{${key}}`);
      await expect.poll(focusedKey).not.toBeNull();
      visited.push(focusedKey());
    }
    expect(visited).toEqual([
      'item-2',
      'section-30',
      'section-30',
      'item-4',
      'section-10',
      'section-30',
    ]);
  });

  it('charts with Enter, not with the arrows', async () => {
    const { desk } = await renderFocused();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focusedKey).toBe('item-2');
    expect(desk.settings.current.charted).toBe(ACME);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => desk.series.instrument).toBe(BOLT);
    expect(desk.settings.current.charted).toBe(BOLT);
  });

  it('charts nothing where the text is no instrument', async () => {
    const { desk, main } = await renderFocused();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect.poll(focusedKey).toBe('item-3');
    expect(desk.settings.current.charted).toBe(ACME);
    expect(main.argsOf('app.updateSettings')).toEqual([]);
  });

  it('folds and unfolds sections, and goes from a row to its section', async () => {
    const { screen } = await renderFocused();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(focusedKey).toBe('section-10');
    await userEvent.keyboard('{ArrowLeft}');
    const section = screen.getByRole('row', { name: /In-house silicon/ });
    await expect.element(section).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByText('ACME', { exact: true }).elements()).toEqual([]);
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(screen.getByText('ACME', { exact: true })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(section).toHaveAttribute('aria-expanded', 'false');
  });

  it('moves a row with Alt, over the edge of its section, and stays on it', async () => {
    const rendered = await renderFocused();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual([BOLT, ACME, 'ask Ming']);
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual([BOLT, 'ask Ming', ACME]);
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect.poll(() => symbolsOf(rendered)).toEqual([[BOLT, 'ask Ming'], [ACME, KORVO], []]);
    await expect.poll(focusedKey).toBe('item-1');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect.poll(() => symbolsOf(rendered)).toEqual([[BOLT, 'ask Ming', ACME], [KORVO], []]);
  });

  it('moves a section with Alt', async () => {
    const { desk } = await renderFocused();
    await userEvent.keyboard('{End}{Alt>}{ArrowUp}{/Alt}');
    await expect.poll(() => desk.watchlist.sections.map(({ id }) => id)).toEqual([10, 30, 20]);
    await expect.poll(focusedKey).toBe('section-30');
  });
});

describe('removing', () => {
  it('takes the row away, goes on to the next one and offers to undo', async () => {
    const rendered = await renderFocused();
    const { desk } = rendered;
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual([BOLT, 'ask Ming']);
    await expect.poll(focusedKey).toBe('item-2');
    const [notice] = desk.notices.all;
    expect(notice).toMatchObject({ text: 'Removed Acme', action: { label: 'Undo' } });
    notice?.action?.run();
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual([ACME, BOLT, 'ask Ming']);
  });

  it('of the last row of a section goes back to the one before', async () => {
    const rendered = await renderFocused();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Delete}');
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual([ACME, BOLT]);
    await expect.poll(focusedKey).toBe('item-2');
  });

  it('of a section takes what is in it along, and can be undone', async () => {
    const rendered = await renderFocused();
    const { desk } = rendered;
    await userEvent.keyboard('{Home}{Delete}');
    await expect.poll(() => symbolsOf(rendered)).toEqual([[KORVO], []]);
    const [notice] = desk.notices.all;
    expect(notice?.text).toBe('Removed the section In-house silicon');
    notice?.action?.run();
    await expect.poll(() => symbolsOf(rendered)).toEqual([[ACME, BOLT, 'ask Ming'], [KORVO], []]);
  });
});

describe('naming', () => {
  it('renames a section with F2 and gives the focus back', async () => {
    const { desk } = await renderFocused();
    await userEvent.keyboard('{Home}{F2}Own chips{Enter}');
    await expect.poll(() => desk.watchlist.sections[0]?.name).toBe('Own chips');
    await expect.poll(focusedKey).toBe('section-10');
  });

  it('is given up with Escape', async () => {
    const { desk, main } = await renderFocused();
    await userEvent.keyboard('{Home}{F2}Own chips{Escape}');
    await expect.poll(focusedKey).toBe('section-10');
    expect(desk.watchlist.sections[0]?.name).toBeNull();
    expect(main.argsOf('watchlist.renameSection')).toEqual([]);
  });

  it('does not take letters of the name for keys of the list', async () => {
    const rendered = await renderFocused();
    await userEvent.keyboard('{Home}{F2}a b{Backspace}{Delete}{ArrowLeft}{Enter}');
    await expect.poll(() => rendered.desk.watchlist.sections[0]?.name).toBe('a');
    expect(symbolsOf(rendered)[0]).toHaveLength(3);
  });
});
