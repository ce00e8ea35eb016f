import type { AlertRule, RuleSplit } from '../../../src/shared/domain/alert/alert-rule';
import {
  type AlertTick,
  DELIVERY_STATES,
  type Firing,
  type NewFiring,
} from '../../../src/shared/domain/alert/firing';
import { readRuleDraft } from '../../../src/shared/domain/alert/read-rule';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { LastPrice, StoredProgress } from '../../core/alerts/alert-repository-port';

export interface StoredRule {
  readonly id: number;
  readonly revision: number;
  readonly json: string;
  readonly enabled: number;
  readonly ended: string | null;
  readonly splits: string;
  readonly held: string;
  readonly created_at: number;
}

export interface StoredProgressRow {
  readonly rule_id: number;
  readonly instrument: string;
  readonly revision: number;
  readonly armed: number;
  readonly fired: number;
  readonly watched_ms: number;
  readonly minute: number;
  readonly done: number;
  readonly last: string | null;
}

export interface StoredFiring {
  readonly id: number;
  readonly json: string;
  readonly delivery: string;
  readonly acknowledged_at: number | null;
}

/** Null for a rule that this version cannot read; it is left alone. */
export function toRule(row: StoredRule): AlertRule | null {
  const read = readRuleDraft(JSON.parse(row.json));
  if (!read.ok) return null;
  const held = JSON.parse(row.held) as readonly InstrumentId[];
  return {
    ...read.draft,
    ...{ id: row.id, revision: row.revision, enabled: row.enabled === 1 },
    ended: row.ended === 'fired' || row.ended === 'split' ? row.ended : null,
    createdAt: row.created_at,
    splits: JSON.parse(row.splits) as readonly RuleSplit[],
    ...(held.length > 0 ? { held } : {}),
  };
}

export function toProgress(row: StoredProgressRow): StoredProgress {
  return {
    ...{ ruleId: row.rule_id, instrument: row.instrument as InstrumentId, revision: row.revision },
    ...{ armed: row.armed === 1, fired: row.fired, watchedMs: row.watched_ms },
    ...{ minute: row.minute, done: row.done === 1 },
    last: row.last === null ? null : (JSON.parse(row.last) as LastPrice),
  };
}

export function toFiring({ id, json, delivery, acknowledged_at }: StoredFiring): Firing {
  return {
    ...(JSON.parse(json) as NewFiring),
    id,
    delivery: DELIVERY_STATES.find((state) => state === delivery) ?? 'missed',
    acknowledgedAt: acknowledged_at,
  };
}

export function toTicks(json: string): readonly AlertTick[] {
  return JSON.parse(json) as readonly AlertTick[];
}
