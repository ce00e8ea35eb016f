import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  readLogs,
  removeFolder,
  resizeWindow,
} from '../helpers/desk-app';
import { colourAt, countColour, decodePng } from '../helpers/png-image';
import { eventually } from './eventually';
import {
  chartOf as findChart,
  chartPane,
  dateAt,
  findCard,
  findSession,
  nextFrames,
  plotBox,
} from './chart-pane';
import { TODAY, writeMadeUpDesk } from './made-up-desk';

const TPU = 'Google reveals the Tensor Processing Unit at I/O 2016';
const TPU_DATE = '2016-05-18';
/** The line of the selected session lets a tenth of what is behind it through. */
const LINE_TOLERANCE = 32;
const SIZE = { width: 1440, height: 900 };

let folder = '';
let desk: LaunchedDesk;
let page: Page;

beforeAll(async () => {
  folder = await freshFolder();
  const bars = await writeMadeUpDesk(folder);
  const args = [
    '--bars-folder',
    bars,
    '--symbol',
    'XNAS:GOOGL',
    '--locale',
    'en',
    '--theme',
    'dark',
  ];
  desk = await launchDesk({ args, clock: TODAY, size: SIZE });
  page = desk.page;
  await chartOf('Alphabet').waitFor();
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(folder);
});

const row = (code: string): Locator => page.getByRole('row', { name: new RegExp(`^${code}\\b`) });
const entry = (title: string): Locator => page.getByRole('article', { name: title });
const chartOf = (name: string): Locator => findChart(page, name, 1000);

/** The announcements under the chart; the list has the charted company's only. */
const listed = (title: string): Locator =>
  page.getByRole('tabpanel').getByRole('button', { name: title });

async function chart(code: string, name: string): Promise<void> {
  await row(code).click();
  await chartOf(name).waitFor();
}

/** The focused entry of the timeline: its place, how many there are, whether it is open. */
const focusedEntry = (): Promise<(string | null | undefined)[]> =>
  page.evaluate(() => {
    const article = document.activeElement?.closest('article');
    const [place, of] = ['aria-posinset', 'aria-setsize'].map((name) =>
      article?.getAttribute(name),
    );
    return [place, of, document.activeElement?.getAttribute('aria-expanded')];
  });

describe('a fresh desk', () => {
  it('keeps the focus on the timeline at a jump to what was never in view', async () => {
    await page.locator('[data-announcement]').first().focus();
    const all = (await focusedEntry())[1];
    await page.keyboard.press('End');
    await eventually(focusedEntry).toEqual([all, all, 'false']);
    await page.keyboard.press('Home');
    await eventually(focusedEntry).toEqual(['1', all, 'false']);
  });
});

describe('choosing a ticker', () => {
  it('changes the chart, its header and the mark in the list', async () => {
    await chart('NVDA', 'Nvidia');
    const region = chartPane(page);
    await eventually(() => region.getByRole('heading', { level: 1 }).textContent()).toContain(
      'NVDA',
    );
    expect(await region.textContent()).toContain('2,099.00');
    expect(await row('NVDA').getAttribute('aria-selected')).toBe('true');
    expect(await row('GOOGL').getAttribute('aria-selected')).toBe('false');
  });

  it('shows the last bar with its date where the pointer is nowhere', async () => {
    await page.mouse.move(5, 5);
    await eventually(() => chartPane(page).locator('.legend').textContent()).toMatch(
      /31 Oct 2017.*2,099\.00/,
    );
  });

  it('says so where there are no bars, and what can be done', async () => {
    await row('TSM').click();
    const empty = chartPane(page).getByRole('status');
    await eventually(() => empty.textContent()).toContain('No bars of TSMC');
    expect(await empty.getByRole('button').count()).toBe(2);
  });

  it('is remembered as the charted one', async () => {
    await chart('MSFT', 'Microsoft');
    const charted = await page.evaluate(async () => {
      const answer = await window.api.app.getSnapshot();
      return answer.ok ? answer.value.settings.charted : null;
    });
    expect(charted).toBe('XNAS:MSFT');
  });
});

