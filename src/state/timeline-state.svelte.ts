import type { TapeoutClient } from '../shared/ipc/contract';
import type { RecordNames } from '../shared/domain/announcement-filter/filter-subject';
import type { AnnouncementSummary, Company } from '../shared/domain/announcement/announcement';
import type { ShownAnnouncement } from '../shared/domain/announcement/curation/curated-entry';
import { claimChain } from '../shared/domain/announcement/claim-chain';
import type { Chip, Programme } from '../shared/domain/announcement/programme';
import type { Locale } from '../shared/domain/settings/settings';
import { createPublicationClock } from '../shared/domain/replay/announcements-until';
import type { LocalizedText } from '../shared/domain/text/localized-text';
import type { Readings } from '../shared/domain/text/readings';
import type { InstrumentsState } from './instruments-state.svelte';
import type { ReadingsState } from './readings-state.svelte';
import { SavedFiltersState } from './saved-filters-state.svelte';
import { ReplayClock } from './replay-clock.svelte';
import type { SettingsState } from './settings-state.svelte';
import { TimelineFilterState } from './timeline-filter-state.svelte';

/** The curated announcements: the list, which one is selected, and that one's full card. */
export class TimelineState {
  readonly #client: TapeoutClient;
  readonly #instruments: InstrumentsState;
  readonly #settings: SettingsState;
  readonly #readings: ReadingsState;
  /** What of it is shown. */
  readonly filters: TimelineFilterState;
  readonly saved: SavedFiltersState;
  readonly #clock: ReplayClock;
  #companies = $state.raw<ReadonlyMap<string, Company>>(new Map());
  #programmes = $state.raw<ReadonlyMap<string, Programme>>(new Map());
  #chips = $state.raw<ReadonlyMap<string, Chip>>(new Map());
  /** Whatever the moment at which the desk stands. */
  #listed = $state.raw<readonly AnnouncementSummary[]>([]);
  readonly #publishedAt = $derived.by(() => {
    const publishedAt = createPublicationClock();
    return new Map(this.#listed.map((each) => [each.id, publishedAt(each)]));
  });
  #loaded = $state.raw(false);
  #failed = $state.raw(false);
  #selectedId = $state.raw<string | null>(null);
  #card = $state.raw<ShownAnnouncement | null>(null);

  constructor(
    client: TapeoutClient,
    instruments: InstrumentsState,
    settings: SettingsState,
    readings: ReadingsState,
    clock: ReplayClock = new ReplayClock(),
  ) {
    this.#client = client;
    this.#instruments = instruments;
    this.#settings = settings;
    this.#readings = readings;
    this.filters = new TimelineFilterState(this, readings);
    this.saved = new SavedFiltersState(client);
    this.#clock = clock;
  }

  /** Newest first; at a moment of the past those that were certainly public then. */
  readonly all: readonly AnnouncementSummary[] = $derived.by(() => {
    const { moment } = this.#clock;
    if (moment === null) return this.#listed;
    return this.#listed.filter(({ id }) => (this.#publishedAt.get(id) ?? Infinity) <= moment);
  });

  get programmes(): readonly Programme[] {
    return this.#programmeList;
  }

  get chips(): readonly Chip[] {
    return this.#chipList;
  }

  /** Companies, programmes and chips of the record, for whoever looks for their names. */
  readonly record = $derived.by(() => ({
    companies: [...this.#companies.values()],
    programmes: this.#programmeList,
    chips: this.#chipList,
  }));

  /** How the Chinese names of the record sound, once a search has begun. */
  get readings(): Readings {
    return this.#readings.current;
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** True where the last reading of the announcements failed; `load()` tries again. */
  get failed(): boolean {
    return this.#failed;
  }

  get selectedId(): string | null {
    return this.#selectedId;
  }

  /** The selected announcement with summary and sources; null until main has answered. */
  get card(): ShownAnnouncement | null {
    return this.selected === null ? null : this.#card;
  }

  /** Announcements that name the charted company in any role, newest first. */
  readonly ofChartedCompany: readonly AnnouncementSummary[] = $derived.by(() =>
    this.ofCompany(this.#settings.current.charted),
  );

  /** What the keys of the record stand for. */
  readonly names: RecordNames = $derived.by(() => {
    const [companies, programmes, chips] = [this.#companies, this.#programmes, this.#chips];
    return {
      company: (id) => companies.get(id)?.name,
      programme: (id) => programmes.get(id)?.name,
      chip: (id) => chips.get(id)?.name,
      instrument: (id) => this.#instruments.get(id),
    };
  });

  readonly #programmeList: readonly Programme[] = $derived([...this.#programmes.values()]);
  readonly #chipList: readonly Chip[] = $derived([...this.#chips.values()]);

  readonly selected: AnnouncementSummary | null = $derived(
    this.all.find((announcement) => announcement.id === this.#selectedId) ?? null,
  );

  async load(): Promise<void> {
    this.#failed = false;
    const { companies, programmes, chips, announcements } = await this.#client.timeline
      .list()
      .catch((error: unknown) => {
        this.#failed = true;
        throw error;
      });
    this.#companies = new Map(companies.map((company) => [company.id, company]));
    this.#programmes = new Map(programmes.map((programme) => [programme.id, programme]));
    this.#chips = new Map(chips.map((chip) => [chip.id, chip]));
    this.#listed = announcements;
    this.#loaded = true;
  }

  /** Reads everything again without taking the open card away meanwhile. */
  async refresh(): Promise<void> {
    await this.load();
    const id = this.#selectedId;
    if (id === null) return;
    const card = await this.#client.timeline.get({ id });
    if (this.#selectedId !== id) return;
    this.#card = card;
    if (card === null) this.#selectedId = null;
  }

  get(id: string): AnnouncementSummary | undefined {
    return this.all.find((announcement) => announcement.id === id);
  }

  companyName(id: string, locale: Locale): string {
    return inLanguage(this.#companies.get(id)?.name, locale) ?? id;
  }

  programme(id: string): Programme | undefined {
    return this.#programmes.get(id);
  }

  programmeName(id: string, locale: Locale): string {
    return inLanguage(this.#programmes.get(id)?.name, locale) ?? id;
  }

  chip(id: string): Chip | undefined {
    return this.#chips.get(id);
  }

  chipName(id: string, locale: Locale): string {
    return inLanguage(this.#chips.get(id)?.name, locale) ?? id;
  }

  /** What an announcement is about in two or three words: its label, or the names of its chips. */
  labelOf({ label, chips }: Pick<AnnouncementSummary, 'label' | 'chips'>, locale: Locale): string {
    const names = chips.map((id) => this.chipName(id, locale));
    return inLanguage(label, locale) ?? names.join(locale === 'zh-CN' ? '、' : ', ');
  }

  /** The announcement among the earlier and later claims that it is connected with, oldest first. */
  chainOf(id: string): readonly AnnouncementSummary[] {
    return claimChain(id, this.all);
  }

  /** Announcements that name the issuer of `symbol` in any role, newest first. */
  ofCompany(symbol: string): readonly AnnouncementSummary[] {
    return this.all.filter((announcement) => this.concerns(announcement, symbol));
  }

  /** Of those that name the issuer of `symbol`, what the filter lets through: what its chart marks. */
  markedFor(symbol: string): readonly AnnouncementSummary[] {
    return this.ofCompany(symbol).filter(({ id }) => this.filters.passes(id));
  }

  /** True where the announcement names a line of the same company as `symbol`. */
  concerns(announcement: AnnouncementSummary, symbol: string): boolean {
    return announcement.instruments.some(({ instrument }) =>
      this.#instruments.isSameIssuer(instrument, symbol),
    );
  }

  /** Selects an announcement (null: none) and fetches its card. */
  async select(id: string | null): Promise<void> {
    this.#selectedId = id;
    this.#card = null;
    if (id === null) return;
    const card = await this.#client.timeline.get({ id });
    if (this.#selectedId === id) this.#card = card;
  }

  /** Opens a source in the user's browser. @returns false where main refused. */
  async openSource(id: string, sourceIndex: number): Promise<boolean> {
    const result = await this.#client.timeline.openSource({ id, sourceIndex });
    return result.ok;
  }
}

function inLanguage(text: LocalizedText | null | undefined, locale: Locale): string | undefined {
  return locale === 'zh-CN' ? text?.zh : text?.en;
}
