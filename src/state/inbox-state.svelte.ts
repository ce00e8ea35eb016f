import type {
  AddFeedRefusal,
  Feed,
  FeedInterval,
  InboxItem,
  SuggestedFeed,
} from '../shared/domain/feeds/feed';
import { groupHeadlines } from '../shared/domain/feeds/group-headlines';
import { makeLexicon } from '../shared/domain/feeds/headline-lexicon';
import {
  type InboxFilter,
  type InboxWish,
  isShown,
  storiesOf,
  type Story,
} from '../shared/domain/feeds/inbox-stories';
import type { TapeoutClient } from '../shared/ipc/contract';
import type { OpenResult } from '../shared/ipc/open-result';
import type { FeedListReading, FeedListSaving } from '../shared/ipc/inbox-contract';
import { HeadlineScores } from './headline-scores';
import type { DraftPrefill } from './curation-state.svelte';
import type { TimelineState } from './timeline-state.svelte';

/** The user's feeds and their headlines, scored against the record and gathered into stories. */
export class InboxState {
  readonly #client: TapeoutClient;
  readonly #timeline: TimelineState;
  readonly #startDraft: (prefill: DraftPrefill) => void;
  #feeds = $state.raw<readonly Feed[]>([]);
  #items = $state.raw<readonly InboxItem[]>([]);
  #leads = $state.raw<ReadonlyMap<number, number>>(new Map());
  #suggested = $state.raw<readonly SuggestedFeed[]>([]);
  #network = $state.raw(true);
  #loaded = $state.raw(false);
  readonly #scores = new HeadlineScores();
  #loading = false;
  #isStale = false;
  filter = $state<InboxFilter>('all');
  onlyLikely = $state(true);
  feedId = $state<number | null>(null);
  text = $state('');
  selectedId = $state<number | null>(null);
  managerOpen = $state(false);

  /** @param startDraft - begins an announcement */
  constructor(
    client: TapeoutClient,
    timeline: TimelineState,
    startDraft: (prefill: DraftPrefill) => void,
  ) {
    this.#client = client;
    this.#timeline = timeline;
    this.#startDraft = startDraft;
  }

  get feeds(): readonly Feed[] {
    return this.#feeds;
  }

