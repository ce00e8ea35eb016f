import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ListLook } from '../../../../src/shared/domain/watchlist/list-look';
import { DEFAULT_LIST_LOOK } from '../../../../src/shared/domain/watchlist/list-look';
import { ACME, BOLT, KORVO, quoteOf, sampleWatchlist } from '../../../helpers/desk-sample';
import { readText } from '../../../helpers/read-text';
import type { RenderedPane } from '../../../helpers/render-pane';
import { itemOf, listsOf, nowOf, sectionOf } from '../../../helpers/watchlist-samples';
import { openLists } from './open-lists';

const openTable = (look: Partial<ListLook> = {}, snapshot = {}) =>
  openLists({
    widthPx: 1300,
    snapshot,
    settings: { listLook: { ...DEFAULT_LIST_LOOK, ...look } },
  });
const keysOf = ({ screen }: RenderedPane): (string | null)[] =>
  screen
    .getByRole('row')
    .elements()
    .flatMap((row) => row.getAttribute('data-key') ?? []);
const cell = ({ screen }: RenderedPane, name: RegExp, column: string) =>
  screen.getByRole('row', { name }).element().querySelector(`[data-column="${column}"]`);

describe('a wide list', () => {
  it('has its columns under headings', async () => {
    const { screen } = await openTable();
    const headings = screen.getByRole('columnheader').elements().map(readText);
    expect(headings).toEqual([
      ...['Name', 'Last', 'Change', 'Change %', 'Volume', 'Day range', '52 weeks'],
      ...['Trend 3M', 'Last announcement', 'Age'],
    ]);
    await expect.element(screen.getByRole('row', { name: /ACME/ })).toHaveTextContent('1,372.60');
  });

  it('is narrow lines below a width that shows them', async () => {
    const { screen } = await openLists({ widthPx: 480 });
    expect(screen.getByRole('columnheader').elements()).toEqual([]);
    await expect.element(screen.getByRole('row', { name: /ACME/ })).toBeVisible();
  });

  it('says of each price what it is and how old, and of an old one its day in place of a change', async () => {
    const rendered = await openTable();
    await expect
      .element(rendered.screen.getByRole('row', { name: /123450/ }))
      .toHaveTextContent('SIM');
    expect(cell(rendered, /02345/, 'changePercent')?.textContent.trim()).toBe('30 Aug 19');
    expect(cell(rendered, /ACME/, 'age')?.textContent.trim()).toMatch(/^\d+ d$/);
    expect(
      cell(rendered, /ACME/, 'last')?.querySelector('[title]')?.getAttribute('title'),
    ).toContain('28 Mar 2024, 16:00 · close · CSV file');
  });

  it('has ranges that can be read without being seen', async () => {
    const rendered = await openTable();
    await expect
      .poll(() => cell(rendered, /ACME/, 'yearRange')?.querySelector('[role="img"]'))
      .not.toBeNull();
    const range = cell(rendered, /ACME/, 'yearRange')?.querySelector('[role="img"]');
    expect(range?.getAttribute('aria-label')).toMatch(/^\d.* to 1,372\.60, now 1,372\.60 · since /);
  });

  it('asks for the bars of the lines that it shows, once', async () => {
    const { data } = await openTable();
    await expect
      .poll(() => data.asked.filter(({ kind }) => kind === 'get-list-facts'))
      .toMatchObject([{ instruments: [ACME, BOLT, KORVO], sessions: 63, extended: false }]);
  });

  it('goes to the announcement that a day stands for', async () => {
    const rendered = await openTable();
    const day = cell(rendered, /ACME/, 'lastAnnouncement')?.querySelector('button');
    day?.click();
    await expect.poll(() => rendered.desk.timeline.selectedId).not.toBeNull();
    const { selected } = rendered.desk.timeline;
    expect(selected && rendered.desk.timeline.concerns(selected, ACME)).toBe(true);
  });

  it('shows a price from outside the hours with its change and its time', async () => {
    const rendered = await openTable({ columns: ['last', 'extended'] });
    rendered.data.giveExtended(ACME, {
      ...{ price: 1380, asOf: Date.UTC(2024, 2, 28, 22), side: 'after', regularClose: 1372.6 },
    });
    await rendered.desk.listDesk.facts.refresh([ACME]);
    await expect
      .poll(() => cell(rendered, /ACME/, 'extended')?.textContent.trim())
      .toBe('post 1,380.00 +0.54\u00a0%');
    const none = cell(rendered, /02345/, 'extended')?.querySelector('[title]');
    expect(none?.textContent).toBe('—');
    expect(none?.getAttribute('title')).toMatch(/^No price from outside the hours is stored/);
  });
});

