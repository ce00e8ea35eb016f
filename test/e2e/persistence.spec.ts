import { join } from 'node:path';
import Database from 'libsql';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Watchlist } from '../../src/shared/domain/watchlist/watchlist';
import {
  freshFolder,
  killDesk,
  type LaunchedDesk,
  launchDesk,
  quitDesk,
  readLogs,
  removeFolder,
} from '../helpers/desk-app';
import { chartOf } from './chart-pane';
import { eventually } from './eventually';
import { TODAY, writeMadeUpDesk } from './made-up-desk';
import { runTapeout, startTapeout, stopTapeout } from './run-tapeout';

let folder = '';
let userData = '';
let desk: LaunchedDesk | null = null;

beforeEach(async () => {
  folder = await freshFolder();
  userData = join(folder, 'user-data');
});
afterEach(async () => {
  await quit();
  await removeFolder(folder);
});

async function start(...args: string[]): Promise<Page> {
  desk = await launchDesk({ userData, clock: TODAY, args: ['--locale', 'en', ...args] });
  return desk.page;
}

async function quit(): Promise<void> {
  const running = desk;
  desk = null;
  if (running) await quitDesk(running);
}

async function kill(): Promise<void> {
  if (!desk) throw new Error('nothing runs');
  await killDesk(desk.app);
  desk = null;
}

/** The watchlist as main tells it. */
function watchlistOf(page: Page): Promise<Watchlist | undefined> {
  return page.evaluate(async () => {
    const answer = await window.api.app.getSnapshot();
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value.watchlist.watchlists.lists[0];
  });
}

/** Sections with their symbols, in the order of the list. */
const shapeOf = (list: Watchlist | undefined): [string | null, string[]][] =>
  (list?.sections ?? []).map(({ name, items }) => [name, items.map(({ symbol }) => symbol)]);

function integrityOf(file: string): unknown {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare('PRAGMA integrity_check').all();
  } finally {
    database.close();
  }
}

describe('an edit of the watchlist', () => {
  it('survives a kill right after it was acknowledged, again and again', async () => {
    let before = shapeOf(await watchlistOf(await start('--offline')));
    await kill();
    for (const name of ['First', 'Second', 'Third']) {
      const page = await start('--offline');
      expect(shapeOf(await watchlistOf(page))).toEqual(before);
      const acknowledged = await page.evaluate(async (sectionName) => {
        const { watchlist } = window.api;
        const added = await watchlist.addSection({ listId: 1, name: sectionName, position: 0 });
        if (!added.ok || !added.value.ok) throw new Error('no section was added');
        const sectionId = added.value.added[0] ?? 0;
        const item = await watchlist.addItems({ sectionId, symbols: ['XNAS:COST'], position: 0 });
        if (!item.ok || !item.value.ok) throw new Error('no instrument was added');
        const moved = await watchlist.moveSection({ sectionId, listId: 1, position: 1 });
        if (!moved.ok || !moved.value.ok) throw new Error('the section was not moved');
        return moved.value.now.watchlists.lists[0];
      }, name);
      await kill();
      before = shapeOf(acknowledged);
      expect(before[1]).toEqual([name, ['XNAS:COST']]);
      expect(integrityOf(join(userData, 'user.db'))).toEqual([{ integrity_check: 'ok' }]);
    }
    expect(shapeOf(await watchlistOf(await start('--offline')))).toEqual(before);
    expect(readLogs(userData)).toBe('');
  });

  it('made with the mouse survives a kill as soon as it is seen', async () => {
    const page = await start('--offline');
    await page.getByRole('button', { name: 'Add a section' }).click();
    await page.getByRole('textbox', { name: 'Name of the section' }).fill('My own');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /^My own/ }).waitFor();
    await kill();
    const again = await start('--offline');
    await again.getByRole('treegrid').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await again.getByRole('row', { name: /^My own/ }).waitFor();
  });
});

