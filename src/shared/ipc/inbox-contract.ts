import { z } from 'zod/mini';
import {
  type AddFeedResult,
  type Feed,
  FEED_INTERVALS,
  type FeedInterval,
  type FeedListImport,
  type InboxItem,
  LONGEST_FEED_ADDRESS,
  LONGEST_FEED_TITLE,
  type SuggestedFeed,
} from '../domain/feeds/feed';
import { invoke, push } from './build';
import type { OpenResult } from './open-result';

const nothing = z.undefined();
const id = z.int().check(z.positive());
const title = z.string().check(z.trim(), z.maxLength(LONGEST_FEED_TITLE));
const interval = z.custom<FeedInterval>((value) =>
  FEED_INTERVALS.some((minutes) => minutes === value),
);

/** The user's feeds and their headlines. Bodies never cross: what does is plain text. */
export const inboxContract = {
  list: invoke(nothing)<InboxSnapshot>(),
  suggested: invoke(nothing)<readonly SuggestedFeed[]>(),
  /** `allowPlain`: the user agreed to an address that is not encrypted. */
  addFeed: invoke(
    z.strictObject({
      address: z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_FEED_ADDRESS)),
      allowPlain: z.boolean(),
    }),
  )<AddFeedResult>(),
  /** Null for a suggestion that does not exist. */
  addSuggested: invoke(
    z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(80)) }),
  )<AddFeedResult | null>(),
  /** An empty title goes back to the feed's own name. */
  updateFeed: invoke(
    z.strictObject({
      id,
      title: z.optional(title),
      paused: z.optional(z.boolean()),
      intervalMinutes: z.optional(interval),
    }),
  )<void>(),
  removeFeed: invoke(z.strictObject({ id }))<void>(),
  /** Takes a removal back, with everything that the feed had told. */
  restoreFeed: invoke(z.strictObject({ id }))<{ readonly restored: boolean }>(),
  /** Asks one feed now, or all of them (null). */
  askNow: invoke(z.strictObject({ id: z.nullable(id) }))<void>(),
  markItems: invoke(
    z.strictObject({
      items: z.strictObject({ ids: z.readonly(z.array(id).check(z.maxLength(2000))) }),
      read: z.optional(z.boolean()),
      starred: z.optional(z.boolean()),
      dismissed: z.optional(z.boolean()),
    }),
  )<void>(),
  /** Opens the page of a headline in the user's browser. The page never sends an address. */
  openItem: invoke(z.strictObject({ id }))<OpenResult>(),
  /** Main shows the file dialog and reads the file. */
  importFeeds: invoke(nothing)<FeedListReading>(),
  exportFeeds: invoke(nothing)<{ readonly outcome: FeedListSaving }>(),
  /** Ask for the list again. */
  onChanged: push<{ readonly revision: number }>(),
} as const;

export interface InboxSnapshot {
  readonly feeds: readonly Feed[];
  /** The newest first. */
  readonly items: readonly InboxItem[];
  /** False where the command line keeps the app from the network: no feed is asked. */
  readonly network: boolean;
}

export type FeedListReading =
  | { readonly kind: 'cancelled' }
  /** No list of feeds, too large for one, or a file that cannot be read. */
  | { readonly kind: 'not-a-list' }
  | { readonly kind: 'imported'; readonly result: FeedListImport };

export type FeedListSaving = 'saved' | 'cancelled' | 'failed';
