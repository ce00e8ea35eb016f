import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, type LaunchedDesk, launchDesk } from '../helpers/desk-app';
import {
  announcements,
  catalogue,
  chips,
  companies,
  programmes,
} from '../helpers/announcement-set';
import { TODAY } from './made-up-desk';

let desk: LaunchedDesk;
let page: Page;

beforeAll(async () => {
  const args = ['--offline', '--locale', 'zh-CN', '--symbol', 'XNAS:GOOGL'];
  desk = await launchDesk({ args, clock: TODAY });
  page = desk.page;
  await page.locator('[data-announcement]').first().click();
  await page.getByRole('heading', { name: '来源' }).waitFor();
});
afterAll(() => closeDesk(desk));

/** Names are names in every language; everything else that the data set says, it says in Chinese. */
const NAMES = [
  ...catalogue.flatMap(({ name }) => [name.en, name.zh]),
  ...companies.flatMap(({ name }) => [name.en, name.zh]),
  ...[...programmes, ...chips].map(({ name }) => name.zh),
  ...announcements.flatMap(
    ({ label, process, foundry, isa, originalReporter, designPartners, sources }) => [
      label?.zh,
      process,
      foundry,
      isa,
      originalReporter,
      ...designPartners,
      ...sources.map(({ publisher }) => publisher),
    ],
  ),
  'TradingView Lightweight Charts',
]
  .filter((name): name is string => Boolean(name))
  .sort((one, other) => other.length - one.length);

/** Every text that the page shows or tells to a screen reader, but for what it marks as English. */
async function texts(): Promise<string[]> {
  const all = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    for (let node = walker.currentNode as Node | null; node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest('[lang="en"], script, style')) continue;
      if (node instanceof Text) found.push(node.data);
      if (!(node instanceof Element)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
        found.push(node.getAttribute(name) ?? '');
      }
    }
    return found;
  });
  return [...new Set(all.map((text) => text.replace(/\s+/g, ' ').trim()))].filter(Boolean);
}

/** Two English words side by side that are no name. */
function english(text: string): boolean {
  const rest = NAMES.reduce((left, name) => left.replaceAll(name, '·'), text);
  return /[A-Za-z]{2,}[,.;:]? [a-z]{2,}/.test(rest);
}

describe('the Chinese desk', () => {
  it('says so to the browser and to screen readers', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  it('has no English sentence left', async () => {
    expect((await texts()).filter(english)).toEqual([]);
  });

  it('has none in the panel under the chart, the search and the menus', async () => {
    await page.getByRole('tab', { name: '数据' }).click();
    await page.getByRole('row', { name: /^NVDA/ }).click({ button: 'right' });
    await page.getByRole('menu').waitFor();
    const withMenu = await texts();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    const withPalette = await texts();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '添加证券' }).click();
    await page.getByRole('combobox').fill('xyz');
    await page.getByRole('option').first().waitFor();
    const withSearch = await texts();
    await page.keyboard.press('Escape');
    expect([...withMenu, ...withPalette, ...withSearch].filter(english)).toEqual([]);
  });

  it('would be found to have one', () => {
    expect(english('Read this folder again')).toBe(true);
    expect(english('图表由 TradingView Lightweight Charts 提供')).toBe(false);
  });

  it('names its application menu in Chinese too', async () => {
    const labels = await desk.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label, submenu }) => [
        label,
        ...(submenu?.items ?? []).map((item) => item.label),
      ]),
    );
    expect(labels.length).toBeGreaterThan(3);
    expect(labels.filter(english)).toEqual([]);
  });
});