describe('sorting', () => {
  it('by a heading goes from the greatest to the least and back to the own order', async () => {
    const rendered = await openTable({ grouping: 'none' });
    const heading = rendered.screen.getByRole('columnheader', { name: 'Last', exact: true });
    await heading.getByRole('button').click();
    await expect.element(heading).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(() => keysOf(rendered)).toEqual(['item-4', 'item-1', 'item-2', 'item-3']);
    await heading.getByRole('button').click();
    await expect.poll(() => keysOf(rendered)).toEqual(['item-2', 'item-1', 'item-4', 'item-3']);
    await heading.getByRole('button').click();
    await expect.element(heading).toHaveAttribute('aria-sort', 'none');
    await expect.poll(() => keysOf(rendered)).toEqual(['item-1', 'item-2', 'item-3', 'item-4']);
  });

  it('stays within the sections, follows prices, and can be kept', async () => {
    const rendered = await openTable({ sort: { by: 'last', direction: 'ascending' } });
    const { main, desk } = rendered;
    await expect
      .poll(() => keysOf(rendered).slice(0, 4))
      .toEqual(['section-10', 'item-2', 'item-1', 'item-3']);
    main.publish.market.onQuotesChanged({
      ...{ revision: 2, quotes: [quoteOf(ACME, { price: 3 })], replaces: false },
    });
    await expect
      .poll(() => keysOf(rendered).slice(0, 4))
      .toEqual(['section-10', 'item-1', 'item-2', 'item-3']);
    main.publish.market.onQuotesChanged({
      ...{ revision: 3, quotes: [quoteOf(ACME, { price: 3000 })], replaces: false },
    });
    await rendered.screen.getByRole('button', { name: 'More' }).first().click();
    await rendered.screen.getByRole('menuitem', { name: 'Keep this order' }).click();
    await expect
      .poll(() => desk.watchlist.sections[0]?.items.map(({ id }) => id))
      .toEqual([2, 1, 3]);
    await expect.poll(() => desk.settings.current.listLook.sort).toBeNull();
  });

  it('says in a narrow list by what, and leaves it again', async () => {
    const { screen, desk } = await openLists({
      settings: {
        listLook: { ...DEFAULT_LIST_LOOK, sort: { by: 'changePercent', direction: 'descending' } },
      },
    });
    await expect.element(screen.getByText('Sort by: Change %')).toBeVisible();
    await screen.getByRole('button', { name: 'The list’s own order' }).click();
    await expect.poll(() => desk.settings.current.listLook.sort).toBeNull();
    await expect.element(screen.getByText('Sort by: Change %')).not.toBeInTheDocument();
  });

  it('lets nothing be put elsewhere, and says why', async () => {
    const rendered = await openTable({ sort: { by: 'name', direction: 'ascending' } });
    const row = rendered.screen.getByRole('row', { name: /ACME/ });
    await expect.element(row).toHaveAttribute('tabindex', '0');
    row.element().focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect
      .poll(() => rendered.desk.notices.all.map(({ text }) => text))
      .toEqual([expect.stringMatching(/^Sorted or grouped lists cannot be reordered/)]);
    expect(rendered.main.argsOf('watchlist.moveItems')).toEqual([]);
  });
});

describe('grouping', () => {
  it('by exchange heads what is quoted there, folds it, and puts texts last', async () => {
    const rendered = await openTable({ grouping: 'exchange' });
    await expect
      .poll(() => keysOf(rendered))
      .toEqual([
        ...['group-XNAS', 'item-1', 'group-XHKG', 'item-2', 'group-XKRX', 'item-4'],
        ...['group-', 'item-3'],
      ]);
    const heading = rendered.screen.getByRole('row', { name: /^Nasdaq/ });
    await heading.click();
    await expect.element(heading).toHaveAttribute('aria-expanded', 'false');
    await expect.poll(() => keysOf(rendered)).not.toContain('item-1');
  });

  it('by role takes what a company mostly is in the announcements', async () => {
    const rendered = await openTable({ grouping: 'role' });
    await expect.poll(() => keysOf(rendered)[0]).toMatch(/^group-/);
    const heads = rendered.screen
      .getByRole('row')
      .elements()
      .filter((row) => row.getAttribute('data-key')?.startsWith('group-'))
      .map(readText);
    expect(heads.at(-1)).toMatch(/^In no announcement/);
    expect(heads[0]).toMatch(/^(Owner|Partner|Foundry|Supplier|Competitor|Customer)/i);
  });
});

