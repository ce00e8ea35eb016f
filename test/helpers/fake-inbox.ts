import type {
  AddFeedResult,
  Feed,
  InboxItem,
  SuggestedFeed,
} from '../../src/shared/domain/feeds/feed';
import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { FeedListReading, FeedListSaving } from '../../src/shared/ipc/inbox-contract';

/** What a fake main knows of feeds. */
export interface FakeInbox {
  readonly feeds?: readonly Feed[];
  readonly items?: readonly InboxItem[];
  readonly suggested?: readonly SuggestedFeed[];
  readonly network?: boolean;
  /** What becomes of an address that the user adds. */
  readonly add?: (address: string, allowPlain: boolean) => AddFeedResult;
  readonly imported?: FeedListReading;
  readonly saved?: FeedListSaving;
}

/** Keeps feeds and marks in memory as main does in its store. */
export function createInboxAnswers(known: FakeInbox = {}): TapeoutHandlers['inbox'] {
  let feeds = [...(known.feeds ?? [])];
  let items = [...(known.items ?? [])];
  const removed = new Map<number, Feed>();
  return {
    list: () => ({ feeds, items, network: known.network ?? true }),
    suggested: () => known.suggested ?? [],
    addFeed: ({ address, allowPlain }) =>
      known.add?.(address, allowPlain) ?? { ok: false, reason: 'bad-address' },
    addSuggested: ({ id }) =>
      known.suggested?.some((each) => each.id === id) ? { ok: true, id: 1 } : null,
    updateFeed: ({ id, ...change }) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      feeds = feeds.map((feed) =>
        feed.id === id ? { ...feed, ...(Object.fromEntries(given) as Partial<Feed>) } : feed,
      );
    },
    removeFeed: ({ id }) => {
      const feed = feeds.find((each) => each.id === id);
      if (feed) removed.set(id, feed);
      feeds = feeds.filter((each) => each.id !== id);
    },
    restoreFeed: ({ id }) => {
      const feed = removed.get(id);
      if (feed) feeds = [...feeds, feed];
      return { restored: removed.delete(id) };
    },
    askNow: () => undefined,
    markItems: ({ items: { ids }, read, starred, dismissed }) => {
      items = items
        .filter(({ id }) => !(dismissed && ids.includes(id)))
        .map((item) =>
          ids.includes(item.id)
            ? { ...item, read: read ?? item.read, starred: starred ?? item.starred }
            : item,
        );
    },
    openItem: ({ id }) => {
      const url = items.find((item) => item.id === id)?.url ?? null;
      if (url === null) return { ok: false, reason: 'unknown-source' };
      return { ok: true, host: new URL(url).host };
    },
    importFeeds: () => known.imported ?? { kind: 'cancelled' },
    exportFeeds: () => ({ outcome: known.saved ?? 'cancelled' }),
  };
}
