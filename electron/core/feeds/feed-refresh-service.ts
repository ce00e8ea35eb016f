import type { Scheduler } from '../quotes/scheduler-port';
import { dueAfterAnswer, dueAfterFailure, endsFeed } from './feed-due';
import type { FeedAnswer, FeedGateway } from './feed-gateway-port';
import type { FeedRepository, FeedRow } from './feed-repository-port';

export const MOST_AT_ONCE = 2;
/** What no answer has held for so long is forgotten. */
export const KEPT_MS = 30 * 86_400_000;
const LONGEST_SLEEP_MS = 600_000;
const SHORTEST_SLEEP_MS = 1000;
const HOUSEKEEPING_MS = 86_400_000;

export interface FeedRefreshParts {
  readonly repository: FeedRepository;
  /** Loaded with the first feed that is due. */
  readonly loadGateway: () => Promise<FeedGateway>;
  /** False where no server may be asked in this run. */
  readonly network: boolean;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
  /** Feeds or items are not as they were. */
  readonly onChanged: () => void;
  readonly onError: (error: unknown) => void;
}

/** Asks the feeds that are due, two at once at most; one that fails leaves the others alone. */
export class FeedRefreshService {
  private readonly asking = new Map<number, AbortController>();
  private cancelTimer: (() => void) | null = null;
  private isActive = false;
  private tidiedAt = 0;

  constructor(private readonly parts: FeedRefreshParts) {}

  start(): void {
    this.isActive = this.parts.network;
    this.look();
  }

  dispose(): void {
    this.isActive = false;
    this.cancelTimer?.();
    for (const asked of this.asking.values()) asked.abort();
  }

  isAsked(id: number): boolean {
    return this.asking.has(id);
  }

  /** Asks one feed, or all that are not paused, without waiting until they are due. */
  askNow(id: number | null): void {
    const { repository, now } = this.parts;
    for (const feed of repository.feeds()) {
      // Who asks for all of them does not mean those whose servers asked to be left alone.
      const isWelcome = !feed.paused && feed.failure?.reason !== 'busy';
      const isWanted = id === null ? isWelcome : feed.id === id;
      if (isWanted && feed.nextAt > now()) repository.update(feed.id, { nextAt: now() });
    }
    this.look();
  }

  /** Begins with what is due, and sleeps until the next one is. */
  look(): void {
    if (!this.isActive) return;
    this.cancelTimer?.();
    this.tidy();
    const { now, scheduler } = this.parts;
    const waiting = this.waiting();
    const due = waiting.filter(({ nextAt }) => nextAt <= now());
    for (const feed of due.slice(0, MOST_AT_ONCE - this.asking.size)) void this.ask(feed);
    const next = waiting.find(({ nextAt }) => nextAt > now());
    const sleepMs = Math.min(LONGEST_SLEEP_MS, (next?.nextAt ?? Infinity) - now());
    this.cancelTimer = scheduler.after(Math.max(SHORTEST_SLEEP_MS, sleepMs), () => this.look());
  }

  /** Those that are not being asked, the most overdue first. */
  private waiting(): readonly FeedRow[] {
    return this.parts.repository
      .feeds()
      .filter(({ id, paused }) => !paused && !this.asking.has(id))
      .toSorted((a, b) => a.nextAt - b.nextAt);
  }

  private async ask(feed: FeedRow): Promise<void> {
    const { loadGateway, onChanged, onError } = this.parts;
    const stop = new AbortController();
    this.asking.set(feed.id, stop);
    onChanged();
    try {
      const gateway = await loadGateway();
      const answer = await gateway.ask(feed, stop.signal);
      if (this.isActive) this.take(feed, answer);
    } catch (error) {
      // Not the feed's fault; it is tried again as if it had failed.
      onError(error);
      if (this.isActive) this.postpone(feed, null);
    }
    this.asking.delete(feed.id);
    onChanged();
    this.look();
  }

  private take(feed: FeedRow, answer: FeedAnswer): void {
    const { repository, now, random } = this.parts;
    if (answer.kind === 'failed') {
      this.postpone(feed, answer);
      return;
    }
    if (answer.kind === 'told') {
      repository.keep(feed.id, { ...answer.feed, ...answer.validators }, now());
    } else {
      repository.keepUnchanged(feed.id, now());
    }
    repository.update(feed.id, { nextAt: dueAfterAnswer(feed, now(), random()) });
  }

  private postpone(
    feed: FeedRow,
    answer: Extract<FeedAnswer, { readonly kind: 'failed' }> | null,
  ): void {
    const { repository, now, random } = this.parts;
    const failures = feed.failures + 1;
    const retryAfterMs = answer?.retryAfterMs ?? null;
    repository.update(feed.id, {
      failures,
      nextAt: dueAfterFailure(feed, { failures, retryAfterMs }, now(), random()),
      ...(answer && { failure: answer.failure }),
      ...(answer && endsFeed(answer.failure.reason) && { paused: true }),
    });
  }

  private tidy(): void {
    const { repository, now } = this.parts;
    if (Math.abs(now() - this.tidiedAt) < HOUSEKEEPING_MS) return;
    this.tidiedAt = now();
    repository.forgetItems(now() - KEPT_MS);
  }
}
