import { SvelteSet } from 'svelte/reactivity';
import { type ChipRecord, chipRecords } from '../shared/domain/announcement/chip-record';
import type { TimelineState } from './timeline-state.svelte';

/** The two ways to see the whole record at once. */
export const INDUSTRY_VIEWS = ['roadmap', 'table'] as const;
export type IndustryView = (typeof INDUSTRY_VIEWS)[number];

/** By what most chips of a programme are. */
export const INDUSTRY_KINDS = ['all', 'cpu', 'accelerator', 'soc', 'other'] as const;
export type IndustryKind = (typeof INDUSTRY_KINDS)[number];

export const LEAGUE_COLUMNS = [
  ...(['company', 'programme', 'chip', 'kind', 'stage', 'claim', 'date'] as const),
  ...(['process', 'foundry', 'isa', 'sources'] as const),
] as const;
export type LeagueColumn = (typeof LEAGUE_COLUMNS)[number];

export interface LeagueOrder {
  readonly column: LeagueColumn;
  readonly descending: boolean;
}

/** Roadmap and table over the whole window: what they show, kept while they are closed. */
export class IndustryState {
  readonly #timeline: TimelineState;
  #open = $state(false);
  view = $state<IndustryView>('roadmap');
  kind = $state<IndustryKind>('all');
  /** Only this company (its id); null for all. */
  company = $state<string | null>(null);
  query = $state('');
  /** Ids of the companies whose lanes are folded. */
  readonly folded = new SvelteSet<string>();
  /** Where the roadmap stands, as a day since 1970 at its left edge and pixels of a day; null at first. */
  scale = $state.raw<{ readonly fromDay: number; readonly dayPx: number } | null>(null);

  order = $state.raw<LeagueOrder>({ column: 'company', descending: false });
  /** Whether the table has a head for each company. */
  grouped = $state(false);

  constructor(timeline: TimelineState) {
    this.#timeline = timeline;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Everything that is recorded of chips and programmes. */
  readonly records: readonly ChipRecord[] = $derived.by(() => {
    const { programmes, chips, all } = this.#timeline;
    return chipRecords(programmes, chips, all);
  });

  open(view: IndustryView): void {
    this.view = view;
    this.#open = true;
  }

  close(): void {
    this.#open = false;
  }

  toggle(): void {
    this.#open = !this.#open;
  }

  /** Takes every filter away. */
  showAll(): void {
    this.kind = 'all';
    this.company = null;
    this.query = '';
  }

  /** By this column, the other way round where it is so already. */
  orderBy(column: LeagueColumn): void {
    const descending = this.order.column === column && !this.order.descending;
    this.order = { column, descending };
  }

  fold(company: string): void {
    if (!this.folded.delete(company)) this.folded.add(company);
  }

  /** Folds all of these, or opens them where all are folded. */
  foldAll(companies: readonly string[]): void {
    const open = companies.filter((company) => !this.folded.has(company));
    if (open.length > 0) for (const company of open) this.folded.add(company);
    else for (const company of companies) this.folded.delete(company);
  }
}