describe('the columns', () => {
  it('are chosen and put in order in a dialog', async () => {
    const { screen, desk } = await openTable({ columns: ['last', 'age'] });
    await screen.getByRole('button', { name: 'More' }).first().click();
    await screen.getByRole('menuitem', { name: 'Columns…' }).click();
    await screen.getByRole('checkbox', { name: 'Note' }).click();
    await expect
      .poll(() => desk.settings.current.listLook.columns)
      .toEqual(['last', 'age', 'note']);
    await screen.getByRole('button', { name: 'Age further left' }).click();
    await expect
      .poll(() => desk.settings.current.listLook.columns)
      .toEqual(['age', 'last', 'note']);
    await screen.getByRole('checkbox', { name: 'Last', exact: true }).click();
    await expect.poll(() => desk.settings.current.listLook.columns).toEqual(['age', 'note']);
    await screen.getByRole('button', { name: 'Done' }).click();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    const headings = screen.getByRole('columnheader').elements().map(readText);
    expect(headings).toEqual(['Name', 'Age', 'Note']);
  });
});

const lot = (quantity: number, price: number) => ({
  ...{ quantity, price, currency: null, date: null, commission: null, comment: '' },
});

/** Acme in dollars and Bolt in Hong Kong dollars, ten shares each. */
const HELD = nowOf(
  listsOf(6, {
    ...sampleWatchlist,
    sections: [
      sectionOf(10, 'Held', [
        itemOf(1, ACME, { lots: [lot(10, 1000)], targets: [{ price: 1500, label: 'high' }] }),
        itemOf(2, BOLT, { lots: [lot(10, 30)] }),
      ]),
    ],
  }),
);
const HELD_COLUMNS = ['target', 'quantity', 'cost', 'value', 'gain', 'gainInDisplay'] as const;

describe('what is held', () => {
  it('has its cost, value and gain, and no made-up rate', async () => {
    const rendered = await openTable({ columns: HELD_COLUMNS }, { watchlist: HELD });
    const texts = (name: RegExp) =>
      HELD_COLUMNS.map((column) => cell(rendered, name, column)?.textContent.trim());
    await expect.poll(() => texts(/ACME/)[1]).toBe('10');
    expect(texts(/ACME/)).toEqual([
      ...['+9.28\u00a0%', '10', '10,000.00', '13,726.00'],
      ...['3,726.00 +37.26\u00a0%', '3,726.00 +37.26\u00a0%'],
    ]);
    expect(texts(/02345/)).toEqual([
      ...['', '10', '300.00', '397.40', '97.40 +32.47\u00a0%', 'no rate'],
    ]);
  });

  it('is added up in one currency with the day of the rate, once there is one', async () => {
    const rendered = await openTable({ columns: HELD_COLUMNS }, { watchlist: HELD });
    const { screen, main, desk } = rendered;
    desk.listDesk.show('table');
    const sums = screen.getByText('Held 13,726.00 USD · gain 3,726.00 USD');
    await expect.element(sums).toBeVisible();
    await expect.element(screen.getByText('no rate: HKD')).toBeVisible();
    await screen.getByRole('button', { name: 'Add the currency pairs to this list' }).click();
    await expect
      .poll(() => desk.watchlist.sections.at(-1)?.items.map(({ symbol }) => symbol))
      .toEqual(['FOREX:USDHKD']);
    main.publish.market.onQuotesChanged({
      revision: 2,
      quotes: [quoteOf('FOREX:USDHKD', { price: 8, state: 'closed' })],
      replaces: false,
    });
    await expect.element(screen.getByText('Held 13,775.68 USD · gain 3,738.18 USD')).toBeVisible();
    await expect.element(screen.getByText('USDHKD of 28 Mar 2024 · close')).toBeVisible();
  });
});
