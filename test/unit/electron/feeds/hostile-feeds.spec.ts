import { lookup } from 'node:dns/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directHop } from '../../../../electron/feeds/direct-hop';
import {
  FeedFetcher,
  LONGEST_ANSWER_MS,
  MOST_REDIRECTS,
} from '../../../../electron/feeds/feed-fetcher';
import type { FeedAnswer } from '../../../../electron/core/feeds/feed-gateway-port';
import { HostileFeedServer } from '../../../helpers/hostile-feed-server';
import { HOSTILE_FEEDS, SILENT_FEEDS } from '../../../helpers/hostile-feeds';
import { ManualTime } from '../../../helpers/manual-time';

const server = new HostileFeedServer([...HOSTILE_FEEDS, ...SILENT_FEEDS]);
const time = new ManualTime(Date.UTC(2026, 4, 28));
let addresses: readonly string[] = [];
beforeAll(async () => {
  addresses = await server.start();
});
afterAll(() => server.dispose());

function fetcher(allowLoopback = true): FeedFetcher {
  return new FeedFetcher({
    askHop: directHop({ resolve: (host) => lookup(host, { all: true }), allowLoopback }),
    userAgent: 'Tapeout/test',
    allowLoopback,
    now: time.now,
    after: time.after,
  });
}

const question = (address: string) => ({ address, etag: null, lastModified: null });
const ask = (address: string, allowLoopback = true): Promise<FeedAnswer> =>
  fetcher(allowLoopback).ask(question(address), new AbortController().signal);

/** All texts and addresses of an answer. */
function textsOf(answer: FeedAnswer): string[] {
  if (answer.kind !== 'told') return [];
  const { title, home, entries } = answer.feed;
  return [
    title,
    home ?? '',
    ...entries.flatMap((each) => [each.title, each.summary, each.url ?? '']),
  ];
}

describe('hostile feeds', () => {
  it('are more than two hundred', () => {
    expect(HOSTILE_FEEDS.length).toBeGreaterThanOrEqual(200);
  });

  it.each(HOSTILE_FEEDS.map((feed, index) => ({ ...feed, index })))(
    '$name',
    async ({ index, failure, name }) => {
      const answer = await ask(addresses[index] ?? '');
      expect(answer.kind === 'failed' ? answer.failure.reason : null, name).toBe(failure);
      for (const text of textsOf(answer)) {
        expect(text).not.toMatch(/<[a-z/!?]/i);
        expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect([...text].length).toBeLessThanOrEqual(2048);
      }
      if (answer.kind !== 'told') return;
      for (const { url } of answer.feed.entries) {
        expect(url === null || url.startsWith('https://')).toBe(true);
      }
    },
  );

  it('lead nobody anywhere: only the feeds themselves were asked for', () => {
    expect(server.hits).toEqual([]);
    const others = new Set(server.asked.filter((path) => !path.startsWith('/feed/')));
    expect([...others]).toEqual(['/loop']);
    expect(server.asked.filter((path) => path === '/loop')).toHaveLength(MOST_REDIRECTS);
  });

  it('are told neither who asks nor where from', () => {
    for (const headers of server.headers) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers['user-agent']).toBe('Tapeout/test');
    }
  });

  it.each(SILENT_FEEDS.map(({ name }, index) => ({ name, index: HOSTILE_FEEDS.length + index })))(
    'give up after ten seconds: $name',
    async ({ index }) => {
      const before = server.asked.length;
      const asking = ask(addresses[index] ?? '');
      await expect.poll(() => server.asked.length).toBe(before + 1);
      time.move(LONGEST_ANSWER_MS);
      expect(await asking).toMatchObject({ kind: 'failed', failure: { reason: 'timed-out' } });
    },
  );

  it('on this machine are not asked at all outside of tests', async () => {
    const before = server.asked.length;
    expect(await ask(addresses[0] ?? '', false)).toMatchObject({
      kind: 'failed',
      failure: { reason: 'private-address' },
    });
    expect(server.asked).toHaveLength(before);
  });
});
