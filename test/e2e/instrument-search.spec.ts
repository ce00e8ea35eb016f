import { join } from 'node:path';
import Database from 'libsql';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, type LaunchedDesk, launchDesk, quitDesk } from '../helpers/desk-app';
import { eventually } from './eventually';

/** Hong Kong trades, New York does not. */
const CLOCK = '2026-05-28T02:30:00Z';
const launch = { clock: CLOCK, args: ['--offline', '--locale', 'en'] };

let desk: LaunchedDesk;
let page: Page;

beforeAll(async () => {
  desk = await launchDesk(launch);
  page = desk.page;
}, 120_000);
afterAll(() => closeDesk(desk));

const row = (code: string) => page.getByRole('row', { name: new RegExp(`^${code}\\b`) });
const choices = () => page.getByRole('listbox').getByRole('option').allTextContents();

async function write(text: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Instrument to add' }).fill(text);
}

describe('a spelling, with no network at all', () => {
  it('adds an instrument that the catalogue does not have, with its currency and venue', async () => {
    await page.getByRole('button', { name: 'Add an instrument', exact: true }).click();
    await write('hk00005');
    await eventually(choices).toEqual([expect.stringMatching(/00005.*Hong Kong · HKD · share/)]);
    await page.keyboard.press('Enter');
    await eventually(() => row('00005').textContent()).toMatch(/HKEX\s+HKD/);
  });

  it('asks where a number is of several markets, and takes the one that is chosen', async () => {
    await write('7203');
    await eventually(choices).toEqual([
      expect.stringMatching(/7203.*Hong Kong · HKD/),
      expect.stringMatching(/7203.*Tokyo · JPY · share/),
      expect.stringMatching(/7203.*Taipei · TWD/),
      expect.stringMatching(/7203.*Taipei OTC · TWD/),
      expect.stringMatching(/Add 7203/),
    ]);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('option', { selected: true }).count()).toBe(0);
    await page.getByRole('option', { name: /Tokyo/ }).click();
    await eventually(() => row('7203').textContent()).toMatch(/Tokyo\s+JPY/);
  });

  it('is charted from the search for everything, and said to be in its own session', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('NESN.SW');
    await eventually(choices).toEqual([expect.stringMatching(/NESN.*Zurich · CHF/)]);
    await page.keyboard.press('Enter');
    await eventually(() => page.getByRole('heading', { level: 1 }).textContent()).toMatch(/NESN/);
    await eventually(() => page.getByRole('contentinfo').textContent()).toMatch(
      /Zurich · .*opens Thu.*09:00/,
    );
  });

  it('is known after the next start', async () => {
    await quitDesk(desk);
    const database = new Database(join(desk.userData, 'user.db'), { readonly: true });
    const lines = database.prepare('SELECT id, json FROM learned_instrument ORDER BY id').all() as {
      id: string;
      json: string;
    }[];
    database.close();
    const facts = lines.map(({ id, json }) => {
      const { currency, kind } = JSON.parse(json) as { currency: string; kind: string };
      return `${id} ${currency} ${kind}`;
    });
    expect(facts).toEqual(['XHKG:00005 HKD share', 'XSWX:NESN CHF unknown', 'XTKS:7203 JPY share']);
    desk = await launchDesk({ ...launch, userData: desk.userData });
    page = desk.page;
    await eventually(() => row('00005').textContent()).toMatch(/HKEX\s+HKD/);
  });
});
