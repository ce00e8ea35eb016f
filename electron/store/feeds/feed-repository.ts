import type { FeedInterval, InboxItem } from '../../../src/shared/domain/feeds/feed';
import type { FeedEntry } from '../../../src/shared/domain/feeds/read-feed';
import type {
  FeedPatch,
  FeedRepository,
  FeedRow,
  ItemMarks,
  ToldFeed,
} from '../../core/feeds/feed-repository-port';
import type { SqlValue, UserDatabase } from '../user-database';
import { type StoredFeed, type StoredItem, toFeedRow, toInboxItem } from './feed-rows';
import { FEED_SQL } from './feed-statements';

/** Of one feed; twice what one answer may hold, so that nothing that is told can fall out. */
export const MOST_STORED_ITEMS = 400;
/** What a feed tells at its first answer and is older than this is no news: it comes as read. */
const NEWS_MS = 7 * 86_400_000;
/** A date further ahead is a mistake of the feed. */
const CLOCK_SLACK_MS = 86_400_000;

/** The feeds in `user.db`. */
export class SqliteFeedRepository implements FeedRepository {
  constructor(private readonly database: UserDatabase) {}

  feeds(): readonly FeedRow[] {
    return this.database.all<StoredFeed>(FEED_SQL.feeds, [0]).map(toFeedRow);
  }

  add(address: string, ownTitle: string | null, intervalMinutes: FeedInterval): number | null {
    return this.database.transaction(() => {
      const known = this.database.get<{ id: number; removed_at: number | null }>(FEED_SQL.idOf, [
        address,
      ]);
      if (known?.removed_at === null) return null;
      if (known) {
        this.database.run(FEED_SQL.setRemovedAt, [null, known.id]);
        return known.id;
      }
      return this.database.run(FEED_SQL.insert, [address, ownTitle, intervalMinutes]).lastId;
    });
  }

  update(id: number, patch: FeedPatch): void {
    const set = (sql: string, ...values: readonly SqlValue[]): unknown =>
      this.database.run(sql, [...values, id]);
    const { ownTitle, paused, intervalMinutes, nextAt, failures, failure } = patch;
    this.database.transaction(() => {
      if (ownTitle !== undefined) set(FEED_SQL.setOwnTitle, ownTitle);
      if (paused !== undefined) set(FEED_SQL.setPaused, Number(paused));
      if (intervalMinutes !== undefined) set(FEED_SQL.setInterval, intervalMinutes);
      if (nextAt !== undefined) set(FEED_SQL.setNextAt, nextAt);
      if (failures !== undefined) set(FEED_SQL.setFailures, failures);
      if (failure !== undefined) {
        set(FEED_SQL.setFailure, failure?.reason ?? null, failure?.detail ?? null);
      }
    });
  }

  remove(id: number, now: number): void {
    this.database.run(FEED_SQL.setRemovedAt, [now, id]);
  }

  restore(id: number): boolean {
    const known = this.database.get<{ removed_at: number | null }>(FEED_SQL.removedAt, [id]);
    if (known === undefined || known.removed_at === null) return false;
    return this.database.run(FEED_SQL.setRemovedAt, [null, id]).changes === 1;
  }

  forgetRemoved(): void {
    this.database.run(FEED_SQL.forgetRemoved, [0]);
  }

  keep(id: number, told: ToldFeed, now: number): void {
    this.database.transaction(() => {
      const before = this.database.get<{ answered_at: number | null }>(FEED_SQL.answeredAt, [id]);
      if (!before) return;
      const isFirst = before.answered_at === null;
      const { title, home, etag, lastModified, entries } = told;
      this.database.run(FEED_SQL.setTold, [title, home, etag, lastModified, now, id]);
      // Feeds tell the newest first; told last, it stands first among those of one moment.
      for (const entry of entries.toReversed()) this.put(id, entry, now, isFirst);
      this.database.run(FEED_SQL.forgetBeyond, [id, MOST_STORED_ITEMS]);
    });
  }

  keepUnchanged(id: number, now: number): void {
    this.database.transaction(() => {
      const before = this.database.get<{ answered_at: number | null }>(FEED_SQL.answeredAt, [id]);
      if (!before) return;
      this.database.run(FEED_SQL.setAnsweredAt, [now, id]);
      // What the last answer held is in the feed still.
      this.database.run(FEED_SQL.tellAgain, [now, id, before.answered_at]);
    });
  }

  items(limit: number): readonly InboxItem[] {
    return this.database.all<StoredItem>(FEED_SQL.items, [limit]).map(toInboxItem);
  }

  itemUrl(id: number): string | null {
    return this.database.get<{ url: string | null }>(FEED_SQL.urlOf, [id])?.url ?? null;
  }

  mark(ids: readonly number[], { read, starred, dismissed }: ItemMarks): void {
    this.database.transaction(() => {
      for (const id of ids) {
        if (read !== undefined) this.database.run(FEED_SQL.setRead, [Number(read), id]);
        if (starred !== undefined) this.database.run(FEED_SQL.setStarred, [Number(starred), id]);
        if (dismissed !== undefined) {
          this.database.run(FEED_SQL.setDismissed, [Number(dismissed), id]);
        }
      }
    });
  }

  forgetItems(before: number): void {
    this.database.transaction(() => {
      for (const { id } of this.database.all<{ id: number }>(FEED_SQL.feedIds, [0])) {
        this.database.run(FEED_SQL.forgetOld, [id, before]);
      }
    });
  }

  private put(feedId: number, entry: FeedEntry, now: number, isFirst: boolean): void {
    const { key, title, summary, url } = entry;
    const isAhead = entry.publishedAt !== null && entry.publishedAt > now + CLOCK_SLACK_MS;
    const publishedAt = isAhead ? null : entry.publishedAt;
    const sortAt = Math.min(publishedAt ?? now, now);
    const isOld = isFirst && now - sortAt > NEWS_MS;
    const values = [feedId, key, title, summary, url, publishedAt, now, now, sortAt, Number(isOld)];
    this.database.run(FEED_SQL.putItem, values);
  }
}
