import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWatchedDesk, type WatchedDesk } from './security-desk';

let watched: WatchedDesk;
beforeAll(async () => {
  watched = await openWatchedDesk();
});
afterAll(() => watched?.close());

describe('the network', () => {
  it.each([
    [
      'fetch',
      (url: string) =>
        fetch(url).then(
          () => 'reached',
          () => 'refused',
        ),
    ],
    [
      'a web socket',
      (url: string) =>
        new Promise<string>((resolve) => {
          try {
            const socket = new WebSocket(url.replace('http', 'ws'));
            socket.onopen = () => resolve('reached');
            socket.onerror = () => resolve('refused');
          } catch {
            resolve('refused');
          }
        }),
    ],
    [
      'a picture',
      (url: string) =>
        new Promise<string>((resolve) => {
          const image = new Image();
          image.onload = () => resolve('reached');
          image.onerror = () => resolve('refused');
          image.src = `${url}/a.png`;
        }),
    ],
    [
      'a script',
      (url: string) =>
        new Promise<string>((resolve) => {
          const script = document.createElement('script');
          script.onload = () => resolve('reached');
          script.onerror = () => resolve('refused');
          try {
            script.setAttribute('src', `${url}/a.js`);
            document.head.append(script);
          } catch {
            resolve('refused');
          }
        }),
    ],
    [
      'a style sheet',
      (url: string) =>
        new Promise<string>((resolve) => {
          const link = document.createElement('link');
          link.rel = 'stylesheet';
          link.onload = () => resolve('reached');
          link.onerror = () => resolve('refused');
          link.href = `${url}/a.css`;
          document.head.append(link);
        }),
    ],
    ['a beacon', (url: string) => (navigator.sendBeacon(`${url}/beacon`) ? 'refused' : 'refused')],
  ])('is out of reach for %s', async (_what, attempt) => {
    expect(await watched.page.evaluate(attempt, watched.outside)).toBe('refused');
    expect(watched.server.hits).toEqual([]);
  });

  it('is out of reach for text that became code', async () => {
    const outcomes = await watched.page.evaluate(() => {
      const attempts = [
        () => new Function('return 1')(),
        () => (document.createElement('div').innerHTML = '<b>markup</b>'),
        () => document.write('<b>markup</b>'),
      ];
      // In a task of its own: a test driver's own code may do more than the page's.
      return Promise.all(
        attempts.map(
          (attempt) =>
            new Promise<string>((resolve) =>
              setTimeout(() => {
                try {
                  attempt();
                  resolve('allowed');
                } catch {
                  resolve('refused');
                }
              }),
            ),
        ),
      );
    });
    expect(outcomes).toEqual(['refused', 'refused', 'refused']);
  });
});
