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
import { eventually } from './eventually';
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

/**
 * A card and its neighbours, closed at some turn, may stay held for good, once and not again; a row or a
 * card for each of the ninety turns between the two measurements would be ten times as many.
 */
const HELD_ONCE_NODES = 800;

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

  it('holds no card and no row for each of many opened announcements', async () => {
    const entries = page.locator('[data-announcement]');
    const sources = page.getByRole('heading', { name: 'Sources' });
    const settled = await entries.count();
    /** The least that the page holds: what it lets go of a little later does not count. */
    const least = async (readings: number): Promise<PageMetrics> => {
      const read: PageMetrics[] = [];
      for (let reading = 0; reading < readings; reading += 1) {
        for (let turn = 0; turn < 5; turn += 1) {
          await entries.first().click();
          await sources.waitFor();
          await entries.first().click();
          await sources.waitFor({ state: 'detached' });
          // The virtual list fills the room of the card with rows only after it has closed.
          await eventually(() => entries.count()).toBe(settled);
        }
        read.push(await metrics());
      }
      const leastOf = (kind: keyof PageMetrics): number =>
        Math.min(...read.map((each) => each[kind]));
      return {
        heapBytes: leastOf('heapBytes'),
        nodes: leastOf('nodes'),
        listeners: leastOf('listeners'),
      };
    };
    const before = await least(6);
    await least(12);
    const grown = growth(before, await least(6));
    const nodes = grown.nodes - HELD_ONCE_NODES;
    expect(grownTooMuch({ ...grown, nodes }), JSON.stringify(grown)).toEqual([]);
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
