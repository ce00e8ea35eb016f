import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WatchlistsNow } from '../../src/shared/domain/watchlist/watchlist-answer';
import {
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  quitDesk,
  readLogs,
  removeFolder,
} from '../helpers/desk-app';
import { TODAY } from './made-up-desk';

let folder = '';
let desk: LaunchedDesk | null = null;

beforeEach(async () => {
  folder = await freshFolder();
});
afterEach(async () => {
  await quit();
  await removeFolder(folder);
});

async function start(userData: string): Promise<Page> {
  const args = ['--locale', 'en', '--offline'];
  desk = await launchDesk({ userData: join(folder, userData), clock: TODAY, args });
  return desk.page;
}

async function quit(): Promise<void> {
  const running = desk;
  desk = null;
  if (running) await quitDesk(running);
}

/** Runs what makes the app end and start anew; the new start is ours, so that we hold it. */
async function untilRestart(ask: (page: Page) => Promise<unknown>): Promise<void> {
  if (!desk) throw new Error('nothing runs');
  await desk.app.evaluate(({ app }) => {
    app.relaunch = () => undefined;
  });
  const closed = desk.app.waitForEvent('close');
  expect(await ask(desk.page)).toEqual({ ok: true, value: { ok: true } });
  await closed;
  desk = null;
}

async function listsOf(page: Page): Promise<WatchlistsNow> {
  return page.evaluate(async () => {
    const answer = await window.api.app.getSnapshot();
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value.watchlist;
  });
}

async function addSection(page: Page, name: string): Promise<void> {
  await page.evaluate(async (sectionName) => {
    await window.api.watchlist.addSection({ listId: 1, name: sectionName, position: 0 });
  }, name);
}

const firstSection = ({ watchlists }: WatchlistsNow): string | null | undefined =>
  watchlists.lists[0]?.sections[0]?.name;

describe('a change of the lists', () => {
  it('can be taken back after a restart, and done again after another', async () => {
    await addSection(await start('a'), 'Mine');
    await quit();
    const page = await start('a');
    expect((await listsOf(page)).steps.undo).toMatchObject({ kind: 'add-section', name: 'Mine' });
    await page.evaluate(() => window.api.watchlist.undo());
    expect(firstSection(await listsOf(page))).toBeNull();
    await quit();
    const next = await start('a');
    await next.evaluate(() => window.api.watchlist.redo());
    expect(firstSection(await listsOf(next))).toBe('Mine');
    expect(readLogs(join(folder, 'a'))).toBe('');
  });
});

describe('a backup', () => {
  it('comes back by a restart, and what was there is kept', async () => {
    const page = await start('a');
    await addSection(page, 'Old');
    await page.evaluate(() => window.api.backups.backUpNow());
    await addSection(page, 'New');
    await untilRestart((asked) =>
      asked.evaluate(async () => {
        const backups = await window.api.backups.list();
        const takenAt = backups.ok ? (backups.value[0]?.takenAt ?? 0) : 0;
        return window.api.backups.restore({ takenAt });
      }),
    );
    const restored = await start('a');
    expect(firstSection(await listsOf(restored))).toBe('Old');
    const backups = await restored.evaluate(() => window.api.backups.list());
    // In no order: each start of the test begins at the same moment.
    const reasons = backups.ok ? backups.value.map(({ reason }) => reason) : [];
    expect(reasons.sort()).toEqual(['asked', 'before-restore']);
    expect(readLogs(join(folder, 'a'))).toBe('');
  });
});

describe('everything in one file', () => {
  it('goes to another machine by way of the dialogs', async () => {
    const file = join(folder, 'All.tapeout-backup');
    const page = await start('a');
    await addSection(page, 'Theirs');
    await desk?.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    expect(await page.evaluate(() => window.api.backups.exportAll())).toEqual({
      ...{ ok: true, value: { saved: true } },
    });
    expect(existsSync(file)).toBe(true);
    const bytes = readFileSync(file);
    await quit();

    const other = await start('b');
    await desk?.app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, file);
    expect(await other.evaluate(() => window.api.backups.chooseImport())).toMatchObject({
      value: {
        kind: 'ready',
        preview: { importId: 1, fileName: 'All.tapeout-backup', lists: 1, items: 26 },
      },
    });
    await untilRestart((asked) =>
      asked.evaluate(() => window.api.backups.commitImport({ importId: 1 })),
    );
    expect(firstSection(await listsOf(await start('b')))).toBe('Theirs');
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readLogs(join(folder, 'b'))).toBe('');
  });
});
