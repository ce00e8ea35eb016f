import { describe, expect, it } from 'vitest';
import type { ToldFeed } from '../../../electron/core/feeds/feed-repository-port';
import {
  MOST_STORED_ITEMS,
  SqliteFeedRepository,
} from '../../../electron/store/feeds/feed-repository';
import type { FeedEntry } from '../../../src/shared/domain/feeds/read-feed';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 4, 28, 12);
const A = 'https://a.example/feed';

const entry = (key: string, rest: Partial<FeedEntry> = {}): FeedEntry => ({
  ...{ key, title: `Title ${key}`, summary: '', url: `https://a.example/${key}`, publishedAt: NOW },
  ...rest,
});
const told = (entries: readonly FeedEntry[], rest: Partial<ToldFeed> = {}): ToldFeed => ({
  ...{ title: 'A', home: 'https://a.example/', etag: '"1"', lastModified: null },
  ...{ entries, ...rest },
});

function open(folder = temporaryFolder()) {
  const { database } = openForTest(folder);
  return { database, folder, feeds: new SqliteFeedRepository(database) };
}

function openWithFeed() {
  const opened = open();
  return { ...opened, id: opened.feeds.add(A, null, 60) as number };
}

const titles = (feeds: SqliteFeedRepository) => feeds.items(2000).map(({ title }) => title);

describe('feeds', () => {
  it('are kept with all that is set, also after closing', () => {
    const { database, folder, feeds, id } = openWithFeed();
    expect(feeds.add(A, 'again', 15)).toBeNull();
    const second = feeds.add('https://b.example/', 'B', 180);
    feeds.update(id, {
      ...{ ownTitle: 'Mine', paused: true, intervalMinutes: 15, nextAt: 5, failures: 2 },
      failure: { reason: 'not-found', detail: 'HTTP 404' },
    });
    database.dispose();
    const [first, other] = open(folder).feeds.feeds();
    expect(first).toEqual({
      ...{ id, address: A, ownTitle: 'Mine', toldTitle: '', home: null, paused: true },
      ...{ intervalMinutes: 15, etag: null, lastModified: null, answeredAt: null, nextAt: 5 },
      ...{ failures: 2, failure: { reason: 'not-found', detail: 'HTTP 404' } },
    });
    expect(other).toMatchObject({ id: second, ownTitle: 'B', intervalMinutes: 180 });
  });

  it('that were removed come back with their items, until the next start forgets them', () => {
    const { database, folder, feeds, id } = openWithFeed();
    feeds.keep(id, told([entry('1')]), NOW);
    feeds.remove(id, NOW);
    expect(feeds.feeds()).toEqual([]);
    expect(titles(feeds)).toEqual([]);
    expect(feeds.restore(id)).toBe(true);
    expect(feeds.restore(id)).toBe(false);
    expect(titles(feeds)).toEqual(['Title 1']);
    feeds.remove(id, NOW);
    expect(feeds.add(A, null, 60)).toBe(id);
    expect(titles(feeds)).toEqual(['Title 1']);
    feeds.remove(id, NOW);
    database.dispose();

    const { feeds: later, database: reopened } = open(folder);
    later.forgetRemoved();
    expect(later.restore(id)).toBe(false);
    expect(reopened.get('SELECT COUNT(*) AS n FROM feed_item', [])).toMatchObject({ n: 0 });
    expect(later.add(A, null, 60)).not.toBe(id);
  });

  it('clear a failure with a good answer and keep what it told', () => {
    const { feeds, id } = openWithFeed();
    feeds.update(id, { failures: 3, failure: { reason: 'timed-out', detail: null } });
    feeds.keep(id, told([]), NOW);
    expect(feeds.feeds()[0]).toMatchObject({
      ...{ toldTitle: 'A', home: 'https://a.example/', etag: '"1"', answeredAt: NOW },
      ...{ failures: 0, failure: null },
    });
  });

  it.each([
    ['an interval', 'interval_minutes = 7', { intervalMinutes: 60 }],
    ['a failure', "failure_reason = 'melted'", { failure: null }],
  ])('take %s that they do not know for none', (_what, change, expected) => {
    const { database, feeds } = openWithFeed();
    database.run(`UPDATE feed SET ${change}`, []);
    expect(feeds.feeds()[0]).toMatchObject(expected);
  });

  it('that are not there take nothing in', () => {
    const { feeds } = open();
    feeds.keep(99, told([entry('1')]), NOW);
    feeds.keepUnchanged(99, NOW);
    feeds.update(99, { paused: true });
    expect(feeds.items(10)).toEqual([]);
  });
});

