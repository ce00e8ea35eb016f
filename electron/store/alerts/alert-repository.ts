import type { AlertRule, RuleDraft } from '../../../src/shared/domain/alert/alert-rule';
import type {
  AlertMute,
  AlertTick,
  DeliveryState,
  Firing,
} from '../../../src/shared/domain/alert/firing';
import type {
  AlertCommit,
  AlertRepository,
  FiringsQuery,
  NewRule,
  PatchedRule,
  RulePatch,
  StoredProgress,
} from '../../core/alerts/alert-repository-port';
import { KeyValueTable } from '../settings/key-value-table';
import type { SqlValue, UserDatabase } from '../user-database';
import {
  type StoredFiring,
  type StoredProgressRow,
  type StoredRule,
  toFiring,
  toProgress,
  toRule,
  toTicks,
} from './alert-rows';
import { ALERT_SQL } from './alert-statements';

/** The newest are kept. */
export const MOST_STORED_FIRINGS = 10_000;
const NEWEST = Number.MAX_SAFE_INTEGER;
/** More than wait at a time for a service that hangs. */
const MOST_HANDED_OVER = 64;
const HANDED_OVER = 'handed-over';

/** Ids of firings, and who has the message about them. */
type HandedOver = readonly [ids: readonly number[], holder: string];

/** Rules and firings in `user.db`. */
export class SqliteAlertRepository implements AlertRepository {
  private readonly settings: KeyValueTable;

  constructor(private readonly database: UserDatabase) {
    this.settings = new KeyValueTable(database, 'alerts');
  }

  rules(): readonly AlertRule[] {
    return this.database.all<StoredRule>(ALERT_SQL.rules, [0]).flatMap((row) => toRule(row) ?? []);
  }

  add(drafts: readonly NewRule[], createdAt: number): readonly AlertRule[] {
    return this.database.transaction(() =>
      drafts.map(({ draft, enabled }) => {
        const values = [JSON.stringify(draft), Number(enabled), createdAt];
        const { lastId } = this.database.run(ALERT_SQL.insertRule, values);
        const fresh = { revision: 1, ended: null, splits: [] };
        return { ...draft, id: lastId, enabled, createdAt, ...fresh };
      }),
    );
  }

  patch(patches: readonly PatchedRule[]): void {
    this.database.transaction(() => {
      for (const { id, patch } of patches) this.patchOne(id, patch);
    });
  }

  remove(ids: readonly number[], at: number): void {
    this.setRemovedAt(ids, at);
  }

  restore(ids: readonly number[]): void {
    this.setRemovedAt(ids, null);
  }

  forgetRemoved(): void {
    this.database.run(ALERT_SQL.forgetRemoved, [0]);
  }

  progress(): readonly StoredProgress[] {
    return this.database.all<StoredProgressRow>(ALERT_SQL.progress, [0]).map(toProgress);
  }

  commit({ progress, firings, ended, patches = [] }: AlertCommit): readonly Firing[] {
    return this.database.transaction(() => {
      for (const { id, patch } of patches) this.patchOne(id, patch);
      for (const each of progress) this.putProgress(each);
      for (const { ruleId, ended: why } of ended) {
        this.database.run(ALERT_SQL.setEnded, [why, ruleId]);
      }
      const kept: Firing[] = [];
      for (const { firing, delivery, ticks, words } of firings) {
        const { key, ruleId, instrument, late } = firing;
        const texts = [words, JSON.stringify(firing), JSON.stringify(ticks), delivery];
        const values = [key, ruleId, instrument, Number(late), ...texts];
        const { changes, lastId } = this.database.run(ALERT_SQL.insertFiring, values);
        if (changes === 1) kept.push({ ...firing, id: lastId, delivery, acknowledgedAt: null });
      }
      if (kept.length > 0) this.database.run(ALERT_SQL.forgetOld, [MOST_STORED_FIRINGS - 1]);
      return kept;
    });
  }

  firings(query: FiringsQuery): { readonly firings: readonly Firing[]; readonly total: number } {
    const wishes = wishesOf(query);
    const { before = NEWEST, limit } = query;
    const rows = this.database.all<StoredFiring>(ALERT_SQL.firings, [before, ...wishes, limit]);
    const count = this.database.get<{ total: number }>(ALERT_SQL.countFirings, [0, ...wishes]);
    return { firings: rows.map(toFiring), total: count?.total ?? 0 };
  }

  firing(id: number): Firing | null {
    const row = this.database.get<StoredFiring>(ALERT_SQL.firing, [id]);
    return row ? toFiring(row) : null;
  }

  ticks(firingId: number): readonly AlertTick[] {
    const row = this.database.get<{ ticks: string }>(ALERT_SQL.ticks, [firingId]);
    return row ? toTicks(row.ticks) : [];
  }

  pending(): readonly Firing[] {
    return this.database.all<StoredFiring>(ALERT_SQL.pending, ['pending']).map(toFiring);
  }

