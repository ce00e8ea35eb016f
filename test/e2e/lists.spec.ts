import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Watchlist } from '../../src/shared/domain/watchlist/watchlist';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  quitDesk,
  removeFolder,
} from '../helpers/desk-app';
import { eventually } from './eventually';
import { TODAY } from './made-up-desk';

const ARGS = ['--offline', '--locale', 'en', '--symbol', 'XNAS:GOOGL'];
const LONG = 5000;

let userData = '';
let desk: LaunchedDesk | undefined;
let page: Page;

beforeAll(async () => {
  userData = await freshFolder();
  await start();
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(userData);
});

async function start(): Promise<void> {
  const size = { width: 1440, height: 900 };
  desk = await launchDesk({ args: ARGS, clock: TODAY, userData, size });
  page = desk.page;
  await row(/GOOGL/).waitFor();
}

async function restart(): Promise<void> {
  if (desk) await quitDesk(desk);
  await start();
}

const row = (name: RegExp): Locator => page.getByRole('row', { name }).first();
const tab = (name: string): Locator => page.getByRole('tab', { name });
const grid = (): Locator => page.getByRole('treegrid').first();

/** The lists as main tells them. */
async function lists(): Promise<readonly Watchlist[]> {
  return page.evaluate(async () => {
    const answer = await window.api.app.getSnapshot();
    if (!answer.ok) throw new Error('main gave no snapshot');
    return answer.value.watchlist.watchlists.lists;
  });
}

const symbolsOf = async (list: number): Promise<string[][]> =>
  (await lists())[list]?.sections.map(({ items }) => items.map(({ symbol }) => symbol)) ?? [];

async function drag(from: Locator, to: Locator, at: { x: number; y: number }): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag');
  await page.mouse.move(start.x + 60, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 60, start.y + start.height / 2 + 12, { steps: 3 });
  await page.mouse.move(end.x + at.x, end.y + at.y, { steps: 8 });
  await page.mouse.up();
}

describe('several lists', () => {
  it('are made, filled by the search, and stand after a restart as they stood', async () => {
    await page.getByRole('button', { name: 'New list' }).click();
    await page.getByRole('textbox', { name: 'Name of the list' }).fill('Foundries');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing on the list').waitFor();
    await page.getByRole('button', { name: 'Add an instrument' }).last().click();
    const search = page.getByRole('combobox', { name: 'Instrument to add' });
    // The first one is quoted in two places: it asks which one is meant.
    const written = [
      ['台积电', 'ArrowDown'],
      ['zhipu', null],
      ['nvidia', null],
    ] as const;
    for (const [text, key] of written) {
      await search.fill(text);
      await page.getByRole('option').first().waitFor();
      if (key) await search.press(key);
      await search.press('Enter');
      await eventually(() => search.inputValue()).toBe('');
    }
    expect(await symbolsOf(1)).toEqual([['XNYS:TSM', 'XHKG:02513', 'XNAS:NVDA']]);
    await search.press('Escape');
    if (desk) await quitDesk(desk);
    desk = await launchDesk({ args: ARGS, clock: TODAY, userData });
    page = desk.page;
    await row(/TSM/).waitFor();
    await eventually(() => tab('Foundries').getAttribute('aria-selected')).toBe('true');
    await tab('The chip race').click();
    await row(/GOOGL/).waitFor();
  });

  it('take what is dragged onto their tabs, several at once', async () => {
    await row(/AMZN/).click();
    await row(/AAPL/).click({ modifiers: ['ControlOrMeta'] });
    await page.getByText('2 marked').waitFor();
    await drag(row(/AMZN/), tab('Foundries'), { x: 20, y: 10 });
    await eventually(async () => (await symbolsOf(1))[0]?.slice(-2)).toEqual([
      'XNAS:AMZN',
      'XNAS:AAPL',
    ]);
    expect((await symbolsOf(0))[0]?.slice(0, 2)).toEqual(['XNAS:GOOGL', 'XNAS:MSFT']);
  });

  it('keep what can be taken back over a restart', async () => {
    await restart();
    await page.keyboard.press('ControlOrMeta+z');
    await page.getByText('Undone: move 2 instruments').waitFor();
    await eventually(async () => (await symbolsOf(0))[0]?.slice(0, 3)).toEqual([
      ...['XNAS:GOOGL', 'XNAS:AMZN', 'XNAS:AAPL'],
    ]);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await page.getByText('Done again: move 2 instruments').waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await eventually(async () => (await symbolsOf(0))[0]?.[1]).toBe('XNAS:AMZN');
  });

  it('let instruments be dragged from one section to another', async () => {
    await drag(row(/02513/), row(/MSFT/), { x: 60, y: 4 });
    await eventually(async () => (await symbolsOf(0))[0]?.slice(2, 5)).toEqual([
      ...['XNAS:AAPL', 'XHKG:02513', 'XNAS:MSFT'],
    ]);
    await page.keyboard.press('ControlOrMeta+z');
    await eventually(async () => (await symbolsOf(0))[1]?.[0]).toBe('XHKG:02513');
  });
});