describe('items', () => {
  it('come newest first, undated ones by when they were seen, and in the order of their feed', () => {
    const { feeds, id } = openWithFeed();
    const entries = [
      entry('new'),
      entry('undated-1', { publishedAt: null }),
      entry('undated-2', { publishedAt: null }),
      entry('old', { publishedAt: NOW - 3 * DAY_MS }),
      entry('ahead', { publishedAt: NOW + 30 * DAY_MS }),
    ];
    feeds.keep(id, told(entries), NOW);
    expect(titles(feeds)).toEqual([
      ...['Title new', 'Title undated-1', 'Title undated-2', 'Title ahead', 'Title old'],
    ]);
    expect(feeds.items(2000)[3]).toMatchObject({ publishedAt: null, seenAt: NOW });
    expect(feeds.items(2)).toHaveLength(2);
  });

  it('keep their marks and their place when they are told again in other words', () => {
    const { feeds, id } = openWithFeed();
    feeds.keep(id, told([entry('1')]), NOW);
    const [first] = feeds.items(1);
    feeds.mark([first?.id ?? 0], { read: true, starred: true });
    feeds.keep(id, told([entry('1', { title: 'Corrected', url: null })]), NOW + 1000);
    expect(feeds.items(1)).toEqual([
      { ...first, title: 'Corrected', url: null, read: true, starred: true },
    ]);
  });

  it('that were dismissed do not come back', () => {
    const { feeds, id } = openWithFeed();
    feeds.keep(id, told([entry('1'), entry('2')]), NOW);
    feeds.mark([feeds.items(1)[0]?.id ?? 0], { dismissed: true });
    feeds.keep(id, told([entry('1'), entry('2')]), NOW + 1000);
    expect(titles(feeds)).toEqual(['Title 2']);
    feeds.mark([1, 2], { dismissed: false });
    expect(titles(feeds)).toHaveLength(2);
  });

  it('of the first answer are no news where they are old', () => {
    const { feeds, id } = openWithFeed();
    const old = { publishedAt: NOW - 8 * DAY_MS };
    feeds.keep(id, told([entry('fresh'), entry('old', old)]), NOW);
    expect(feeds.items(2).map(({ read }) => read)).toEqual([false, true]);
    feeds.keep(id, told([entry('late', old)]), NOW + 1000);
    expect(feeds.items(9).find(({ title }) => title === 'Title late')?.read).toBe(false);
  });

  it('are forgotten when no answer holds them any more, unless they are starred', () => {
    const { feeds, id } = openWithFeed();
    feeds.keep(id, told([entry('kept'), entry('starred'), entry('gone')]), NOW);
    const starred = feeds.items(9).find(({ title }) => title === 'Title starred');
    feeds.mark([starred?.id ?? 0], { starred: true });
    feeds.keep(id, told([entry('kept')]), NOW + DAY_MS);
    feeds.keepUnchanged(id, NOW + 40 * DAY_MS);
    feeds.forgetItems(NOW + 10 * DAY_MS);
    expect(titles(feeds).toSorted()).toEqual(['Title kept', 'Title starred']);
  });

  it('of a busy feed stay in bounds, and what the newest answer holds is never among the lost', () => {
    const { database, feeds, id } = openWithFeed();
    const batch = (from: number) =>
      Array.from({ length: 200 }, (_, index) => entry(String(from + index)));
    for (let round = 0; round < 5; round += 1) {
      feeds.keep(id, told(batch(round * 200)), NOW + round * 1000);
    }
    expect(database.get('SELECT COUNT(*) AS n FROM feed_item', [])).toMatchObject({
      n: MOST_STORED_ITEMS,
    });
    expect(titles(feeds)).toContain('Title 999');
    expect(titles(feeds)).toContain('Title 800');
  });

  it('have an address for main alone', () => {
    const { feeds, id } = openWithFeed();
    feeds.keep(id, told([entry('1')]), NOW);
    expect(feeds.itemUrl(feeds.items(1)[0]?.id ?? 0)).toBe('https://a.example/1');
    expect(feeds.itemUrl(12345)).toBeNull();
  });
});
