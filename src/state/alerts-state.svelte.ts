import type { AlertRule, RuleDraft } from '../shared/domain/alert/alert-rule';
import type { AlertMute, Firing, FiringReplay } from '../shared/domain/alert/firing';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type {
  AlertFired,
  AlertRuleResult,
  AlertsSnapshot,
  FiringsPage,
  RulesImport,
} from '../shared/ipc/alerts-contract';
import type { TapeoutClient } from '../shared/ipc/contract';

/** Which firings are listed. */
export type FiringsWish = Omit<Parameters<TapeoutClient['alerts']['firings']>[0], 'limit'>;

export const ALERTS_VIEWS = ['rules', 'firings'] as const;
export type AlertsView = (typeof ALERTS_VIEWS)[number];

const PAGE = 100;

/** Alert rules, what they told and whether they are muted. */
export class AlertsState {
  readonly #client: TapeoutClient;
  #revision = -1;
  #rules = $state.raw<readonly AlertRule[]>([]);
  #unseen = $state.raw(0);
  #mute = $state.raw<AlertMute>({ until: null });
  #lastFired = $state.raw<Firing | null>(null);
  #loaded = $state.raw(false);
  #openFiringId = $state.raw<number | null>(null);
  /** What the drawer lists. */
  view = $state.raw<AlertsView>('rules');
  /** The rule that the editor has open: its id, a draft of a new one, or nothing. */
  editing = $state.raw<{ readonly id: number | null; readonly draft: RuleDraft } | null>(null);

  constructor(client: TapeoutClient) {
    this.#client = client;
  }

  /** In the order in which they were made. */
  get rules(): readonly AlertRule[] {
    return this.#rules;
  }

  /** Firings that nobody has acknowledged. */
  get unseen(): number {
    return this.#unseen;
  }

  /** Until when nothing is shown, UTC milliseconds; null where alerts are not muted. */
  get mutedUntil(): number | null {
    return this.#mute.until;
  }

  /** The last firing since the page opened; null before the first. */
  get lastFired(): Firing | null {
    return this.#lastFired;
  }

  /** The firing whose reasons the history shows; null for none. */
  get openFiringId(): number | null {
    return this.#openFiringId;
  }

  /** Opens a firing in the history, which counts as seen. */
  showFiring(id: number): void {
    this.view = 'firings';
    this.#openFiringId = id;
    void this.acknowledge([id]);
  }

  foldFiring(): void {
    this.#openFiringId = null;
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** Rules that are set on one instrument. */
  rulesOf(instrument: InstrumentId): readonly AlertRule[] {
    return this.#rules.filter(
      ({ watch }) =>
        watch.kind === 'market' &&
        watch.target.kind === 'instrument' &&
        watch.target.instrument === instrument,
    );
  }

  rule(id: number): AlertRule | undefined {
    return this.#rules.find((rule) => rule.id === id);
  }

  async load(): Promise<void> {
    this.receive(await this.#client.alerts.list());
    this.#loaded = true;
  }

  receive({ revision, rules, unseen, mute }: AlertsSnapshot): void {
    if (revision < this.#revision) return;
    this.#revision = revision;
    this.#rules = rules;
    this.#unseen = unseen;
    this.#mute = mute;
  }

  receiveFired({ firing, unseen, revision }: AlertFired): void {
    this.#lastFired = firing;
    if (revision >= this.#revision) this.#unseen = unseen;
  }

  create(rule: RuleDraft): Promise<AlertRuleResult> {
    return this.#client.alerts.create({ rule: $state.snapshot(rule) });
  }

  update(id: number, rule: RuleDraft): Promise<AlertRuleResult> {
    return this.#client.alerts.update({ id, rule: $state.snapshot(rule) });
  }

  setEnabled(ids: readonly number[], enabled: boolean): Promise<void> {
    return this.#client.alerts.setEnabled({ ids: [...ids], enabled });
  }

  /** @returns a function that takes it back */
  async remove(ids: readonly number[]): Promise<() => Promise<void>> {
    await this.#client.alerts.remove({ ids: [...ids] });
    return () => this.#client.alerts.restore({ ids: [...ids] });
  }

  /** @param until - UTC milliseconds; null ends it */
  async mute(until: number | null): Promise<void> {
    this.#mute = await this.#client.alerts.mute({ until });
  }

  /** The newest first. */
  firings(wish: FiringsWish): Promise<FiringsPage> {
    return this.#client.alerts.firings({ ...wish, limit: PAGE });
  }

  /** Why it fired: the prices around it; null where it is gone. */
  replay(id: number): Promise<FiringReplay | null> {
    return this.#client.alerts.replay({ id });
  }

  /** @param ids - null for all */
  acknowledge(ids: readonly number[] | null): Promise<void> {
    return this.#client.alerts.acknowledge({ ids: ids && [...ids] });
  }

  importRules(text: string): Promise<RulesImport> {
    return this.#client.alerts.importRules({ text });
  }

  async exportRules(): Promise<string> {
    return (await this.#client.alerts.exportRules()).text;
  }
}
