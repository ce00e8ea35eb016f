import type { TapeoutClient } from '../shared/ipc/contract';
import type {
  Announcement,
  AnnouncementSummary,
  Company,
} from '../shared/domain/announcement/announcement';
import { claimChain } from '../shared/domain/announcement/claim-chain';
import type { Chip, Programme } from '../shared/domain/announcement/programme';
import type { Locale } from '../shared/domain/settings/settings';
import { createPublicationClock } from '../shared/domain/replay/announcements-until';
import type { LocalizedText } from '../shared/domain/text/localized-text';
import type { InstrumentsState } from './instruments-state.svelte';
import { ReplayClock } from './replay-clock.svelte';
import type { SettingsState } from './settings-state.svelte';

/** What the list shows; `company` is the issuer of the charted instrument. */
export const TIMELINE_FILTERS = ['all', 'company', 'cpu', 'accelerator', 'confirmed'] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

/** The curated announcements: the list, which one is selected, and that one's full card. */
export class TimelineState {
  readonly #client: TapeoutClient;
  readonly #instruments: InstrumentsState;
  readonly #settings: SettingsState;
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
  #card = $state.raw<Announcement | null>(null);
  filter = $state<TimelineFilter>('all');
  /** Only announcements that name this programme, besides what {@link filter} asks; null for any. */
  programmeFilter = $state<string | null>(null);

  constructor(
    client: TapeoutClient,
    instruments: InstrumentsState,
    settings: SettingsState,
    clock: ReplayClock = new ReplayClock(),
  ) {
    this.#client = client;
    this.#instruments = instruments;
    this.#settings = settings;
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
  get card(): Announcement | null {
    return this.selected === null ? null : this.#card;
  }

  /** Announcements that name the charted company in any role, newest first. */
  readonly ofChartedCompany: readonly AnnouncementSummary[] = $derived.by(() =>
    this.ofCompany(this.#settings.current.charted),
  );

  readonly shown: readonly AnnouncementSummary[] = $derived(this.matching(this.filter));

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

  /** What a filter lets through, within the programme that is asked for. */
  matching(filter: TimelineFilter): readonly AnnouncementSummary[] {
    const matching = this.#matchingAny(filter);
    const asked = this.programmeFilter;
    if (asked === null) return matching;
    return matching.filter(({ programmes }) => programmes.includes(asked));
  }

  /** Takes every filter away. */
  showAll(): void {
    this.filter = 'all';
    this.programmeFilter = null;
  }

  /** Everything about one programme, whatever filter there was. */
  showProgramme(id: string): void {
    this.filter = 'all';
    this.programmeFilter = id;
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

  #matchingAny(filter: TimelineFilter): readonly AnnouncementSummary[] {
    switch (filter) {
      case 'all':
        return this.all;
      case 'company':
        return this.ofChartedCompany;
      case 'confirmed':
        return this.all.filter(({ claim, stage }) => claim === 'confirmed' && stage !== 'context');
      default:
        return this.all.filter(({ kind }) => kind === filter);
    }
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
