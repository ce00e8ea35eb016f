import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import WatchlistPane from '../../../../src/features/watchlist/WatchlistPane.svelte';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import type { Resolution } from '../../../../src/shared/domain/instrument/resolve-symbol';
import { ACME, ACME_HONG_KONG, BOLT, KORVO } from '../../../helpers/desk-sample';
import type { DeskUnderTestOptions } from '../../../helpers/desk-under-test';
import { readText } from '../../../helpers/read-text';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

const symbolsOf = ({ desk }: RenderedPane): string[][] =>
  desk.watchlist.sections.map(({ items }) => items.map(({ symbol }) => symbol));

function meaning(...lines: readonly (readonly [InstrumentId, string])[]): Resolution {
  const candidates = lines.map(
    ([id, currency]) => ({ id, name: null, currency, kind: 'share' }) as const,
  );
  return { candidates, ambiguous: candidates.length > 1 };
}

const renderList = () => renderPane(WatchlistPane, { widthPx: 276 });

describe('the search field', () => {
  const SPELLINGS = {
    resolutions: {
      hk00005: meaning(['XHKG:00005', 'HKD']),
      '2330': meaning(['XTKS:2330', 'JPY'], ['XTAI:2330', 'TWD']),
    },
  };

  async function renderSearching(options?: DeskUnderTestOptions): Promise<RenderedPane> {
    const rendered = await renderPane(WatchlistPane, { widthPx: 276, ...options });
    await rendered.screen.getByRole('button', { name: 'Add an instrument' }).click();
    await expect.element(rendered.screen.getByRole('combobox')).toHaveFocus();
    return rendered;
  }

  it('adds what Enter is on to the end of the section of the active row, and stays open', async () => {
    const rendered = await renderSearching();
    const { screen, desk, data } = rendered;
    await expect.element(screen.getByText('Adds to In-house silicon')).toBeVisible();
    await userEvent.keyboard('7777.hk');
    await expect.element(screen.getByRole('option')).toHaveTextContent('07777');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => symbolsOf(rendered)[0])
      .toEqual([ACME, BOLT, 'ask Ming', ACME_HONG_KONG]);
    await expect.element(screen.getByRole('combobox')).toHaveValue('');
    expect(desk.notices.all).toEqual([]);
    await expect
      .poll(() => data.asked.at(-1))
      .toMatchObject({ kind: 'get-sparklines', instruments: [ACME_HONG_KONG] });
  });

  it('leaves alone what is written while the line before it is being stored', async () => {
    const rendered = await renderSearching();
    const { client } = rendered.main;
    const addItems = client.watchlist.addItems.bind(client.watchlist);
    let answer = (): void => undefined;
    const stored = new Promise<void>((resolve) => (answer = resolve));
    vi.spyOn(client.watchlist, 'addItems').mockImplementation(async (asked) => {
      await stored;
      return addItems(asked);
    });
    await userEvent.keyboard('7777.hk{Enter}');
    await expect.poll(() => client.watchlist.addItems).toHaveBeenCalled();
    await rendered.screen.getByRole('combobox').fill('acm');
    answer();
    await expect.poll(() => symbolsOf(rendered)[0]?.at(-1)).toBe(ACME_HONG_KONG);
    await expect.element(rendered.screen.getByRole('combobox')).toHaveValue('acm');
    await expect.element(rendered.screen.getByRole('option').first()).toBeVisible();
  });

  it('finds by Chinese name and travels with the arrows', async () => {
    const rendered = await renderSearching();
    await userEvent.keyboard('acm');
    await expect.poll(() => rendered.screen.getByRole('option').elements()).toHaveLength(3);
    await userEvent.keyboard('{ArrowDown}');
    await expect
      .element(rendered.screen.getByRole('option', { selected: true }))
      .toHaveTextContent('07777');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect
      .element(rendered.screen.getByRole('option', { selected: true }))
      .toHaveTextContent('Add acm');
    await rendered.screen.getByRole('combobox').fill('柯沃');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => symbolsOf(rendered)[0]?.at(-1)).toBe(KORVO);
  });

  it('adds an instrument that the catalogue does not have', async () => {
    const rendered = await renderSearching();
    await userEvent.keyboard('xtks:9999{Enter}');
    await expect.poll(() => symbolsOf(rendered)[0]?.at(-1)).toBe('XTKS:9999');
    const row = rendered.screen.getByRole('row', { name: /9999/ });
    await expect.element(row).toHaveTextContent(/Tokyo.*no bars/);
  });

  it('keeps what names nothing as it was written, and says so before and after', async () => {
    const rendered = await renderSearching();
    await userEvent.keyboard('quantum thing');
    await expect
      .element(rendered.screen.getByRole('option'))
      .toHaveTextContent('no known instrument; kept as written, not charted');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => symbolsOf(rendered)[0]?.at(-1)).toBe('quantum thing');
    await expect
      .element(rendered.screen.getByRole('row', { name: /quantum thing/ }))
      .toHaveTextContent('not charted');
  });

  it('adds what a spelling means, also where Enter comes before the answer', async () => {
    const rendered = await renderSearching(SPELLINGS);
    await userEvent.keyboard('hk00005{Enter}');
    await expect.poll(() => symbolsOf(rendered)[0]?.at(-1)).toBe('XHKG:00005');
    expect(rendered.main.asked.find(({ call }) => call === 'instruments.learn')?.args).toEqual({
      id: 'XHKG:00005',
    });
  });

  it('asks where a code is of several markets, and says of each what it is', async () => {
    const rendered = await renderSearching(SPELLINGS);
    const { screen } = rendered;
    await userEvent.keyboard('2330');
    await expect.element(screen.getByText('This can be several instruments')).toBeVisible();
    const options = screen.getByRole('option').elements().map(readText);
    expect(options).toEqual([
      '2330 Tokyo · JPY · share known by its spelling; kept in the catalogue when added',
      '2330 Taipei · TWD · share known by its spelling; kept in the catalogue when added',
      'Add 2330 no known instrument; kept as written, not charted',
    ]);
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('combobox')).toHaveValue('2330');
    expect(symbolsOf(rendered)[0]).toEqual([ACME, BOLT, 'ask Ming']);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect.poll(() => symbolsOf(rendered)[0]?.at(-1)).toBe('XTAI:2330');
  });

  it('lists by its code what could not be kept in the catalogue, and says so', async () => {
    const rendered = await renderSearching(SPELLINGS);
    rendered.main.failing.add('instruments.learn');
    await userEvent.keyboard('hk00005{Enter}');
    await expect.poll(() => symbolsOf(rendered)[0]?.at(-1)).toBe('XHKG:00005');
    expect(rendered.desk.notices.all.map(({ text }) => text)).toEqual([
      'XHKG:00005 could not be kept in the catalogue. It is listed by its code.',
    ]);
  });

  it('says that it could not search, and finds what the page knows all the same', async () => {
    const { screen, main } = await renderSearching();
    main.failing.add('instruments.resolve');
    await userEvent.keyboard('bolt');
    await expect.element(screen.getByText('Not everything could be searched')).toBeVisible();
    await expect.element(screen.getByRole('option', { selected: true })).toHaveTextContent('Bolt');
  });

  it('says why a second copy is refused and keeps what was written', async () => {
    const { screen, desk } = await renderSearching();
    await userEvent.keyboard('02345');
    await expect.element(screen.getByText('in this section')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => desk.notices.all.map(({ text }) => text))
      .toEqual(['It is already in that section.']);
    await expect.element(screen.getByRole('combobox')).toHaveValue('02345');
  });

  it('closes with Escape', async () => {
    const { screen } = await renderSearching();
    await userEvent.keyboard('{Escape}');
    await expect.element(screen.getByRole('combobox')).not.toBeInTheDocument();
  });
});

