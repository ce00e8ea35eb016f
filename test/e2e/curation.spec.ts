import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ical from 'ical.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  quitDesk,
  readLogs,
  removeFolder,
} from '../helpers/desk-app';
import { plainContent } from '../helpers/made-up-content';
import { eventually } from './eventually';
import { TODAY } from './made-up-desk';

let folder = '';
let userData = '';
let desk: LaunchedDesk;
let page: Page;

async function start(): Promise<void> {
  const args = ['--offline', '--locale', 'en', '--symbol', 'XNAS:INTC'];
  desk = await launchDesk({ userData, clock: TODAY, args });
  page = desk.page;
  await page.getByRole('feed').waitFor();
}

beforeAll(async () => {
  folder = await freshFolder();
  userData = join(folder, 'user-data');
  await start();
});
afterAll(async () => {
  await quitDesk(desk);
  await removeFolder(folder);
});

async function choose(menu: string, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

const entries = (title: string) => page.getByRole('feed').getByText(title);

describe('an edit', () => {
  it('stands after a restart, and can be undone then', async () => {
    await page.getByRole('button', { name: 'Add an announcement …' }).click();
    const form = page.getByRole('dialog', { name: 'Add an announcement' });
    await form.getByLabel('Title (English)').fill('A chip of my own');
    await form.getByRole('combobox', { name: 'Company' }).fill('Foo Chips');
    await form.getByLabel('Address 1').fill('https://example.com/a');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await entries('A chip of my own').waitFor();
    await quitDesk(desk);

    await start();
    await entries('A chip of my own').waitFor();
    await page.getByText('your entry').first().waitFor();
    await choose('More about announcements', 'Undo');
    await eventually(() => entries('A chip of my own').count()).toBe(0);
    await choose('More about announcements', 'Redo');
    await entries('A chip of my own').waitFor();
  });
});

describe('a pack', () => {
  it('is previewed, taken in, and undone as one step', async () => {
    const path = join(folder, 'pack.json');
    const announcements = ['One of a pack', 'Two of a pack'].map((title, index) => ({
      id: `pack-${index}`,
      ...plainContent({ company: 'Acme', date: TODAY.slice(0, 10), title: { en: title, zh: '' } }),
    }));
    const pack = { format: 'tapeout-announcements', version: 1, announcements };
    await writeFile(path, JSON.stringify(pack));
    await desk.app.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = () =>
          Promise.resolve({ canceled: false, filePaths: [...filePaths] });
      },
      [path],
    );
    await choose('More about announcements', 'Import announcements …');
    await page.getByRole('dialog').getByText('new: 2').waitFor();
    await page.getByRole('button', { name: 'Import 2 announcements' }).click();
    await entries('One of a pack').waitFor();
    await page.getByRole('button', { name: 'More about announcements' }).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await eventually(() => entries('One of a pack').count()).toBe(0);
    await entries('A chip of my own').waitFor();
  });

  it('leaves as a calendar that another parser reads', async () => {
    const filePath = join(folder, 'all.ics');
    await desk.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, filePath);
    await choose('More about announcements', 'Export announcements …');
    const dialog = page.getByRole('dialog', { name: 'Export announcements' });
    await dialog.getByLabel('Form').last().selectOption('icalendar');
    await dialog.getByLabel('Which').last().selectOption('all');
    await dialog.getByRole('button', { name: 'Save as …' }).click();
    await dialog.waitFor({ state: 'detached' });
    const text = await readFile(filePath, 'utf8');
    const events = new ical.Component(ical.parse(text) as unknown[]).getAllSubcomponents('vevent');
    expect(events.length).toBeGreaterThan(280);
    const summaries = events.map((event) => event.getFirstPropertyValue('summary'));
    expect(summaries).toContain('Foo Chips: A chip of my own');
  });

  it('leaves no entry in the log', () => {
    expect(readLogs(userData)).toBe('');
    expect(desk.complaints).toEqual([]);
  });
});