describe('an announcement', () => {
  beforeEach(() => chart('GOOGL', 'Alphabet'));

  it('brings the chart to its session when it is chosen', async () => {
    await chartPane(page).getByRole('button', { name: 'Show 1M' }).click();
    await listed(TPU).click();
    await eventually(() => entry(TPU).textContent()).toContain('session of 18 May 2016');
    const x = await findSession(page, TPU_DATE);
    const { left, right } = await plotBox(page);
    expect(x).toBeGreaterThan(left + (right - left) * 0.1);
    expect(x).toBeLessThan(left + (right - left) * 0.9);
  });

  it('is marked on its own session and on no other', async () => {
    await listed(TPU).click();
    await eventually(() => entry(TPU).textContent()).toContain('session of 18 May 2016');
    const x = await findSession(page, TPU_DATE);
    await page.mouse.move(5, 5);
    await nextFrames(page);
    const { top, bottom } = await plotBox(page);
    const accent = await accentColour();
    const pixelsAt = async (at: number): Promise<number> => {
      const clip = { x: Math.round(at) - 3, y: top, width: 7, height: (bottom - top) * 0.75 };
      return countColour(decodePng(await page.screenshot({ clip })), accent, LINE_TOLERANCE);
    };
    // A dashed line from top to bottom on the session, none two sessions beside it.
    expect(await pixelsAt(x)).toBeGreaterThan(20);
    expect(await pixelsAt(x + 24)).toBe(0);
    expect(await pixelsAt(x - 24)).toBe(0);
  });

  it('shows its card when the pointer is on its glyph', async () => {
    await listed(TPU).click();
    const x = await findSession(page, TPU_DATE);
    const y = await findCard(page, x);
    expect(y).not.toBeNull();
    const card = page.getByRole('tooltip');
    expect(await card.textContent()).toContain(TPU);
    expect(await card.textContent()).toContain('18 May 2016');
    expect(await dateAt(page, x, y ?? 0)).toBe(TPU_DATE);
    await page.mouse.move(5, 5);
    await card.waitFor({ state: 'detached' });
  });

  it('is selected in the timeline by a click on its glyph', async () => {
    await listed(TPU).click();
    const x = await findSession(page, TPU_DATE);
    await page.keyboard.press('Escape');
    await entry(TPU).getByRole('button').first().click();
    await entry(TPU).getByRole('button', { expanded: false }).first().waitFor();
    const y = await findCard(page, x);
    await page.mouse.click(x, y ?? 0);
    await entry(TPU).getByRole('button', { expanded: true }).waitFor();
    // Its card stays on the chart until it is closed.
    await chartPane(page).getByRole('button', { name: 'Close the card' }).click();
  });

  it('of a later day than the last bar is marked nowhere', async () => {
    const title = 'First Axion instances, C4A, reach general availability';
    await listed(title).click();
    await eventually(() => entry(title).textContent()).toContain(
      'After the last bar of GOOGL, 31 Oct 2017',
    );
    await page.mouse.move(5, 5);
    await nextFrames(page);
    const { left, right, top, bottom } = await plotBox(page);
    const clip = { x: left, y: top, width: right - left, height: (bottom - top) * 0.75 };
    const picture = decodePng(await page.screenshot({ clip }));
    expect(countColour(picture, await accentColour(), LINE_TOLERANCE)).toBe(0);
  });

  it('opens with what is known about it and its sources', async () => {
    await listed(TPU).click();
    const card = entry(TPU);
    await card.getByRole('heading', { name: 'Sources' }).waitFor();
    expect(await card.getByTitle(/^Open .+ at .+ in the browser$/).count()).toBeGreaterThan(0);
    expect(await card.getByRole('button', { name: /Alphabet/ }).count()).toBeGreaterThan(0);
  });

  it('is found by its filter', async () => {
    await page.getByRole('checkbox', { name: /^CPU/ }).check({ force: true });
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await eventually(() => timeline.textContent()).toMatch(/Timeline\s*\d+ of \d+/);
    await page.getByRole('button', { name: 'Clear all' }).click();
  });
});

async function accentColour(): Promise<string> {
  return page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--accent').trim(),
  );
}

describe('the keyboard', () => {
  beforeEach(() => chart('GOOGL', 'Alphabet'));

  it('walks the watchlist and charts with Enter', async () => {
    await row('GOOGL').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await chartOf('Microsoft').waitFor();
  });

  it('walks the timeline, opens with Enter and closes with Escape', async () => {
    await page.locator('[data-announcement]').first().focus();
    const all = (await focusedEntry())[1];
    await page.keyboard.press('Home');
    await eventually(focusedEntry).toEqual(['1', all, 'false']);
    await page.keyboard.press('End');
    await eventually(focusedEntry).toEqual([all, all, 'false']);
    await page.keyboard.press('Enter');
    await eventually(focusedEntry).toEqual([all, all, 'true']);
    await page.keyboard.press('Escape');
    await eventually(focusedEntry).toEqual([all, all, 'false']);
    await page.keyboard.press('Home');
    await eventually(focusedEntry).toEqual(['1', all, 'false']);
  });

  it('moves a splitter', async () => {
    const splitter = page.getByRole('separator', { name: 'Resize the watchlist' });
    const before = Number(await splitter.getAttribute('aria-valuenow'));
    await splitter.focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => splitter.getAttribute('aria-valuenow')).toBe(String(before + 16));
    await page.keyboard.press('ArrowLeft');
    await eventually(() => splitter.getAttribute('aria-valuenow')).toBe(String(before));
  });

  it('is always seen where it is', async () => {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { boxShadow, outlineStyle } = getComputedStyle(document.activeElement ?? document.body);
      return `${boxShadow} ${outlineStyle}`;
    });
    expect(outline).not.toBe('none none');
  });
});

