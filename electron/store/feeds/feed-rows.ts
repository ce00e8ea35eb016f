import {
  DEFAULT_FEED_INTERVAL,
  FEED_FAILURES,
  FEED_INTERVALS,
  type FeedFailure,
  type InboxItem,
} from '../../../src/shared/domain/feeds/feed';
import type { FeedRow } from '../../core/feeds/feed-repository-port';

export interface StoredFeed {
  readonly id: number;
  readonly address: string;
  readonly own_title: string | null;
  readonly told_title: string;
  readonly home: string | null;
  readonly paused: number;
  readonly interval_minutes: number;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly answered_at: number | null;
  readonly next_at: number;
  readonly failures: number;
  readonly failure_reason: string | null;
  readonly failure_detail: string | null;
}

export interface StoredItem {
  readonly id: number;
  readonly feed_id: number;
  readonly title: string;
  readonly summary: string;
  readonly url: string | null;
  readonly published_at: number | null;
  readonly first_told_at: number;
  readonly is_read: number;
  readonly is_starred: number;
}

export function toFeedRow(stored: StoredFeed): FeedRow {
  const interval = FEED_INTERVALS.find((each) => each === stored.interval_minutes);
  return {
    id: stored.id,
    address: stored.address,
    ownTitle: stored.own_title,
    toldTitle: stored.told_title,
    home: stored.home,
    paused: stored.paused === 1,
    intervalMinutes: interval ?? DEFAULT_FEED_INTERVAL,
    etag: stored.etag,
    lastModified: stored.last_modified,
    answeredAt: stored.answered_at,
    nextAt: stored.next_at,
    failures: stored.failures,
    failure: toFailure(stored),
  };
}

/** A reason that a later version wrote is none here. */
function toFailure({ failure_reason, failure_detail }: StoredFeed): FeedFailure | null {
  const reason = FEED_FAILURES.find((each) => each === failure_reason);
  return reason === undefined ? null : { reason, detail: failure_detail };
}

export function toInboxItem(stored: StoredItem): InboxItem {
  return {
    id: stored.id,
    feedId: stored.feed_id,
    title: stored.title,
    summary: stored.summary,
    url: stored.url,
    publishedAt: stored.published_at,
    seenAt: stored.first_told_at,
    read: stored.is_read === 1,
    starred: stored.is_starred === 1,
  };
}