describe('the desk', () => {
  it('remembers pane widths, theme and charted instrument over a restart', async () => {
    const bars = await writeMadeUpDesk(folder);
    const page = await start('--bars-folder', bars, '--symbol', 'XNAS:GOOGL');
    await chartOf(page, 'Alphabet', 1000).waitFor();
    const timeline = page.getByRole('separator', { name: 'Resize the timeline' });
    const watchlist = page.getByRole('separator', { name: 'Resize the watchlist' });
    const [timelinePx, watchlistPx] = [await widthOf(timeline), await widthOf(watchlist)];
    await drag(page, timeline, -60);
    await drag(page, watchlist, 40);
    await eventually(() => widthOf(timeline)).toBe(timelinePx + 60);
    await eventually(() => widthOf(watchlist)).toBe(watchlistPx + 40);
    await page.getByRole('button', { name: /Switch to the (dark|light) theme/ }).click();
    const theme = await page.locator('html').getAttribute('data-theme');
    await page.getByRole('row', { name: /^NVDA/ }).click();
    await chartOf(page, 'Nvidia', 1000).waitFor();
    await quit();

    const again = await start();
    await chartOf(again, 'Nvidia', 1000).waitFor();
    const label = (name: string) => again.getByRole('separator', { name });
    expect(await widthOf(label('Resize the timeline'))).toBe(timelinePx + 60);
    expect(await widthOf(label('Resize the watchlist'))).toBe(watchlistPx + 40);
    await eventually(() => again.locator('html').getAttribute('data-theme')).toBe(theme);
  });

  type Separator = ReturnType<Page['getByRole']>;

  const widthOf = async (separator: Separator): Promise<number> =>
    Number(await separator.getAttribute('aria-valuenow'));

  async function drag(page: Page, separator: Separator, byPx: number): Promise<void> {
    const box = await separator.boundingBox();
    if (!box) throw new Error('there is no splitter');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x, y);
    await page.mouse.down();
    await page.mouse.move(box.x + byPx / 2, y);
    await page.mouse.move(box.x + byPx, y);
    await page.mouse.up();
  }
});

describe('a second start with the same user data', () => {
  it('opens no second window and hands its wish to the first', async () => {
    const bars = await writeMadeUpDesk(folder);
    const page = await start('--bars-folder', bars, '--symbol', 'XNAS:GOOGL');
    await chartOf(page, 'Alphabet', 1000).waitFor();
    const second = await runTapeout(['--user-data', userData, '--symbol', 'XNAS:MSFT']);
    expect(second).toEqual({ code: 0, stdout: '', stderr: '' });
    await chartOf(page, 'Microsoft', 1000).waitFor();
    const windows = await desk?.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    );
    expect(windows).toBe(1);
  });

  it('that is to take a picture says that it cannot, and leaves the first alone', async () => {
    const page = await start('--offline', '--symbol', 'XNAS:GOOGL');
    const picture = join(folder, 'picture.png');
    const args = ['--user-data', userData, '--symbol', 'XNAS:MSFT', '--screenshot', picture];
    const second = await runTapeout(args);
    expect(second.code).toBe(3);
    expect(second.stderr).toMatch(/^tapeout: .*--user-data.*\n$/);
    expect(await watchlistOf(page)).toBeTruthy();
    const charted = await page.evaluate(async () => {
      const answer = await window.api.app.getSnapshot();
      return answer.ok && answer.value.settings.charted;
    });
    expect(charted).toBe('XNAS:GOOGL');
  });

  it('of many at once: one stays, the others end well', async () => {
    const runs = Array.from({ length: 6 }, () =>
      startTapeout(['--offline', '--user-data', userData]),
    );
    const ended = new Set<number>();
    runs.forEach(({ ended: end }, index) => void end.then(() => ended.add(index)));
    await eventually(() => ended.size).toBe(5);
    const staying = runs.find((_run, index) => !ended.has(index));
    if (!staying) throw new Error('nobody stayed');
    const others = await Promise.all(runs.filter((run) => run !== staying).map((run) => run.ended));
    expect(others.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      others.map(() => ({ code: 0, stderr: '' })),
    );
    expect((await stopTapeout(staying)).code).toBe(0);
    expect(integrityOf(join(userData, 'user.db'))).toEqual([{ integrity_check: 'ok' }]);
    expect(readLogs(userData)).toBe('');
  });
});