describe('sections', () => {
  it('are added at the end', async () => {
    const { screen, desk } = await renderList();
    await screen.getByRole('button', { name: 'Add a section' }).click();
    await userEvent.keyboard('Optics{Enter}');
    await expect
      .poll(() => desk.watchlist.sections.map(({ name }) => name))
      .toEqual([null, 'Mine', 'Later', 'Optics']);
  });

  it('fold at a click and are named at a double click', async () => {
    const { screen, desk } = await renderList();
    await screen.getByText('Mine').click();
    await expect.element(screen.getByText('123450')).not.toBeInTheDocument();
    await screen.getByText('Mine').click();
    await expect.element(screen.getByText('123450')).toBeVisible();
    await screen.getByText('Mine').dblClick();
    await expect
      .element(screen.getByRole('textbox', { name: 'Name of the section' }))
      .toHaveFocus();
    await userEvent.keyboard('Ours{Enter}');
    await expect.poll(() => desk.watchlist.sections[1]?.name).toBe('Ours');
    await expect.element(screen.getByText('123450')).toBeVisible();
  });

  it('fold and unfold all at once', async () => {
    const { screen } = await renderList();
    await screen.getByRole('button', { name: 'More' }).click();
    await screen.getByRole('menuitem', { name: 'Collapse all' }).click();
    await expect.poll(() => screen.getByRole('row').elements()).toHaveLength(3);
    await screen.getByRole('button', { name: 'More' }).click();
    await screen.getByRole('menuitem', { name: 'Expand all' }).click();
    await expect.poll(() => screen.getByRole('row').elements()).toHaveLength(7);
  });
});

