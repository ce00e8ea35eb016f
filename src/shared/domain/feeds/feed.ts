/** Minutes between two looks at a feed. */
export const FEED_INTERVALS = [15, 30, 60, 180, 720, 1440] as const;
export type FeedInterval = (typeof FEED_INTERVALS)[number];
export const DEFAULT_FEED_INTERVAL: FeedInterval = 60;

export const MOST_FEEDS = 100;
export const LONGEST_FEED_TITLE = 120;
export const LONGEST_FEED_ADDRESS = 1000;

/** A feed that the user chose, and how it does. */
export interface Feed {
  readonly id: number;
  /** `https:`, or `http:` where the user agreed to that. */
  readonly address: string;
  /** The user's name for it, else the feed's own, else its host. */
  readonly title: string;
  /** `https:` address of the site; null where the feed names none. */
  readonly home: string | null;
  readonly paused: boolean;
  readonly intervalMinutes: FeedInterval;
  readonly health: FeedHealth;
}

export type AddFeedResult =
  | { readonly ok: true; readonly id: number }
  | { readonly ok: false; readonly reason: AddFeedRefusal };

/** `plain-http`: anybody on the way can read and change it; the user has to agree first. */
export type AddFeedRefusal =
  'bad-address' | 'private-address' | 'plain-http' | 'already-there' | 'too-many';

/** What became of a list of feeds (OPML). */
export interface FeedListImport {
  readonly added: number;
  readonly alreadyThere: number;
  /** Addresses that were left out: not encrypted, not of the web, or beyond the most that fit. */
  readonly refused: readonly { readonly address: string; readonly reason: AddFeedRefusal }[];
}

/** All times are UTC milliseconds. */
export interface FeedHealth {
  /** It is being asked right now. */
  readonly isAsked: boolean;
  /** The last good answer; null where there was none yet. */
  readonly answeredAt: number | null;
  /** When it is asked next; null while it is paused. */
  readonly nextAt: number | null;
  /** Why the last look failed; null where it did not. Items of earlier answers are kept. */
  readonly failure: FeedFailure | null;
}

/**
 * Why a feed gave nothing. `private-address`: it leads into this machine or its network;
 * `insecure-redirect`: from `https:` to `http:`; `entities`: it defines entities of its own;
 * `damaged`: its compression is broken.
 */
export const FEED_FAILURES = [
  'private-address',
  'insecure-redirect',
  'too-many-redirects',
  'bad-address',
  'unreachable',
  'untrusted-certificate',
  'timed-out',
  'not-found',
  'gone',
  'refused',
  'busy',
  'server-error',
  'too-large',
  'damaged',
  'not-a-feed',
  'entities',
  'too-deep',
] as const;
export type FeedFailureReason = (typeof FEED_FAILURES)[number];

export interface FeedFailure {
  readonly reason: FeedFailureReason;
  /** For the careful reader, as `HTTP 404`; null where the reason says it all. */
  readonly detail: string | null;
}

/** One headline of a feed. All texts are plain: no markup, no control characters. */
export interface InboxItem {
  readonly id: number;
  readonly feedId: number;
  readonly title: string;
  /** The beginning of what the feed tells; empty where it tells no more than the title. */
  readonly summary: string;
  /** `https:`; null where the feed gives no address that may be opened. */
  readonly url: string | null;
  /** UTC milliseconds; null where the feed gives no date that can be read. */
  readonly publishedAt: number | null;
  /** UTC milliseconds of the answer that first held it. */
  readonly seenAt: number;
  readonly read: boolean;
  readonly starred: boolean;
}

export const FEED_KINDS = ['company', 'press', 'analysis'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** A feed that the app suggests. It is not asked before the user adds it. */
export interface SuggestedFeed {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly home: string;
  readonly language: 'en' | 'zh-CN' | 'zh-TW';
  readonly kind: FeedKind;
}