  held(): readonly Firing[] {
    return this.database.all<StoredFiring>(ALERT_SQL.pending, ['held']).map(toFiring);
  }

  setDelivery(ids: readonly number[], state: DeliveryState): void {
    this.database.transaction(() => {
      for (const id of ids) this.database.run(ALERT_SQL.setDelivery, [state, id]);
      this.dropNotes(ids);
    });
  }

  handOver(ids: readonly number[], holder: string, write: () => boolean): void {
    this.database.transaction(() => {
      const others = this.notesWithout(ids);
      const notes: readonly HandedOver[] = [...others, [ids, holder]];
      this.settings.put(HANDED_OVER, notes.slice(-MOST_HANDED_OVER));
      if (!write()) this.settings.put(HANDED_OVER, others);
    });
  }

  takeBack(ids: readonly number[]): void {
    this.database.transaction(() => this.dropNotes(ids));
  }

  handedOver(): ReadonlyMap<number, string> {
    return new Map(
      this.handedOverNotes().flatMap(([ids, holder]) =>
        ids.map((id): [number, string] => [id, holder]),
      ),
    );
  }

  acknowledge(ids: readonly number[] | null, at: number): void {
    if (ids === null) this.database.run(ALERT_SQL.acknowledgeAll, [at, 0]);
    else this.forEach(ids, (id) => this.database.run(ALERT_SQL.acknowledge, [at, id]));
  }

  unseen(): number {
    return this.database.get<{ total: number }>(ALERT_SQL.unseen, [0])?.total ?? 0;
  }

  mute(): AlertMute {
    const until = this.settings.read('muted-until');
    return { until: typeof until === 'number' ? until : null };
  }

  setMute({ until }: AlertMute): void {
    this.settings.write(new Map([['muted-until', until]]));
  }

  private handedOverNotes(): readonly HandedOver[] {
    const notes = this.settings.read(HANDED_OVER);
    return Array.isArray(notes) ? (notes as HandedOver[]) : [];
  }

  private notesWithout(ids: readonly number[]): readonly HandedOver[] {
    const gone = new Set(ids);
    return this.handedOverNotes().flatMap(([known, by]): HandedOver[] => {
      const kept = known.filter((id) => !gone.has(id));
      return kept.length > 0 ? [[kept, by]] : [];
    });
  }

  private dropNotes(ids: readonly number[]): void {
    const notes = this.handedOverNotes();
    const noted = new Set(notes.flatMap(([known]) => known));
    if (ids.some((id) => noted.has(id))) this.settings.put(HANDED_OVER, this.notesWithout(ids));
  }

  private patchOne(id: number, patch: RulePatch): void {
    const set = (sql: string, value: SqlValue): unknown => this.database.run(sql, [value, id]);
    const { revision, enabled, ended, splits, held, watch, expiresAt, note } = patch;
    if (revision !== undefined) set(ALERT_SQL.setRevision, revision);
    if (enabled !== undefined) set(ALERT_SQL.setEnabled, Number(enabled));
    if (ended !== undefined) set(ALERT_SQL.setEnded, ended);
    if (splits !== undefined) set(ALERT_SQL.setSplits, JSON.stringify(splits));
    if (held !== undefined) set(ALERT_SQL.setHeld, JSON.stringify(held));
    const draft = { watch, expiresAt, note };
    if (Object.values(draft).every((value) => value === undefined)) return;
    const stored = this.database.get<{ json: string }>(ALERT_SQL.draftOf, [id]);
    const before = JSON.parse(stored?.json ?? '{}') as Partial<RuleDraft>;
    const given = Object.entries(draft).filter(([, value]) => value !== undefined);
    set(ALERT_SQL.setDraft, JSON.stringify({ ...before, ...Object.fromEntries(given) }));
  }

  private putProgress(progress: StoredProgress): void {
    const { ruleId, instrument, revision, armed, fired, watchedMs, minute, done, last } = progress;
    this.database.run(ALERT_SQL.putProgress, [
      ...[instrument, revision, Number(armed), fired, watchedMs, minute, Number(done)],
      ...[last === null ? null : JSON.stringify(last), ruleId],
    ]);
  }

  private setRemovedAt(ids: readonly number[], at: number | null): void {
    this.forEach(ids, (id) => this.database.run(ALERT_SQL.setRemovedAt, [at, id]));
  }

  private forEach(ids: readonly number[], work: (id: number) => void): void {
    this.database.transaction(() => {
      for (const id of ids) work(id);
    });
  }
}

function wishesOf({ text, ruleId, instrument, unseen, late }: FiringsQuery): readonly SqlValue[] {
  const rule = ruleId ?? null;
  const symbol = instrument ?? null;
  const words = text.trim().toLowerCase();
  return [rule, rule, symbol, symbol, unseen ? 1 : null, late ? 1 : null, words, words];
}
