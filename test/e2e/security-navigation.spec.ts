import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartPane } from './chart-pane';
import { eventually } from './eventually';
import { openWatchedDesk, PAGE_ADDRESS, type WatchedDesk } from './security-desk';

let watched: WatchedDesk;
beforeAll(async () => {
  watched = await openWatchedDesk();
});
afterAll(() => watched?.close());

describe('permissions', () => {
  it('are refused, each of them', async () => {
    const outcomes = await watched.page.evaluate(async () => {
      const name = (error: unknown): string =>
        error instanceof Error ? error.name : String(error);
      const position = new Promise<string>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) => resolve(code === 1 ? 'NotAllowedError' : String(code)),
        ),
      );
      return {
        geolocation: await position,
        notifications: await Notification.requestPermission(),
        camera: await navigator.mediaDevices
          .getUserMedia({ video: true })
          .then(() => 'granted', name),
        microphone: await navigator.mediaDevices
          .getUserMedia({ audio: true })
          .then(() => 'granted', name),
        clipboard: await navigator.clipboard.readText().then(() => 'granted', name),
        midi: await navigator.requestMIDIAccess({ sysex: true }).then(() => 'granted', name),
      };
    });
    expect(outcomes).toEqual({
      geolocation: 'NotAllowedError',
      notifications: 'denied',
      camera: expect.stringMatching(/NotAllowedError|NotFoundError/),
      microphone: expect.stringMatching(/NotAllowedError|NotFoundError/),
      clipboard: 'NotAllowedError',
      midi: expect.stringMatching(/NotAllowedError|SecurityError/),
    });
  });

  it.each(['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'])(
    'are known to be refused before they are asked for: %s',
    async (name) => {
      const state = await watched.page.evaluate(
        (permission) =>
          navigator.permissions
            .query({ name: permission as PermissionName })
            .then(({ state }) => state),
        name,
      );
      expect(state).toBe('denied');
    },
  );
});

describe('the page stays where it is', () => {
  /** After an attempt: the same page, one window, nobody asked outside. */
  async function nothingHappened(): Promise<void> {
    // The attempt was made before these answers came: main and page have each had their turn.
    for (let turn = 0; turn < 3; turn += 1) {
      await watched.desk.app.evaluate(() => new Promise((resolve) => setImmediate(resolve)));
      await watched.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    expect(watched.page.url()).toBe(PAGE_ADDRESS);
    const windows = await watched.desk.app.evaluate(({ BrowserWindow, webContents }) => [
      BrowserWindow.getAllWindows().length,
      webContents.getAllWebContents().length,
    ]);
    expect(windows).toEqual([1, 1]);
    expect(watched.server.hits).toEqual([]);
    expect(await chartPane(watched.page).count()).toBe(1);
  }

  it.each([
    ['a new location', (url: string) => void (location.href = url)],
    ['a new location inside the scheme', () => void (location.href = 'app://elsewhere/index.html')],
    ['a file', () => void (location.href = 'file:///etc/passwd')],
    ['a replaced location', (url: string) => location.replace(url)],
    ['a new window', (url: string) => void window.open(url)],
    ['an empty window', () => void window.open('about:blank')],
    [
      'a form',
      (url: string) => {
        const form = document.createElement('form');
        form.action = url;
        form.method = 'post';
        document.body.append(form);
        form.submit();
        form.remove();
      },
    ],
    [
      'a refresh',
      (url: string) => {
        const meta = document.createElement('meta');
        meta.httpEquiv = 'refresh';
        meta.content = `0;url=${url}`;
        document.head.append(meta);
      },
    ],
    [
      'a link to another window',
      (url: string) => {
        const link = document.createElement('a');
        link.href = url;
        link.target = '_blank';
        document.body.append(link);
        link.click();
        link.remove();
      },
    ],
    [
      'a link that downloads',
      (url: string) => {
        const link = document.createElement('a');
        link.href = `${url}/file.bin`;
        link.download = 'file.bin';
        document.body.append(link);
        link.click();
        link.remove();
      },
    ],
  ])('whatever %s asks for', async (_what, attempt) => {
    await watched.page.evaluate(attempt, watched.outside);
    await nothingHappened();
  });

  it('at a middle click on a link', async () => {
    const { x, y } = await watched.page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      link.id = 'outside';
      link.textContent = 'outside';
      document.querySelector('header')?.append(link);
      const box = link.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, watched.outside);
    await watched.page.mouse.click(x, y, { button: 'middle' });
    await nothingHappened();
    await watched.page.evaluate(() => document.querySelector('#outside')?.remove());
  });

  it('and goes on working', async () => {
    // The driver believes each refused navigation to be under way and would wait for its end.
    await watched.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role="row"]')]
        .find(({ textContent }) => textContent.includes('NVDA'))
        ?.click(),
    );
    await eventually(() =>
      watched.page.evaluate(() => document.querySelector('h1')?.textContent),
    ).toContain('NVDA');
    expect(watched.server.hits).toEqual([]);
  });
});
