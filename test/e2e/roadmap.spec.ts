import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announcements, chips, companies, programmes } from '../helpers/announcement-set';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  readLogs,
  removeFolder,
} from '../helpers/desk-app';
import { decodePng } from '../helpers/png-image';
import { eventually } from './eventually';
import { TODAY } from './made-up-desk';

let folder = '';
let desk: LaunchedDesk;
let page: Page;

beforeAll(async () => {
  folder = await freshFolder();
  const args = ['--offline', '--locale', 'en', '--symbol', 'XNAS:GOOGL'];
  desk = await launchDesk({ args, clock: TODAY, size: { width: 1440, height: 900 } });
  page = desk.page;
  await page.locator('[data-announcement]').first().waitFor();
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(folder);
});

const dialog = (): Locator => page.getByRole('dialog', { name: 'Chips in the record' });
const list = (): Locator => dialog().getByRole('listbox');
const place = async (): Promise<string> =>
  (await dialog().getByRole('option').textContent())?.trim() ?? '';

/** Answers the system's dialog, which no test can see. */
async function answerDialog(filePath: string): Promise<void> {
  await desk.app.evaluate(({ dialog: system }, path) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path });
  }, filePath);
}

async function saveAs(name: string, button: string): Promise<Buffer> {
  const path = join(folder, name);
  await answerDialog(path);
  await dialog().getByRole('button', { name: button }).click();
  await dialog().getByText('Saved.').waitFor();
  return readFile(path);
}

const ofChips = announcements.filter(({ kind }) => kind !== 'context');
/** Companies with a programme that some news of a chip names. */
const builders = companies.filter(({ id }) =>
  programmes.some(
    (programme) =>
      programme.company === id && ofChips.some((it) => it.programmes.includes(programme.id)),
  ),
);

describe('the roadmap', () => {
  it('opens by its keys, with the keyboard in it, and closes with Escape', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+m');
    await list().waitFor();
    await eventually(() => list().evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('opens from the head of the timeline and from the search', async () => {
    await page.getByRole('button', { name: 'Roadmap and table of all chips' }).click();
    await list().waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await page.keyboard.press('ControlOrMeta+k');
    // Loaded with its first use; what is typed before would go to the button that has the focus.
    const search = page.getByRole('dialog').getByRole('combobox');
    await search.waitFor();
    await search.fill('roadmap of all');
    await page.keyboard.press('Enter');
    await list().waitFor();
  });

  it('is zoomed by the wheel and travelled by keys', async () => {
    const before = await list().screenshot();
    const box = await list().boundingBox();
    if (!box) throw new Error('the roadmap has no place');
    await page.mouse.move(box.x + box.width / 2, box.y + 10);
    await page.mouse.wheel(0, -400);
    await eventually(async () => before.equals(await list().screenshot())).toBe(false);
    await list().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await eventually(place).toMatch(/XuanTie 910.*: Alibaba.* 1 \/ 1$/);
    const chip = await place();
    await page.keyboard.press('ArrowDown');
    await eventually(place).not.toBe(chip);
  });

  it('is saved as a drawing with every company and every chip', async () => {
    const svg = (await saveAs('roadmap.svg', 'Save as SVG')).toString('utf8');
    // A reader of its own, which takes nothing that is no XML.
    const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false } });
    expect(width).toBe(1640);
    expect(height).toBeGreaterThan(26 * chips.length);
    expect(svg).not.toMatch(/<(script|foreignObject|image|use|a|style)\b|\bon\w+=|href=/);
    const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
      text.replaceAll('&amp;', '&').replaceAll('&apos;', "'"),
    );
    const shown = new Set(texts);
    expect(builders.map(({ name }) => name.en).filter((name) => !shown.has(name))).toEqual([]);
    expect(chips.map(({ name }) => name.en).filter((name) => !shown.has(name))).toEqual([]);
    expect(texts).toContain('Made with Tapeout on 20 Nov 2026');
    expect(texts.find((text) => text.startsWith('Sources'))).toContain('Reuters');
    expect(await readdir(folder)).toEqual(['roadmap.svg']);
  });

  it('is saved as a picture', async () => {
    const png = decodePng(await saveAs('roadmap.png', 'Save as PNG'));
    const ratio = png.width / 1640;
    expect(ratio).toBeGreaterThan(1);
    expect(png.height / ratio).toBeGreaterThan(26 * chips.length);
  });

  it('keeps quiet and writes nothing where the dialog is closed', async () => {
    await answerDialog('');
    await dialog().getByRole('button', { name: 'Save as SVG' }).click();
    await eventually(() => dialog().locator('footer [role="status"]').textContent()).toBe('');
    expect((await readdir(folder)).sort()).toEqual(['roadmap.png', 'roadmap.svg']);
  });
});

describe('the table', () => {
  it('is sorted by a click', async () => {
    await dialog().getByText('Table', { exact: true }).click();
    const heading = dialog().getByRole('columnheader', { name: 'Stage reached' });
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    expect(await dialog().locator('td.stage').first().textContent()).toContain('planned');
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
  });

  it('is copied as CSV that another program reads, a row for each chip', async () => {
    await dialog().getByRole('button', { name: 'Copy as CSV' }).click();
    await dialog()
      .getByText(/rows are copied/)
      .waitFor();
    const text = await desk.app.evaluate(async ({ clipboard }) => await clipboard.readText());
    const { data, errors } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    const named = new Set(data.map(({ Chip }) => Chip));
    expect(chips.map(({ name }) => name.en).filter((name) => !named.has(name))).toEqual([]);
    for (const { Date: date, Sources } of data) {
      expect(date).toMatch(/^\d{4}(-\d\d(-\d\d)?|-Q[1-4])?$/);
      expect(Number(Sources)).toBeGreaterThan(0);
    }
  });

  it('opens the newest announcement of a chip on the desk', async () => {
    await dialog().getByRole('searchbox').fill('graviton5');
    await dialog()
      .getByRole('button', { name: /Amazon Graviton Graviton5$/ })
      .click();
    await dialog().waitFor({ state: 'detached' });
    await page.locator('[data-announcement][aria-expanded="true"]').waitFor();
    await page.getByRole('heading', { name: 'Sources' }).waitFor();
  });
});

it('nothing was complained about', () => {
  expect(desk.complaints).toEqual([]);
  expect(readLogs(desk.userData)).toBe('');
});