describe('the menu of a row', () => {
  it('moves an instrument to another section', async () => {
    const rendered = await renderList();
    const { screen } = rendered;
    await screen.getByText('02345').click({ button: 'right' });
    await expect.element(screen.getByRole('menu', { name: 'Actions for Bolt' })).toBeVisible();
    await screen.getByRole('menuitem', { name: 'Move to section' }).click();
    await screen.getByRole('menuitem', { name: 'Later' }).click();
    await expect.poll(() => symbolsOf(rendered)).toEqual([[ACME, 'ask Ming'], [KORVO], [BOLT]]);
    await expect.element(screen.getByRole('menu')).not.toBeInTheDocument();
  });

  it('charts, and cannot chart what is no instrument', async () => {
    const { screen, desk } = await renderList();
    await screen.getByText('123450').click({ button: 'right' });
    await screen.getByRole('menuitem', { name: /Show on the chart/ }).click();
    await expect.poll(() => desk.settings.current.charted).toBe(KORVO);
    await screen.getByText('ask Ming').click({ button: 'right' });
    await expect
      .element(screen.getByRole('menuitem', { name: /Show on the chart/ }))
      .toHaveAttribute('aria-disabled', 'true');
  });

  it('leaves the list usable when it is closed', async () => {
    const { screen, desk } = await renderList();
    await screen.getByText('02345').click({ button: 'right' });
    await expect.element(screen.getByRole('menu')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(screen.getByRole('menu')).not.toBeInTheDocument();
    await screen.getByText('02345').click();
    await expect.poll(() => desk.settings.current.charted).toBe(BOLT);
  });

  it('of a section names it in place', async () => {
    const { screen, desk } = await renderList();
    await screen.getByText('Mine').click({ button: 'right' });
    await screen.getByRole('menuitem', { name: /Rename/ }).click();
    await expect
      .element(screen.getByRole('textbox', { name: 'Name of the section' }))
      .toHaveFocus();
    await userEvent.keyboard('Ours{Enter}');
    await expect.poll(() => desk.watchlist.sections[1]?.name).toBe('Ours');
  });

  it('of a section opens the search field for it', async () => {
    const rendered = await renderList();
    await rendered.screen.getByText('Later').click({ button: 'right' });
    await rendered.screen.getByRole('menuitem', { name: 'Add an instrument here' }).click();
    await expect.element(rendered.screen.getByText('Adds to Later')).toBeVisible();
    await userEvent.keyboard('xnas:delt{Enter}');
    await expect.poll(() => symbolsOf(rendered)[2]).toEqual(['XNAS:DELT']);
  });
});

describe('dragging', () => {
  const rowOf = ({ screen }: RenderedPane, name: RegExp) => screen.getByRole('row', { name });

  it('moves a row where it is let go, and is no click', async () => {
    const rendered = await renderList();
    await userEvent.dragAndDrop(rowOf(rendered, /02345/), rowOf(rendered, /123450/), {
      targetPosition: { x: 40, y: 30 },
    });
    await expect.poll(() => symbolsOf(rendered)).toEqual([[ACME, 'ask Ming'], [KORVO, BOLT], []]);
    expect(rendered.desk.settings.current.charted).toBe(ACME);
  });

  it('moves a row within its section', async () => {
    const rendered = await renderList();
    await userEvent.dragAndDrop(rowOf(rendered, /ask Ming/), rowOf(rendered, /ACME/), {
      targetPosition: { x: 40, y: 4 },
    });
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual(['ask Ming', ACME, BOLT]);
  });

  it('moves whole sections', async () => {
    const rendered = await renderList();
    await userEvent.dragAndDrop(rowOf(rendered, /Later/), rowOf(rendered, /In-house/), {
      sourcePosition: { x: 40, y: 20 },
      targetPosition: { x: 40, y: 4 },
    });
    await expect
      .poll(() => rendered.desk.watchlist.sections.map(({ id }) => id))
      .toEqual([30, 10, 20]);
  });

  it('shows what is carried and where it would land, and is given up with Escape', async () => {
    // A pointer that only the test knows cannot be captured.
    vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => undefined);
    const rendered = await renderList();
    const row = rowOf(rendered, /ACME/).element();
    const target = rowOf(rendered, /123450/)
      .element()
      .getBoundingClientRect();
    const fire = (type: string, clientX: number, clientY: number): void => {
      const at = { clientX, clientY, buttons: 1, bubbles: true };
      row.dispatchEvent(new PointerEvent(type, { ...at, pointerType: 'mouse' }));
    };
    fire('pointerdown', target.left + 40, target.top - 80);
    fire('pointermove', target.left + 40, target.top + 2);
    const { container } = rendered.screen;
    await expect.poll(() => container.querySelector('.carried')?.textContent.trim()).toBe('Acme');
    // Two pixels thick, in the middle of the edge.
    const lineTop = () => container.querySelector('.landing')?.getBoundingClientRect().top;
    expect(lineTop()).toBe(target.top - 1);
    await userEvent.keyboard('{Escape}');
    await expect.poll(lineTop).toBeUndefined();
    fire('pointerup', target.left + 40, target.top + 2);
    expect(rendered.main.argsOf('watchlist.moveItems')).toEqual([]);
    vi.restoreAllMocks();
  });
});
