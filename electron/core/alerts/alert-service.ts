import { PRICE } from '../../../src/shared/domain/alert/alert-condition';
import {
  type AlertRule,
  draftFor,
  MOST_RULES,
  type RuleDraft,
  type RuleSplit,
} from '../../../src/shared/domain/alert/alert-rule';
import type { AlertMute, Firing, FiringReplay } from '../../../src/shared/domain/alert/firing';
import type { RuleFault } from '../../../src/shared/domain/alert/rule-fault';
import {
  readRulesFile,
  type RulesFileFault,
  writeRulesFile,
} from '../../../src/shared/domain/alert/rules-file';
import { scaleWatch } from '../../../src/shared/domain/alert/scale-watch';
import {
  type InstrumentId,
  isInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import type { AlertDraft } from '../../../src/shared/domain/watchlist/watchlist-document';
import type { Signal } from '../events/signal';
import type { AlertDrafts } from '../transfer/alert-drafts-port';
import type { AlertDelivery } from './alert-delivery';
import type { AlertRepository, FiringsQuery, RulePatch } from './alert-repository-port';
import type { AlertWatch } from './alert-watch';
import { type ShareSplit, splitFactor } from './price-steps';
import type { TrayAlerts } from './tray-alerts-port';

/** Everything about alerts that is shown all the time. */
export interface AlertsNow {
  /** Rises with every change. */
  readonly revision: number;
  readonly rules: readonly AlertRule[];
  readonly unseen: number;
  readonly mute: AlertMute;
}

export interface AlertFiredNow {
  readonly revision: number;
  readonly firing: Firing;
  readonly unseen: number;
}

export type RuleAnswer =
  | { readonly ok: true; readonly rule: AlertRule }
  | { readonly ok: false; readonly reason: 'too-many' | 'unknown-rule' };

export type RulesImportAnswer =
  | { readonly ok: false; readonly fault: RulesFileFault }
  | {
      readonly ok: true;
      readonly kept: number;
      readonly known: number;
      readonly refused: readonly {
        readonly number: number;
        readonly fault: RuleFault | { readonly fault: 'too-many'; readonly where: '' };
      }[];
      readonly ids: readonly number[];
    };

export interface AlertServiceParts {
  readonly repository: AlertRepository;
  readonly watch: Pick<AlertWatch, 'follow' | 'rebase' | 'rulesOf' | 'forgetLast'>;
  readonly delivery: Pick<AlertDelivery, 'deliver'>;
  readonly changed: Signal<AlertsNow>;
  readonly fired: Signal<AlertFiredNow>;
  /** Other instruments than before have to be priced. */
  readonly onWatchedChanged: () => void;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** The commands on rules and firings, and what becomes of a rule that fired. */
export class AlertService implements TrayAlerts, AlertDrafts {
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
    if (this.all.length >= MOST_RULES) return { ok: false, reason: 'too-many' };
    const { repository, now } = this.parts;
    const [rule] = repository.add([{ draft, enabled: true }], now());
    this.reload();
    return rule ? { ok: true, rule } : { ok: false, reason: 'unknown-rule' };
  }

  /** Another watch begins afresh; a rule that was done is on again. */
  update(id: number, draft: RuleDraft): RuleAnswer {
    const before = this.find(id);
    if (before === undefined) return { ok: false, reason: 'unknown-rule' };
    const isSame = JSON.stringify(before.watch) === JSON.stringify(draft.watch);
    const isFresh = !isSame || before.ended !== null;
    const revision = before.revision + (isFresh ? 1 : 0);
    this.patch([{ id, patch: { ...draft, revision, ended: null } }]);
    const rule = this.find(id);
    return rule ? { ok: true, rule } : { ok: false, reason: 'unknown-rule' };
  }

  setEnabled(ids: readonly number[], enabled: boolean): void {
    const known = ids.flatMap((id) => this.find(id) ?? []);
    this.patch(
      known.map(({ id, revision, ended, enabled: wasOn }) => {
        const isFresh = enabled && (ended !== null || !wasOn);
        const fresh = isFresh ? { revision: revision + 1, ended: null } : {};
        return { id, patch: { enabled, ...fresh } };
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

  importRules(text: string): RulesImportAnswer {
    const read = readRulesFile(text);
    if (!read.ok) return read;
    const { repository, now } = this.parts;
    const known = new Set(this.all.map(drawnUp));
    const wanted = read.rows.filter((row) => row.ok && !known.has(drawnUp(row.draft)));
    const room = Math.max(0, MOST_RULES - this.all.length);
    const drafts = wanted.slice(0, room).flatMap((row) => (row.ok ? row : []));
    const added = repository.add(drafts, now());
    this.reload();
    const refused = read.rows.flatMap((row) =>
      row.ok ? [] : { number: row.number, fault: row.fault },
    );
    const beyond = wanted.slice(room).map(({ number }) => ({
      number,
      fault: { fault: 'too-many', where: '' } as const,
    }));
    return {
      ...{ ok: true, kept: added.length, refused: [...refused, ...beyond] },
      known: read.rows.length - wanted.length - refused.length,
      ids: added.map(({ id }) => id),
    };
  }

  /**
   * Limits that came with a list become rules that are off; those that are there already are left out.
   *
   * @returns how many rules were made
   */
  keepDrafts(limits: readonly AlertDraft[]): number {
    const { repository, now } = this.parts;
    const known = new Set(this.all.map(drawnUp));
    const room = Math.max(0, MOST_RULES - this.all.length);
    const drafts = limits
      .flatMap(limitRule)
      .filter((draft) => !known.has(drawnUp(draft)))
      .slice(0, room);
    if (drafts.length === 0) return 0;
    repository.add(
      drafts.map((draft) => ({ draft, enabled: false })),
      now(),
    );
    this.reload();
    return drafts.length;
  }

  exportRules(): string {
    return writeRulesFile(this.all);
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

  /** Old prices and levels are written in the shares of today. */
  splitHappened(instrument: InstrumentId, split: ShareSplit): void {
    const { watch, now } = this.parts;
    const factor = splitFactor(split);
    const seen: RuleSplit = { ...split, seenAt: now() };
    watch.rebase(instrument, factor);
    this.patch(
      this.all.flatMap(({ id, watch: before, splits }) => {
        if (before.kind !== 'market') return [];
        const scaled = scaleWatch(before, instrument, factor);
        return scaled === before ? [] : { id, patch: { watch: scaled, splits: [...splits, seen] } };
      }),
    );
  }

  /**
   * Rules whose levels may be void wait until the user has looked at them; those on a list go on, as
   * they are for other instruments too.
   */
  splitSuspected(instrument: InstrumentId): void {
    const { watch } = this.parts;
    watch.forgetLast(instrument);
    const own = watch.rulesOf(instrument).filter((rule) => rule.watch.target.kind === 'instrument');
    this.patch(own.map(({ id }) => ({ id, patch: { ended: 'split' } })));
  }

  private find(id: number): AlertRule | undefined {
    return this.all.find((rule) => rule.id === id);
  }

  private patch(patches: readonly { readonly id: number; readonly patch: RulePatch }[]): void {
    if (patches.length === 0) return;
    this.parts.repository.patch(patches);
    this.reload();
  }

  private tell(): void {
    this.revision += 1;
    this.parts.changed.emit(this.list());
  }
}

/** The same for rules that ask the same. */
function drawnUp({ watch, expiresAt, note }: RuleDraft): string {
  return JSON.stringify([watch, expiresAt, note]);
}

/** A limit on what cannot be watched makes no rule. */
function limitRule({ symbol, side, price }: AlertDraft): RuleDraft[] {
  if (!isInstrumentId(symbol)) return [];
  return [
    draftFor(symbol, {
      of: PRICE,
      op: side === 'above' ? 'crossingUp' : 'crossingDown',
      value: price,
    }),
  ];
}