  /** Feeds that the app suggests and the user has not chosen; empty until asked for. */
  readonly suggested: readonly SuggestedFeed[] = $derived.by(() => {
    const chosen = new Set(this.#feeds.map(({ address }) => address));
    return this.#suggested.filter(({ address }) => !chosen.has(address));
  });

  get loaded(): boolean {
    return this.#loaded;
  }

  /** False where the command line keeps the app from the network. */
  get network(): boolean {
    return this.#network;
  }

  readonly #lexicon = $derived.by(() => makeLexicon(this.#timeline.record));

  readonly stories: readonly Story[] = $derived.by(() =>
    storiesOf(this.#items, this.#leads, (item) => this.#scores.of(item, this.#lexicon)),
  );

  readonly shown: readonly Story[] = $derived.by(() =>
    this.stories.filter((story) => isShown(story, this.#wish(this.filter))),
  );

  /** Stories that are likely news of chips and nobody has read. */
  readonly newsCount: number = $derived.by(
    () => this.stories.filter(({ lead, score }) => score.isLikely && !lead.read).length,
  );

  /** Feeds whose last look failed. */
  readonly failing: readonly Feed[] = $derived(
    this.#feeds.filter(({ health }) => health.failure !== null),
  );

  count(filter: InboxFilter): number {
    return this.stories.filter((story) => isShown(story, { ...this.#wish(filter), keptId: null }))
      .length;
  }

  feed(id: number): Feed | undefined {
    return this.#feeds.find((feed) => feed.id === id);
  }

  async load(): Promise<void> {
    const { feeds, items, network } = await this.#client.inbox.list();
    this.#feeds = feeds;
    this.#network = network;
    this.#leads = groupHeadlines(
      items.map((item) => ({ ...item, at: item.publishedAt ?? item.seenAt })),
    );
    this.#items = items;
    this.#loaded = true;
  }

  /** Main has news; it is asked again once the answer to the last question is there. */
  async hearChange(): Promise<void> {
    this.#isStale = true;
    if (this.#loading) return;
    this.#loading = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.load();
      }
    } finally {
      this.#loading = false;
    }
  }

  async loadSuggested(): Promise<void> {
    this.#suggested = await this.#client.inbox.suggested();
  }

  /** @returns why it was refused; null where it was added */
  async add(address: string, allowPlain: boolean): Promise<AddFeedRefusal | null> {
    const result = await this.#client.inbox.addFeed({ address, allowPlain });
    await this.load();
    return result.ok ? null : result.reason;
  }

  async addSuggested(id: string): Promise<void> {
    await this.#client.inbox.addSuggested({ id });
    await this.load();
  }

  async update(
    id: number,
    change: {
      readonly title?: string;
      readonly paused?: boolean;
      readonly intervalMinutes?: FeedInterval;
    },
  ): Promise<void> {
    await this.#client.inbox.updateFeed({ id, ...change });
    await this.load();
  }

  async remove(id: number): Promise<void> {
    if (this.feedId === id) this.feedId = null;
    await this.#client.inbox.removeFeed({ id });
    await this.load();
  }

  async restore(id: number): Promise<void> {
    await this.#client.inbox.restoreFeed({ id });
    await this.load();
  }

  askNow(id: number | null): Promise<void> {
    return this.#client.inbox.askNow({ id });
  }

  async importFeeds(): Promise<FeedListReading> {
    const reading = await this.#client.inbox.importFeeds();
    await this.load();
    return reading;
  }

  async exportFeeds(): Promise<FeedListSaving> {
    return (await this.#client.inbox.exportFeeds()).outcome;
  }

  /** Selects a story and marks it as read; null selects none. */
  async select(story: Story | null): Promise<void> {
    this.selectedId = story?.lead.id ?? null;
    if (story && !story.lead.read) await this.setRead(story, true);
  }

  setRead(story: Story, read: boolean): Promise<void> {
    return this.#mark(idsOf(story), { read });
  }

  setStarred(story: Story, starred: boolean): Promise<void> {
    return this.#mark(starred ? [story.lead.id] : idsOf(story), { starred });
  }

  async readAll(): Promise<void> {
    const shown = this.shown.filter(({ lead }) => !lead.read);
    await this.#mark(shown.flatMap(idsOf).slice(0, 2000), { read: true });
  }

  /** Out of the list, whoever tells it again. @returns a function that takes it back */
  async dismiss(story: Story): Promise<() => Promise<void>> {
    const items = { ids: idsOf(story) };
    this.#items = this.#items.filter(({ id }) => !items.ids.includes(id));
    if (this.selectedId === story.lead.id) this.selectedId = null;
    await this.#client.inbox.markItems({ items, dismissed: true });
    return async () => {
      await this.#client.inbox.markItems({ items, dismissed: false });
      await this.load();
    };
  }

  /** Opens the page of a headline in the user's browser. */
  open(id: number): Promise<OpenResult> {
    return this.#client.inbox.openItem({ id });
  }

  makeDraft({ lead, score }: Story): void {
    const { title, url, publishedAt } = lead;
    const { companyIds, programmeIds } = score;
    this.#startDraft({ title, url, publishedAt, companyIds, programmeIds, claim: 'reported' });
  }

  async #mark(
    ids: readonly number[],
    marks: { readonly read?: boolean; readonly starred?: boolean },
  ): Promise<void> {
    if (ids.length === 0) return;
    const marked = new Set(ids);
    this.#items = this.#items.map((item) => (marked.has(item.id) ? { ...item, ...marks } : item));
    await this.#client.inbox.markItems({ items: { ids: [...ids] }, ...marks });
  }

  #wish(filter: InboxFilter): InboxWish {
    const { onlyLikely, feedId, text, selectedId } = this;
    return { filter, onlyLikely, feedId, text, keptId: selectedId };
  }
}

function idsOf({ lead, others }: Story): number[] {
  return [lead, ...others].map(({ id }) => id);
}
