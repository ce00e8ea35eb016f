import {
  type AlertRule,
  type AlertWatch as AlertRuleWatch,
  MOST_RULES,
  type RuleDraft,
} from '../../../src/shared/domain/alert/alert-rule';
import type { AlertMute, Firing, FiringReplay } from '../../../src/shared/domain/alert/firing';
import type { Signal } from '../events/signal';
import type { AlertDelivery } from './alert-delivery';
import type { AlertRepository, FiringsQuery, NewRule, PatchedRule } from './alert-repository-port';
import type { AlertWatch } from './alert-watch';
import type { AlertFiredNow, AlertsNow, RuleAnswer } from './alerts-now';
import type { TrayAlerts } from './tray-alerts-port';

export interface AlertServiceParts {
  readonly repository: AlertRepository;
  readonly watch: Pick<AlertWatch, 'follow'>;
  readonly delivery: Pick<AlertDelivery, 'deliver'>;
  readonly changed: Signal<AlertsNow>;
  readonly fired: Signal<AlertFiredNow>;
  /** Other instruments than before have to be priced. */
  readonly onWatchedChanged: () => void;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** The rules of the user and what they told: commands on both, and who hears of each change. */
export class AlertService implements TrayAlerts {
  private all: readonly AlertRule[] = [];
  private revision = 0;
  private muted: AlertMute = { until: null };

  constructor(private readonly parts: AlertServiceParts) {}

  start(): void {
    const { repository } = this.parts;
    repository.forgetRemoved();
    this.muted = repository.mute();
    this.reload();
  }

  list(): AlertsNow {
    const { revision, all: rules } = this;
    return { revision, rules, unseen: this.unseen(), mute: { until: this.mutedUntil() } };
  }

  rules(): readonly AlertRule[] {
    return this.all;
  }

  create(draft: RuleDraft): RuleAnswer {
    const [rule] = this.add([{ draft, enabled: true }]);
    return rule ? { ok: true, rule } : { ok: false, reason: 'too-many' };
  }

  /** @returns the rules that were made: as many of the first ones as there is room for */
  add(drafts: readonly NewRule[]): readonly AlertRule[] {
    const { repository, now } = this.parts;
    const room = Math.max(0, MOST_RULES - this.all.length);
    if (Math.min(room, drafts.length) === 0) return [];
    const added = repository.add(drafts.slice(0, room), now());
    this.reload();
    return added;
  }

  /**
   * Another watch begins afresh; a rule that was done is on again. Whoever writes the conditions anew
   * writes them for the shares of today.
   */
  update(id: number, draft: RuleDraft): RuleAnswer {
    const before = this.find(id);
    if (before === undefined) return { ok: false, reason: 'unknown-rule' };
    const isSame = JSON.stringify(before.watch) === JSON.stringify(draft.watch);
    const isFresh = !isSame || before.ended !== null;
    const revision = before.revision + (isFresh ? 1 : 0);
    const splits = asksTheSame(before, draft) ? before.splits : [];
    this.patch([{ id, patch: { ...draft, revision, ended: null, splits, held: [] } }]);
    const rule = this.find(id);
    return rule ? { ok: true, rule } : { ok: false, reason: 'unknown-rule' };
  }

  /** Switched on it goes on also where it waited after what looked like a split. */
  setEnabled(ids: readonly number[], enabled: boolean): void {
    const known = ids.flatMap((id) => this.find(id) ?? []);
    this.patch(
      known.map(({ id, revision, ended, enabled: wasOn }) => {
        const isFresh = enabled && (ended !== null || !wasOn);
        const fresh = isFresh ? { revision: revision + 1, ended: null } : {};
        return { id, patch: { enabled, ...fresh, ...(enabled ? { held: [] } : {}) } };
      }),
    );
  }

  remove(ids: readonly number[]): void {
    this.parts.repository.remove(ids, this.parts.now());
    this.reload();
  }

  restore(ids: readonly number[]): void {
    this.parts.repository.restore(ids);
    this.reload();
  }

  mute(until: number | null): AlertMute {
    const { repository, now } = this.parts;
    this.muted = { until: until !== null && until > now() ? until : null };
    repository.setMute(this.muted);
    this.tell();
    return this.muted;
  }

  mutedUntil(): number | null {
    const { until } = this.muted;
    return until !== null && until > this.parts.now() ? until : null;
  }

  unseen(): number {
    return this.parts.repository.unseen();
  }

  recent(limit: number): readonly Firing[] {
    return this.firings({ text: '', limit }).firings;
  }

  firings(query: FiringsQuery): {
    readonly firings: readonly Firing[];
    readonly total: number;
  } {
    return this.parts.repository.firings(query);
  }

  replay(id: number): FiringReplay | null {
    const firing = this.parts.repository.firing(id);
    return firing && { firing, ticks: this.parts.repository.ticks(id) };
  }

  acknowledge(ids: readonly number[] | null): void {
    this.parts.repository.acknowledge(ids, this.parts.now());
    this.tell();
  }

  /** Firings that are on the disk: the user is told, in the app and by the system. */
  firingsKept(firings: readonly Firing[]): void {
    const unseen = this.unseen();
    for (const firing of firings) {
      this.revision += 1;
      this.parts.fired.emit({ revision: this.revision, firing, unseen });
    }
    this.parts.delivery.deliver(firings);
  }

  /** What is stored of the rules changed by itself. */
  reload(): void {
    this.all = this.parts.repository.rules();
    if (this.parts.watch.follow(this.all)) this.parts.onWatchedChanged();
    this.tell();
  }

  /** Changes rules as they are kept. */
  patch(patches: readonly PatchedRule[]): void {
    if (patches.length === 0) return;
    this.parts.repository.patch(patches);
    this.reload();
  }

  private find(id: number): AlertRule | undefined {
    return this.all.find((rule) => rule.id === id);
  }

  private tell(): void {
    this.revision += 1;
    this.parts.changed.emit(this.list());
  }
}

function asksTheSame({ watch }: RuleDraft, other: RuleDraft): boolean {
  const conditionsOf = (each: AlertRuleWatch) => (each.kind === 'market' ? each.conditions : []);
  return JSON.stringify(conditionsOf(watch)) === JSON.stringify(conditionsOf(other.watch));
}
