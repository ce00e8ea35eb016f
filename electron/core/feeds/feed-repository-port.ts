import type { FeedFailure, FeedInterval, InboxItem } from '../../../src/shared/domain/feeds/feed';
import type { FeedEntry } from '../../../src/shared/domain/feeds/read-feed';
import type { FeedValidators } from './feed-gateway-port';

/** A feed as it is stored. All times are UTC milliseconds. */
export interface FeedRow extends FeedValidators {
  readonly id: number;
  readonly address: string;
  /** The user's name for it; null where it goes by its own. */
  readonly ownTitle: string | null;
  /** Its own name; empty before its first answer. */
  readonly toldTitle: string;
  readonly home: string | null;
  readonly paused: boolean;
  readonly intervalMinutes: FeedInterval;
  readonly answeredAt: number | null;
  readonly nextAt: number;
  /** Failures on end. */
  readonly failures: number;
  readonly failure: FeedFailure | null;
}

/** What may be changed of a feed. */
export type FeedPatch = Partial<
  Pick<FeedRow, 'ownTitle' | 'paused' | 'intervalMinutes' | 'nextAt' | 'failures' | 'failure'>
>;

/** What one good answer told. */
export interface ToldFeed extends FeedValidators {
  readonly title: string;
  readonly home: string | null;
  readonly entries: readonly FeedEntry[];
}

export interface ItemMarks {
  readonly read?: boolean | undefined;
  readonly starred?: boolean | undefined;
  readonly dismissed?: boolean | undefined;
}

/** Keeps feeds and their items. Each write is durable before it returns, all of it or nothing. */
export interface FeedRepository {
  /** In the order in which they were added, without those that were removed. */
  feeds(): readonly FeedRow[];

  /**
   * A feed that was removed comes back as it was.
   *
   * @returns its id; null where it is there already
   */
  add(address: string, ownTitle: string | null, intervalMinutes: FeedInterval): number | null;

  /** Does nothing for a feed that is not there. */
  update(id: number, patch: FeedPatch): void;

  /** Its items are out of the list until it is restored. */
  remove(id: number, now: number): void;

  /** @returns false where it was removed for good, or is there */
  restore(id: number): boolean;

  /** Forgets for good what was removed before this start. */
  forgetRemoved(): void;

  /** Takes in what a feed told at `now`; what the user marked stays marked. */
  keep(id: number, told: ToldFeed, now: number): void;

  /** The feed told at `now` that it has nothing new. */
  keepUnchanged(id: number, now: number): void;

  /** The newest first, at most `limit`; those that were dismissed are left out. */
  items(limit: number): readonly InboxItem[];

  /** Null for an item that is not there. */
  itemUrl(id: number): string | null;

  mark(ids: readonly number[], marks: ItemMarks): void;

  /** Forgets what no answer has held since `before`, unless it is starred. */
  forgetItems(before: number): void;
}