describe('the palette', () => {
  beforeEach(() => chart('GOOGL', 'Alphabet'));
  const palette = (): Locator => page.getByRole('dialog');

  it('takes what is written right behind its key, the first time too', async () => {
    await chartPane(page).getByRole('button', { name: '1 week', exact: true }).focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('nvda');
    await eventually(() => palette().getByRole('combobox').inputValue()).toBe('nvda');
    await page.keyboard.press('Escape');
    await palette().waitFor({ state: 'detached' });
  });

  it('opens with Ctrl+K and closes with Escape', async () => {
    await page.keyboard.press('Control+k');
    await palette().waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe(
      'combobox',
    );
    await page.keyboard.press('Escape');
    await palette().waitFor({ state: 'detached' });
  });

  it('charts an instrument', async () => {
    await page.keyboard.press('Control+k');
    await palette().getByRole('combobox').fill('nvda');
    await eventually(() =>
      palette().getByRole('option', { selected: true }).textContent(),
    ).toContain('Nvidia');
    await page.keyboard.press('Enter');
    await chartOf('Nvidia').waitFor();
    await palette().waitFor({ state: 'detached' });
  });

  it('finds an announcement by its Chinese title too', async () => {
    await page.keyboard.press('Control+k');
    await palette().getByRole('combobox').fill('谷歌');
    await eventually(() => palette().getByRole('option').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
  });

  it('says so where nothing is found', async () => {
    await page.keyboard.press('Control+k');
    await palette().getByRole('combobox').fill('zzzzqqqq');
    await palette().getByText('Nothing found').waitFor();
    await page.keyboard.press('Escape');
  });
});

/** The corner of the chart, as it is painted. */
async function chartColour(): Promise<string> {
  return colourAt(decodePng(await page.locator('canvas').first().screenshot()), 1, 1);
}

describe('theme and language', () => {
  const attribute = (name: 'data-theme' | 'lang'): Promise<string | null> =>
    page.locator('html').getAttribute(name);

  it('change the colours at once, and back', async () => {
    expect(await attribute('data-theme')).toBe('dark');
    await page.getByRole('button', { name: 'Switch to the light theme' }).click();
    await eventually(() => attribute('data-theme')).toBe('light');
    await eventually(backgroundOf).toBe('rgb(255, 255, 255)');
    await eventually(chartColour).toBe('#ffffff');
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
    await eventually(() => attribute('data-theme')).toBe('dark');
    await eventually(backgroundOf).toBe('rgb(17, 21, 28)');
    await eventually(chartColour).toBe('#11151c');
  });

  it('change every text at once, and back', async () => {
    await page.getByRole('button', { name: 'Switch to Chinese' }).click();
    await eventually(() => attribute('lang')).toBe('zh-CN');
    await page.getByRole('heading', { name: '自选股' }).waitFor();
    await page.getByRole('heading', { name: '时间线' }).waitFor();
    expect(await page.getByRole('contentinfo').textContent()).toContain('不构成投资建议');
    expect(await chartPane(page).textContent()).toContain('今年');
    await page.getByRole('button', { name: '切换到英文' }).click();
    await eventually(() => attribute('lang')).toBe('en');
    await page.getByRole('heading', { name: 'Watchlist' }).waitFor();
  });

  /** The pane of the chart, --pane of the design tokens. */
  const backgroundOf = (): Promise<string> =>
    chartPane(page).evaluate((node) => getComputedStyle(node).backgroundColor);
});

describe('a narrow window', () => {
  const pane = (name: string): Locator => page.getByRole('region', { name, exact: true });
  const toggle = (name: string): Locator =>
    page.getByRole('banner').getByRole('button', { name, exact: true });

  it('of 1000 pixels folds the timeline into a drawer', async () => {
    await resizeWindow(desk.app, { width: 1000, height: 800 });
    await pane('Timeline').waitFor({ state: 'detached' });
    expect(await pane('Watchlist').count()).toBe(1);
    await toggle('Timeline').click();
    await pane('Timeline').waitFor();
    expect(await cutOff()).toEqual([]);
    await toggle('Timeline').click();
    await pane('Timeline').waitFor({ state: 'detached' });
  });

  it('of 760 pixels folds the watchlist too', async () => {
    await resizeWindow(desk.app, { width: 760, height: 800 });
    await pane('Watchlist').waitFor({ state: 'detached' });
    await toggle('Watchlist').click();
    await row('NVDA').click();
    await chartOf('Nvidia').waitFor();
    expect(await cutOff()).toEqual([]);
  });

  it('gives the panes back when it grows', async () => {
    await resizeWindow(desk.app, SIZE);
    await pane('Watchlist').waitFor();
    await pane('Timeline').waitFor();
  });

  /** What of the frame reaches over the right edge of the window. */
  const cutOff = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('header, main, section, footer, header button')]
        .filter((node) => node.getBoundingClientRect().right > window.innerWidth + 0.5)
        .map((node) => node.textContent.slice(0, 40)),
    );
});

describe('all of this', () => {
  it('left nothing in the console and nothing in the log', () => {
    expect(desk.complaints).toEqual([]);
    expect(readLogs(desk.userData)).toBe('');
  });
});
