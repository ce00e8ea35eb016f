import type { TapeoutClient } from '../shared/ipc/contract';
import type {
  Announcement,
  AnnouncementSummary,
  Company,
} from '../shared/domain/announcement/announcement';
import type { Locale } from '../shared/domain/settings/settings';
import type { InstrumentsState } from './instruments-state.svelte';
import type { SettingsState } from './settings-state.svelte';

/** What the list shows; `company` is the issuer of the charted instrument. */
export const TIMELINE_FILTERS = ['all', 'company', 'cpu', 'accelerator', 'confirmed'] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

/** The curated announcements: the list, which one is selected, and that one's full card. */
export class TimelineState {
  readonly #client: TapeoutClient;
  readonly #instruments: InstrumentsState;
  readonly #settings: SettingsState;
  #companies = $state.raw<ReadonlyMap<string, Company>>(new Map());
  #all = $state.raw<readonly AnnouncementSummary[]>([]);
  #loaded = $state.raw(false);
  #failed = $state.raw(false);
  #selectedId = $state.raw<string | null>(null);
  #card = $state.raw<Announcement | null>(null);
  filter = $state<TimelineFilter>('all');

  constructor(client: TapeoutClient, instruments: InstrumentsState, settings: SettingsState) {
    this.#client = client;
    this.#instruments = instruments;
    this.#settings = settings;
  }

  get all(): readonly AnnouncementSummary[] {
    return this.#all;
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
    return this.#card;
  }

  /** Announcements that name the charted company in any role, newest first. */
  readonly ofChartedCompany: readonly AnnouncementSummary[] = $derived(
    this.#all.filter((announcement) => this.concerns(announcement, this.#settings.current.charted)),
  );

  readonly shown: readonly AnnouncementSummary[] = $derived(this.matching(this.filter));

  readonly selected: AnnouncementSummary | null = $derived(
    this.#all.find((announcement) => announcement.id === this.#selectedId) ?? null,
  );

  async load(): Promise<void> {
    this.#failed = false;
    const { companies, announcements } = await this.#client.timeline
      .list()
      .catch((error: unknown) => {
        this.#failed = true;
        throw error;
      });
    this.#companies = new Map(companies.map((company) => [company.id, company]));
    this.#all = announcements;
    this.#loaded = true;
  }

  matching(filter: TimelineFilter): readonly AnnouncementSummary[] {
    switch (filter) {
      case 'all':
        return this.#all;
      case 'company':
        return this.ofChartedCompany;
      case 'confirmed':
        return this.#all.filter(({ claim, stage }) => claim === 'confirmed' && stage !== 'context');
      default:
        return this.#all.filter(({ kind }) => kind === filter);
    }
  }

  get(id: string): AnnouncementSummary | undefined {
    return this.#all.find((announcement) => announcement.id === id);
  }

  companyName(id: string, locale: Locale): string {
    const name = this.#companies.get(id)?.name;
    return (locale === 'zh-CN' ? name?.zh : name?.en) ?? id;
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
