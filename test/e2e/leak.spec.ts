import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  removeFolder,
} from '../helpers/desk-app';
import { chartOf } from './chart-pane';
import { TODAY, writeMadeUpDesk } from './made-up-desk';
import { type Growth, growth, openMetrics, type PageMetrics } from './page-metrics';

let folder = '';
let desk: LaunchedDesk;
let page: Page;
let metrics: () => Promise<PageMetrics>;

beforeAll(async () => {
  folder = await freshFolder();
  const bars = await writeMadeUpDesk(folder);
  const args = ['--bars-folder', bars, '--symbol', 'XNAS:GOOGL', '--locale', 'en'];
  desk = await launchDesk({ args, clock: TODAY });
  page = desk.page;
  await chartOf(page, 'Alphabet', 1000).waitFor();
  metrics = await openMetrics(page);
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(folder);
});

const COMPANIES = [
  ['NVDA', 'Nvidia'],
  ['MSFT', 'Microsoft'],
  ['GOOGL', 'Alphabet'],
] as const;

async function switchTickers(times: number, afterEach: () => Promise<void>): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    const [code, name] = COMPANIES[turn % COMPANIES.length] ?? COMPANIES[0];
    await page.getByRole('row', { name: new RegExp(`^${code}\\b`) }).click();
    await chartOf(page, name, 1000).waitFor();
    await afterEach();
  }
}

async function openAndClosePalette(): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill('tpu');
  await palette.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
}

const TURNS = 30;

/** What thirty turns may leave behind: caches that fill up, but nothing for each turn. */
const ALLOWED: Growth = { heapBytes: 1_500_000, nodes: TURNS - 1, listeners: TURNS - 1 };

/** A turn, thirty times; the first ones fill what is kept on purpose and do not count. */
async function measure(turns: (times: number) => Promise<void>): Promise<Growth> {
  await turns(6);
  const before = await metrics();
  await turns(TURNS);
  return growth(before, await metrics());
}

/** What grew by more than is allowed. */
function grownTooMuch(grown: Growth): (keyof Growth)[] {
  return (['heapBytes', 'nodes', 'listeners'] as const).filter(
    (kind) => grown[kind] > ALLOWED[kind],
  );
}

describe('the page', () => {
  it('holds no more after thirty charts and thirty searches', async () => {
    const grown = await measure((times) => switchTickers(times, openAndClosePalette));
    expect(grownTooMuch(grown), JSON.stringify(grown)).toEqual([]);
  });

  it('holds no more after thirty opened announcements', async () => {
    const grown = await measure(async (times) => {
      const entry = page.locator('[data-announcement]').first();
      for (let turn = 0; turn < times; turn += 1) {
        await entry.click();
        await page.getByRole('heading', { name: 'Sources' }).waitFor();
        await entry.click();
        await page.getByRole('heading', { name: 'Sources' }).waitFor({ state: 'detached' });
      }
    });
    expect(grownTooMuch(grown), JSON.stringify(grown)).toEqual([]);
  });

  it('would not pass if it leaked: a page that leaks on purpose does not', async () => {
    const grown = await measure((times) =>
      switchTickers(times, () =>
        page.evaluate(() => {
          const kept = ((window as unknown as Record<string, unknown[]>)['keptOnPurpose'] ??= []);
          const panel = document.createElement('div');
          panel.append(document.createElement('span'));
          const onResize = (): unknown => kept.length;
          window.addEventListener('resize', onResize);
          kept.push(
            panel,
            Array.from({ length: 10_000 }, (_, index) => ({ time: index })),
          );
        }),
      ),
    );
    expect(grownTooMuch(grown), JSON.stringify(grown)).toEqual(['heapBytes', 'nodes', 'listeners']);
  });
});