describe('what is pasted', () => {
  it('is shown as it was understood before anything is taken', async () => {
    await row(/GOOGL/).click();
    await grid().evaluate((element) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'NVDA, 2513.HK 台积电');
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true });
      element.querySelector('[role="row"][tabindex="0"]')?.dispatchEvent(paste);
    });
    const preview = page.getByRole('dialog');
    await preview.waitFor();
    for (const name of ['NVDA', '02513', '台积电']) await preview.getByText(name).first().waitFor();
    await page.keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });
  });
});

describe('the views of a list', () => {
  it('are a table of the chosen columns, with simulated prices marked on every line', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+l');
    const table = page.getByRole('dialog');
    await table.getByRole('columnheader', { name: 'Change %' }).waitFor();
    const heading = table.getByRole('columnheader', { name: 'Change %' });
    await heading.getByRole('button').click();
    await eventually(() => heading.getAttribute('aria-sort')).toBe('descending');
    const lines = table.locator('[data-key^="item-"]');
    const unmarked = async () =>
      (await lines.allTextContents()).filter((text) => !text.includes('SIM'));
    await eventually(unmarked).toEqual([]);
    expect(await lines.count()).toBeGreaterThan(10);
    const change = lines.first().locator('[data-column="changePercent"]');
    expect(await change.textContent()).toMatch(/^\s*\+\d.*%\s*$/);
    const ranges = table.getByRole('img', { name: /52|since/ });
    await ranges.first().waitFor();
    await heading.getByRole('button').click();
    await heading.getByRole('button').click();
    await page.keyboard.press('Escape');
    await table.waitFor({ state: 'detached' });
  });

  it('are a map that charts what is chosen by keys', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+h');
    const map = page.getByRole('listbox', { name: /^Heat map/ });
    await map.waitFor();
    await eventually(() => map.getByRole('option').count()).toBeGreaterThan(20);
    const amd = map.getByRole('option', { name: /^AMD, [−+].*%, simulated/ });
    await amd.focus();
    await amd.press('Enter');
    await map.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: /AMD/ }).first().waitFor();
  });
});

describe('a list of five thousand', () => {
  it('is scrolled, travelled and changed as a short one is', async () => {
    await page.evaluate(async (length) => {
      const made = await window.api.watchlist.addList({ name: 'Long', position: 99 });
      if (!made.ok || !made.value.ok) throw new Error('no list');
      const [listId = 0] = made.value.added;
      const section = await window.api.watchlist.addSection({ listId, name: 'All', position: 0 });
      if (!section.ok || !section.value.ok) throw new Error('no section');
      const [sectionId = 0] = section.value.added;
      const symbols = Array.from({ length }, (_, index) => `XNAS:T${index + 10_000}`);
      await window.api.watchlist.addItems({ sectionId, symbols, position: 0 });
    }, LONG);
    await row(/T10000/).waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(80);
    expect(await grid().getAttribute('aria-rowcount')).toBe(String(LONG + 1));
    await row(/T10000/).click();
    await page.keyboard.press('End');
    await row(/T14999/).waitFor();
    await page.keyboard.press('Delete');
    await eventually(async () => (await symbolsOf(2))[0]?.length).toBe(LONG - 1);
    await page.keyboard.press('ControlOrMeta+z');
    await eventually(async () => (await symbolsOf(2))[0]?.at(-1)).toBe('XNAS:T14999');
    await page.keyboard.press('ControlOrMeta+Shift+h');
    const map = page.getByRole('listbox', { name: /^Heat map/ });
    await eventually(() => map.getByRole('option').count()).toBe(LONG);
    await page.keyboard.press('Escape');
    await map.waitFor({ state: 'detached' });
  });

  it('complained of nothing', () => {
    expect(desk?.complaints).toEqual([]);
  });
});
