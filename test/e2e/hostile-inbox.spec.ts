import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteFeedRepository } from '../../electron/store/feeds/feed-repository';
import { openUserDatabase } from '../../electron/store/open-user-database';
import { SqliteProviderRowsRepository } from '../../electron/store/providers/provider-rows-repository';
import { NETWORK_SOURCES } from '../../src/shared/domain/quote/quote';
import { giveToAppUser } from '../helpers/app-user';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  readLogs,
} from '../helpers/desk-app';
import { HostileFeedServer } from '../helpers/hostile-feed-server';
import { HOSTILE_FEEDS } from '../helpers/hostile-feeds';
import { CANARY } from '../helpers/hostile-markup';
import { eventually } from './eventually';

const server = new HostileFeedServer();
const requests: string[] = [];
const navigations: string[] = [];
let desk: LaunchedDesk;

/** A desk whose user chose every hostile feed, and whose prices come from nobody. */
async function prepareUserData(addresses: readonly string[]): Promise<string> {
  const folder = await freshFolder();
  const opening = openUserDatabase({ folder, now: Date.now });
  if (!opening.ok) throw new Error(opening.failure.detail);
  const { database } = opening;
  const sources = new SqliteProviderRowsRepository(database);
  for (const id of NETWORK_SOURCES) sources.writeSettings(id, { enabled: false, addresses: {} });
  const feeds = new SqliteFeedRepository(database);
  for (const address of addresses) feeds.add(address, null, 1440);
  database.dispose();
  giveToAppUser(folder);
  return folder;
}

beforeAll(async () => {
  const userData = await prepareUserData(await server.start());
  process.env['TAPEOUT_FEEDS_ON_THIS_MACHINE'] = 'allowed';
  desk = await launchDesk({
    userData,
    network: true,
    args: ['--offline', '--locale', 'en', '--theme', 'dark'],
  });
  delete process.env['TAPEOUT_FEEDS_ON_THIS_MACHINE'];
  desk.page.on('request', (request) => requests.push(request.url()));
  desk.page.on('framenavigated', (frame) => navigations.push(frame.url()));
  desk.page.on('dialog', (dialog) => requests.push(`dialog ${dialog.message()}`));
});
afterAll(async () => {
  await closeDesk(desk);
  await server.dispose();
});

describe('an inbox of hostile feeds', () => {
  it('asks each of them, one way or another to its end', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: /^Inbox/ }).click();
    await page.getByRole('button', { name: 'Feeds', exact: true }).waitFor();
    await eventually(
      () =>
        page.evaluate(async () => {
          const api = (window as never as { api: { inbox: { list(): Promise<never> } } }).api;
          const answer = (await api.inbox.list()) as {
            value: { feeds: { health: { answeredAt: number | null; failure: unknown } }[] };
          };
          return answer.value.feeds.filter(
            ({ health }) => health.answeredAt !== null || health.failure !== null,
          ).length;
        }),
      90_000,
    ).toBe(HOSTILE_FEEDS.length);
  });

  it('shows what they say as text', async () => {
    const { page } = desk;
    await page.getByRole('switch', { name: 'Only likely chip news' }).uncheck();
    const list = page.getByRole('list', { name: 'Headlines' });
    for (;;) {
      const more = list.getByRole('button', { name: /^Show \d+ more$/ });
      if ((await more.count()) === 0) break;
      await more.click();
    }
    expect(await list.locator('[data-headline]').count()).toBeGreaterThan(60);
    for (const index of [0, 5, 20, 40]) {
      await list.locator('[data-headline]').nth(index).click();
    }
    expect(
      await list.locator('img, script, iframe, style, link, object, embed, video, form, a').count(),
    ).toBe(0);
    await page.getByRole('button', { name: 'Feeds', exact: true }).click();
    await page
      .getByRole('dialog', { name: 'Feeds' })
      .getByText('leads into your own network')
      .first()
      .waitFor();
  });

  it('runs no script, loads nothing and goes nowhere', async () => {
    const { app, page } = desk;
    expect(await page.evaluate((canary) => canary in window, CANARY)).toBe(false);
    // The panel itself was loaded after the listening began.
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.filter((url) => !url.startsWith('app://tapeout/'))).toEqual([]);
    expect(navigations).toEqual([]);
    expect(app.windows()).toHaveLength(1);
    expect(page.url()).toMatch(/^app:\/\/tapeout\//);
    expect(server.hits).toEqual([]);
    const asked = new Set(server.asked.filter((path) => !path.startsWith('/feed/')));
    expect([...asked]).toEqual(['/loop']);
  });

  it('is no reason for an entry in the log or on the console', () => {
    expect(readLogs(desk.userData)).toBe('');
    expect(desk.complaints).toEqual([]);
  });
});
