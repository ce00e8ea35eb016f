import type { FeedFailureReason } from '../../../src/shared/domain/feeds/feed';
import type { FeedRow } from './feed-repository-port';

const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 24 * 60 * MINUTE_MS;
const MOST_DOUBLINGS = 6;

/**
 * When a feed that answered is asked next: its interval, give or take a tenth, so that all feeds of one
 * day are not asked in one second.
 *
 * @param random - from 0 (included) to 1 (excluded)
 * @returns UTC milliseconds
 */
export function dueAfterAnswer(feed: FeedRow, now: number, random: number): number {
  return Math.round(now + feed.intervalMinutes * MINUTE_MS * (0.9 + random * 0.2));
}

/**
 * When a feed that failed is asked next: its interval, doubled with each failure up to a day, give or
 * take a quarter, and never before the server wants it.
 *
 * @param failures - on end, this one included
 */
export function dueAfterFailure(
  feed: FeedRow,
  { failures, retryAfterMs }: { readonly failures: number; readonly retryAfterMs: number | null },
  now: number,
  random: number,
): number {
  const doublings = Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1));
  const waitMs = Math.min(LONGEST_WAIT_MS, feed.intervalMinutes * MINUTE_MS * 2 ** doublings);
  return Math.round(now + Math.max(waitMs * (0.75 + random * 0.5), retryAfterMs ?? 0));
}

/** A feed that is gone for good, by its own word, is not asked again unless the user wants it. */
export function endsFeed(reason: FeedFailureReason): boolean {
  return reason === 'gone';
}
