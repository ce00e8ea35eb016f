import {
  type AddFeedRefusal,
  type AddFeedResult,
  DEFAULT_FEED_INTERVAL,
  type Feed,
  type FeedInterval,
  type FeedListImport,
  type InboxItem,
  MOST_FEEDS,
  type SuggestedFeed,
} from '../../../src/shared/domain/feeds/feed';
import { writeOpml } from '../../../src/shared/domain/feeds/write-opml';
import type { Scheduler } from '../quotes/scheduler-port';
import type { FeedGateway } from './feed-gateway-port';
import type { FeedRefreshService } from './feed-refresh-service';
import type { FeedRepository, FeedRow, ItemMarks } from './feed-repository-port';

/** The page gets no more; older ones are kept as long as their feeds tell them. */
export const MOST_LISTED_ITEMS = 2000;

/** The desk stands and its prices are asked for by then. */
export const FIRST_LOOK_MS = 5000;

export interface FeedServiceParts {
  readonly repository: FeedRepository;
  readonly refresh: Pick<FeedRefreshService, 'askNow' | 'isAsked' | 'look' | 'start' | 'dispose'>;
  readonly loadGateway: () => Promise<FeedGateway>;
  readonly loadSuggested: () => Promise<readonly SuggestedFeed[]>;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** False where no server may be asked in this run. */
  readonly network: boolean;
  readonly scheduler: Scheduler;
  readonly onChanged: () => void;
}

export interface FeedChange {
  /** Empty goes back to the feed's own name. */
  readonly title?: string | undefined;
  readonly paused?: boolean | undefined;
  readonly intervalMinutes?: FeedInterval | undefined;
}

/** The feeds that the user chose, and their headlines. */
export class FeedService {
  private cancelFirstLook: (() => void) | null = null;

  constructor(private readonly parts: FeedServiceParts) {}

  get network(): boolean {
    return this.parts.network;
  }

  start(): void {
    const { refresh, repository, scheduler } = this.parts;
    repository.forgetRemoved();
    this.cancelFirstLook = scheduler.after(FIRST_LOOK_MS, () => refresh.start());
  }

  dispose(): void {
    this.cancelFirstLook?.();
    this.parts.refresh.dispose();
  }

  feeds(): readonly Feed[] {
    return this.parts.repository.feeds().map((row) => this.toFeed(row));
  }

  items(): readonly InboxItem[] {
    return this.parts.repository.items(MOST_LISTED_ITEMS);
  }

  suggested(): Promise<readonly SuggestedFeed[]> {
    return this.parts.loadSuggested();
  }

  /** @param allowPlain - the user agreed to an address that is not encrypted */
  async add(address: string, title: string | null, allowPlain: boolean): Promise<AddFeedResult> {
    const result = await this.insert(address, title, allowPlain);
    if (result.ok) this.changed();
    return result;
  }

  /** @returns null for an identity that is not among the suggestions */
  async addSuggested(id: string): Promise<AddFeedResult | null> {
    const suggested = (await this.parts.loadSuggested()).find((each) => each.id === id);
    return suggested ? this.add(suggested.address, suggested.title, false) : null;
  }

  update(id: number, { title, paused, intervalMinutes }: FeedChange): void {
    const { repository, now } = this.parts;
    repository.update(id, {
      ...(title !== undefined && { ownTitle: title === '' ? null : title }),
      ...(paused !== undefined && { paused }),
      // Whoever goes on with a feed or wants it more often wants to see something.
      ...(paused === false && { nextAt: now(), failures: 0, failure: null }),
      ...(intervalMinutes !== undefined && { intervalMinutes, nextAt: now() }),
    });
    this.changed();
  }

  remove(id: number): void {
    this.parts.repository.remove(id, this.parts.now());
    this.parts.onChanged();
  }

  /** @returns false where it is too late */
  restore(id: number): boolean {
    const restored = this.parts.repository.restore(id);
    if (restored) this.changed();
    return restored;
  }

  askNow(id: number | null): void {
    this.parts.refresh.askNow(id);
  }

  mark(ids: readonly number[], marks: ItemMarks): void {
    this.parts.repository.mark(ids, marks);
  }

  itemUrl(id: number): string | null {
    return this.parts.repository.itemUrl(id);
  }

  /** @returns null where the file is no list of feeds */
  async importList(bytes: Uint8Array): Promise<FeedListImport | null> {
    const listed = (await this.parts.loadGateway()).readList(bytes);
    if (listed === null) return null;
    let added = 0;
    let alreadyThere = 0;
    const refused: { address: string; reason: AddFeedRefusal }[] = [];
    for (const { address, title } of listed) {
      const result = await this.insert(address, title === '' ? null : title, false);
      if (result.ok) added += 1;
      else if (result.reason === 'already-there') alreadyThere += 1;
      else refused.push({ address: address.slice(0, 200), reason: result.reason });
    }
    if (added > 0) this.changed();
    return { added, alreadyThere, refused: refused.slice(0, MOST_FEEDS) };
  }

  exportList(): string {
    return writeOpml(this.feeds(), 'Tapeout');
  }

  private async insert(
    address: string,
    title: string | null,
    allowPlain: boolean,
  ): Promise<AddFeedResult> {
    const { repository } = this.parts;
    const checked = (await this.parts.loadGateway()).check(address);
    if (!checked.ok) return checked;
    if (checked.isPlain && !allowPlain) return { ok: false, reason: 'plain-http' };
    const known = repository.feeds();
    if (known.some((each) => each.address === checked.address)) {
      return { ok: false, reason: 'already-there' };
    }
    if (known.length >= MOST_FEEDS) return { ok: false, reason: 'too-many' };
    const id = repository.add(checked.address, title, DEFAULT_FEED_INTERVAL);
    return id === null ? { ok: false, reason: 'already-there' } : { ok: true, id };
  }

  private changed(): void {
    this.parts.refresh.look();
    this.parts.onChanged();
  }

  private toFeed(row: FeedRow): Feed {
    const { id, address, ownTitle, toldTitle, home, paused, intervalMinutes } = row;
    return {
      ...{ id, address, home, paused, intervalMinutes },
      title: ownTitle ?? (toldTitle || new URL(address).host),
      health: {
        isAsked: this.parts.refresh.isAsked(id),
        answeredAt: row.answeredAt,
        nextAt: paused ? null : row.nextAt,
        failure: row.failure,
      },
    };
  }
}
