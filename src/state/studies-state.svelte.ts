import { MOST_STUDIES, newStudy, type StudyChoice } from '../shared/domain/chart/study-choice';
import { VOLUME_PROFILE } from '../shared/domain/indicators/volume-profile';
import type { TapeoutClient } from '../shared/ipc/contract';
import type { SettingsState } from './settings-state.svelte';
import type { WatchlistState } from './watchlist-state.svelte';

/** Why a study was not added. */
export type StudyRefusal = 'too-many' | 'one-profile';
export type StudyPatch = Partial<Omit<StudyChoice, 'key' | 'indicator'>>;
type Scope = 'all' | `list:${number}`;

/** The indicators that stand on every chart of the desk: one set for all lists, or one for each. */
export class StudiesState {
  readonly #client: TapeoutClient;
  readonly #settings: SettingsState;
  readonly #watchlist: WatchlistState;
  #all = $state.raw<readonly StudyChoice[]>([]);
  #readScope = $state.raw<Scope | null>(null);
  #reading: { readonly scope: Scope; readonly done: Promise<void> } | null = null;
  /** Open while studies are chosen; `key` is the study whose settings were asked for. */
  editing = $state.raw<{ readonly key: string | null } | null>(null);

  constructor(client: TapeoutClient, settings: SettingsState, watchlist: WatchlistState) {
    this.#client = client;
    this.#settings = settings;
    this.#watchlist = watchlist;
  }

  readonly #scope = $derived.by((): Scope =>
    this.#settings.current.studiesPerList ? `list:${this.#watchlist.id}` : 'all',
  );

  /** False while those of another list are still on the screen. */
  readonly isRead: boolean = $derived(this.#readScope === this.#scope);

  /** In the order in which they are drawn and told. */
  get all(): readonly StudyChoice[] {
    return this.#all;
  }

  get perList(): boolean {
    return this.#settings.current.studiesPerList;
  }

  get(key: string): StudyChoice | undefined {
    return this.#all.find((study) => study.key === key);
  }

  /** Reads what the list has; a list without studies of its own begins with those of all. */
  open(): Promise<void> {
    const scope = this.#scope;
    if (this.#reading?.scope !== scope) {
      this.#reading = { scope, done: this.#read(scope) };
    }
    return this.#reading.done;
  }

  async setPerList(studiesPerList: boolean): Promise<void> {
    const kept = this.#settings.update({ studiesPerList });
    await this.open();
    await kept;
  }

  /** @returns why there is not one more; null where there is */
  async add(indicator: string, announcement: string | null = null): Promise<StudyRefusal | null> {
    if (!this.isRead) await this.open();
    const refusal = this.refusalOf(indicator);
    if (refusal !== null) return refusal;
    await this.#write([...this.#all, newStudy(indicator, this.#all, announcement)]);
    return null;
  }

  /** Why an indicator cannot be added now; null where it can. */
  refusalOf(indicator: string): StudyRefusal | null {
    if (this.#all.length >= MOST_STUDIES) return 'too-many';
    const isProfile = indicator === VOLUME_PROFILE.id;
    return isProfile && this.#all.some((study) => study.indicator === indicator)
      ? 'one-profile'
      : null;
  }

  async change(key: string, patch: StudyPatch): Promise<void> {
    await this.#write(
      this.#all.map((study) => (study.key === key ? { ...study, ...patch } : study)),
    );
  }

  async remove(key: string): Promise<void> {
    await this.#write(this.#all.filter((study) => study.key !== key));
  }

  /** Moves a study by so many places towards the end of the list; negative: towards its start. */
  async move(key: string, places: number): Promise<void> {
    const from = this.#all.findIndex((study) => study.key === key);
    const to = Math.max(0, Math.min(this.#all.length - 1, from + places));
    if (from < 0 || from === to) return;
    const next = [...this.#all];
    next.splice(to, 0, ...next.splice(from, 1));
    await this.#write(next);
  }

  /** Heights of panes by the keys of their studies, as parts of the chart's. */
  async resize(shares: ReadonlyMap<string, number>): Promise<void> {
    await this.#write(
      this.#all.map((study) => ({ ...study, share: shares.get(study.key) ?? study.share })),
    );
  }

  /** No studies at all, or for a list of its own: again those of all lists. */
  async reset(): Promise<void> {
    const scope = this.#scope;
    this.#all = [];
    await this.#client.charts.putStudies({ scope, own: null });
    this.#reading = null;
    await this.open();
  }

  async #read(scope: Scope): Promise<void> {
    const own = await this.#client.charts.getStudies({ scope });
    const shared =
      own === null && scope !== 'all' ? await this.#client.charts.getStudies({ scope: 'all' }) : [];
    if (scope !== this.#scope) return;
    this.#all = own ?? shared ?? [];
    this.#readScope = scope;
  }

  async #write(studies: readonly StudyChoice[]): Promise<void> {
    const scope = this.#scope;
    this.#all = studies;
    await this.#client.charts.putStudies({ scope, own: { studies } });
  }
}
