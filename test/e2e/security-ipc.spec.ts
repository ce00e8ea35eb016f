import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWatchedDesk, PAGE_ADDRESS, type WatchedDesk } from './security-desk';

const LONG = 'x'.repeat(1000);

let watched: WatchedDesk;
beforeAll(async () => {
  watched = await openWatchedDesk();
});
afterAll(() => watched?.close());

describe('app://', () => {
  const ask = (url: string): Promise<{ status: number; length: number }> =>
    watched.desk.app.evaluate(async ({ net }, address) => {
      try {
        const response = await net.fetch(address);
        return { status: response.status, length: (await response.arrayBuffer()).byteLength };
      } catch {
        return { status: 404, length: 0 };
      }
    }, url);

  it('serves the page', async () => {
    const { status, length } = await ask(PAGE_ADDRESS);
    expect(status).toBe(200);
    expect(length).toBeGreaterThan(100);
  });

  it.each([
    'app://tapeout/',
    'app://tapeout/../../package.json',
    'app://tapeout/%2e%2e/%2e%2e/package.json',
    'app://tapeout/..%2f..%2fpackage.json',
    'app://tapeout/%2e%2e%5c%2e%2e%5cpackage.json',
    'app://tapeout//etc/passwd',
    'app://tapeout/%2fetc%2fpasswd',
    'app://tapeout/etc/passwd',
    'app://tapeout/index.html%00.png',
    'app://tapeout/assets/../../main/main.js',
    'app://tapeout/index.html/',
    'app://tapeout/INDEX.HTML',
    'app://elsewhere/index.html',
    'app://tapeout.example/index.html',
  ])('answers %s with 404 and not one byte', async (url) => {
    expect(await ask(url)).toEqual({ status: 404, length: 0 });
  });

  it('is only read', async () => {
    const status = await watched.desk.app.evaluate(async ({ net }, url) => {
      const response = await net.fetch(url, { method: 'POST', body: 'x' });
      return response.status;
    }, PAGE_ADDRESS);
    expect(status).toBe(405);
  });
});

describe('a question to main', () => {
  it('cannot be asked by a frame inside the page', async () => {
    const reached = await watched.page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inner = frame.contentWindow as unknown as Record<string, unknown> | null;
      const found = ['api', 'require', 'process'].filter((name) => inner && name in inner);
      frame.remove();
      return found;
    });
    expect(reached).toEqual([]);
  });

  it('is refused for another page, even with our preload script', async () => {
    const answer = await watched.desk.app.evaluate(async ({ app, BrowserWindow }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${app.getAppPath()}/out/preload/preload.cjs`, sandbox: true },
      });
      try {
        await window.loadURL('data:text/html,<title>another page</title>');
        return (await window.webContents.executeJavaScript(
          'window.api.app.getSnapshot()',
        )) as unknown;
      } finally {
        window.destroy();
      }
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden-sender' } });
  });

  it.each([
    ['an argument where there is none', 'app', 'getSnapshot', {}],
    ['a value that is not among the choices', 'app', 'updateSettings', { theme: 'pink' }],
    ['one key more', 'app', 'updateSettings', { theme: 'dark', more: true }],
    ['a position before the first', 'timeline', 'openSource', { id: 'a', sourceIndex: -1 }],
    ['an address', 'timeline', 'openSource', { url: 'https://example.org' }],
    ['a link of its own', 'help', 'openLink', { link: 'https://example.org' }],
    ['a very long symbol', 'watchlist', 'addItems', { sectionId: 1, symbols: [LONG], position: 0 }],
    ['text in place of a number', 'watchlist', 'removeItems', { itemIds: ['1; drop table item'] }],
    ['a path', 'market', 'chooseBarsFolder', '/etc'],
  ])('is refused for %s', async (_what, group, name, argument) => {
    const answer = await watched.page.evaluate(
      ([inGroup, call, args]) => {
        type Calls = Record<string, Record<string, (value: unknown) => Promise<unknown>>>;
        return (window.api as unknown as Calls)[inGroup]?.[call]?.(args);
      },
      [group, name, argument] as const,
    );
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'bad-arguments', message: `${group}.${name}` },
    });
  });

  it('names a source that does not exist: nothing is opened', async () => {
    const answer = await watched.page.evaluate(() =>
      window.api.timeline.openSource({ id: 'no-such-announcement', sourceIndex: 0 }),
    );
    expect(answer).toEqual({ ok: true, value: { ok: false, reason: 'unknown-source' } });
  });
});
