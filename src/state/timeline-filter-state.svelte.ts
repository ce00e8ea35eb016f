import {
  type AnnouncementFilter,
  chosenValues,
  type Facet,
  isNoFilter,
  NO_FILTER,
  toggleValue,
  withValues,
} from '../shared/domain/announcement-filter/announcement-filter';
import {
  countFacets,
  createMatcher,
  type FacetCounts,
} from '../shared/domain/announcement-filter/apply-filter';
import {
  filterSubject,
  type FilterSubject,
  listedCompanyOf,
  type RecordNames,
} from '../shared/domain/announcement-filter/filter-subject';
import type { AnnouncementSummary } from '../shared/domain/announcement/announcement';
import { daySpan } from '../shared/domain/announcement/placement';
import type { DateRange } from '../shared/domain/calendar/calendar-date';
import type { ReadingsState } from './readings-state.svelte';

/** `company`: those that name the charted company; `visible`: those of the dates that the chart shows. */
export const FOLLOW_MODES = ['all', 'company', 'visible'] as const;
export type FollowMode = (typeof FOLLOW_MODES)[number];

/** What the filters have to know of the record that they are put to. */
export interface FilteredRecord {
  /** Newest first. */
  readonly all: readonly AnnouncementSummary[];
  readonly ofChartedCompany: readonly AnnouncementSummary[];
  readonly names: RecordNames;
}

/** What of the record is shown: what the list follows, and what is asked of it. */
export class TimelineFilterState {
  readonly #record: FilteredRecord;
  readonly #readings: ReadingsState;
  #asked = $state.raw<AnnouncementFilter>(NO_FILTER);
  #visible = $state.raw<DateRange | null>(null);
  #exceptId = $state.raw<string | null>(null);
  follow = $state<FollowMode>('all');

  constructor(record: FilteredRecord, readings: ReadingsState) {
    this.#record = record;
    this.#readings = readings;
  }

  get asked(): AnnouncementFilter {
    return this.#asked;
  }

  readonly asksNothing: boolean = $derived.by(() => isNoFilter(this.#asked));

  /** All announcements as filters see them, by their keys. */
  readonly subjects: ReadonlyMap<string, FilterSubject> = $derived.by(() => {
    const { all, names } = this.#record;
    const readings = this.#readings.current;
    return new Map(all.map((each) => [each.id, filterSubject(each, names, readings)]));
  });

  /** What the filter lets through, whatever the list follows. */
  readonly #passing: ReadonlySet<string> = $derived.by(() => {
    const matches = createMatcher(this.#asked);
    const passing = [...this.subjects.values()].filter(matches);
    return new Set(passing.map(({ id }) => id));
  });

  /** What the list follows, unfiltered. */
  readonly followed: readonly AnnouncementSummary[] = $derived.by(() => {
    if (this.follow === 'company') return this.#record.ofChartedCompany;
    const visible = this.#visible;
    if (this.follow === 'all' || visible === null) return this.#record.all;
    return this.#record.all.filter((announcement) => {
      const { from, to } = daySpan(announcement);
      return from <= visible.to && to >= visible.from;
    });
  });

  /** What the list shows: what is followed and let through, and the one that is shown in spite of that. */
  readonly shown: readonly AnnouncementSummary[] = $derived.by(() => {
    const shown = this.followed.filter(({ id }) => this.#passing.has(id));
    const except = this.#exceptId;
    if (except === null || shown.some(({ id }) => id === except)) return shown;
    const ids = new Set([...shown.map(({ id }) => id), except]);
    return this.#record.all.filter(({ id }) => ids.has(id));
  });

  /** How many of what is followed each value would show. */
  readonly counts: FacetCounts = $derived.by(() =>
    countFacets(
      this.#asked,
      this.followed.flatMap(({ id }) => this.subjects.get(id) ?? []),
    ),
  );

  /** How many of the whole record have each value: what the order of the values goes by. */
  readonly totals: FacetCounts = $derived.by(() =>
    countFacets(NO_FILTER, [...this.subjects.values()]),
  );

  readonly #lines: ReadonlyMap<string, readonly string[]> = $derived.by(() => {
    const lines = new Map<string, string[]>();
    const { all, names } = this.#record;
    const symbols = all.flatMap((each) => each.instruments.map(({ instrument }) => instrument));
    for (const symbol of new Set(symbols)) {
      const company = listedCompanyOf(symbol, names.instrument(symbol));
      lines.set(company, [...(lines.get(company) ?? []), symbol]);
    }
    return lines;
  });

  /** The instruments of a value of the facet `ticker` that the record names. */
  linesOf(company: string): readonly string[] {
    return this.#lines.get(company) ?? [];
  }

  /** False where the filter hides it, on the chart as in the list; what the list follows hides nothing there. */
  passes(id: string): boolean {
    return this.#passing.has(id);
  }

  /** True where it is in the list only because it was asked for by itself. */
  isException(id: string): boolean {
    return id === this.#exceptId && !(this.passes(id) && this.followed.some((e) => e.id === id));
  }

  chosen(facet: Facet): readonly string[] {
    return chosenValues(this.#asked, facet);
  }

  toggle(facet: Facet, value: string): void {
    this.use(toggleValue(this.#asked, facet, value));
  }

  clear(facet: Facet): void {
    this.use(withValues(this.#asked, facet, []));
  }

  search(text: string): void {
    this.use({ ...this.#asked, text });
  }

  use(filter: AnnouncementFilter): void {
    this.#asked = filter;
    this.#exceptId = null;
  }

  /** Takes the filter away; what the list follows stays. */
  clearAll(): void {
    this.use(NO_FILTER);
  }

  /** Takes everything away that hides an announcement. */
  showAll(): void {
    this.follow = 'all';
    this.clearAll();
  }

  /** Everything about one programme, whatever filter there was. */
  showProgramme(id: string): void {
    this.follow = 'all';
    this.use(withValues(NO_FILTER, 'programme', [id]));
  }

  /** Puts one announcement into the list, also where the filter hides it; the filter stays. */
  except(id: string): void {
    this.#exceptId = id;
  }

  /** The dates that the chart shows; null while it shows none. */
  setVisible(range: DateRange | null): void {
    const before = this.#visible;
    if (before?.from === range?.from && before?.to === range?.to) return;
    this.#visible = range;
  }
}
