import { z } from 'zod/mini';
import type { AlertRule, RuleDraft } from '../domain/alert/alert-rule';
import { MOST_RULES } from '../domain/alert/alert-rule';
import type { AlertMute, Firing, FiringReplay } from '../domain/alert/firing';
import { readRuleDraft } from '../domain/alert/read-rule';
import type { RulesFileFault } from '../domain/alert/rules-file';
import type { RuleFault } from '../domain/alert/rule-fault';
import { type InstrumentId, isInstrumentId } from '../domain/instrument/instrument';
import { invoke, push } from './build';

/** Firings in one answer. */
export const MOST_LISTED_FIRINGS = 500;
const LONGEST_RULES_TEXT = 20_000_000;

const nothing = z.undefined();
const id = z.int().check(z.positive());
const moment = z.int().check(z.nonnegative());
const rule = z.pipe(
  z.unknown().check(z.refine((value) => readRuleDraft(value).ok)),
  // Only what a rule has goes on.
  z.transform((value) => {
    const read = readRuleDraft(value);
    return read.ok ? read.draft : (value as RuleDraft);
  }),
);
const instrument = z.custom<InstrumentId>(
  (value) => typeof value === 'string' && isInstrumentId(value),
);
const rulesText = z
  .string()
  .check(z.minLength(1), z.maxLength(LONGEST_RULES_TEXT), z.regex(/^[^\0]*$/));
const ids = z.readonly(z.array(id).check(z.minLength(1), z.maxLength(MOST_RULES)));

/** Rules that watch the market and the record, and what they told. All times are UTC milliseconds. */
export const alertsContract = {
  /** Rules, how many firings nobody has seen, and the mute. Subscribe to `onChanged` first, then ask. */
  list: invoke(nothing)<AlertsSnapshot>(),
  create: invoke(z.strictObject({ rule }))<AlertRuleResult>(),
  /** Starts afresh: what the rule saw before counts no more. */
  update: invoke(z.strictObject({ id, rule }))<AlertRuleResult>(),
  /** On again, also where it had fired and was done: then it starts afresh. */
  setEnabled: invoke(z.strictObject({ ids, enabled: z.boolean() }))<void>(),
  /** Its firings stay. A removed rule can be restored until the app ends. */
  remove: invoke(z.strictObject({ ids }))<void>(),
  restore: invoke(z.strictObject({ ids }))<void>(),
  /** Nothing is shown until then; null ends it. Rules go on and firings are listed. */
  mute: invoke(z.strictObject({ until: z.nullable(moment) }))<AlertMute>(),
  /** The newest first. */
  firings: invoke(
    z.strictObject({
      /** Words of the instrument, its names or the rule's note; empty for all. */
      text: z.string().check(z.maxLength(200)),
      ruleId: z.optional(id),
      instrument: z.optional(instrument),
      unseen: z.optional(z.boolean()),
      late: z.optional(z.boolean()),
      /** Only those before the firing of this id; for the next page. */
      before: z.optional(id),
      limit: z.int().check(z.positive(), z.maximum(MOST_LISTED_FIRINGS)),
    }),
  )<FiringsPage>(),
  /** The firing with the prices around it; null where it is gone. */
  replay: invoke(z.strictObject({ id }))<FiringReplay | null>(),
  /** `ids` null: all of them. */
  acknowledge: invoke(z.strictObject({ ids: z.nullable(ids) }))<void>(),
  /** Reads rules from JSON and keeps those that are whole. */
  importRules: invoke(z.strictObject({ text: rulesText }))<RulesImport>(),
  /** All rules as JSON, as `--replay-alerts` reads them. */
  exportRules: invoke(nothing)<{ readonly text: string }>(),
  /** Rules, mute or seen marks changed: all of them. */
  onChanged: push<AlertsSnapshot>(),
  /** A rule fired just now; for toasts and for lists that are open. */
  onFired: push<AlertFired>(),
  /** A notification was clicked: show this firing. */
  onOpenFiring: push<FiringPlace>(),
} as const;

export interface AlertsSnapshot {
  /** Rises with every change; an answer with a lower one is old. */
  readonly revision: number;
  /** In the order in which they were made. */
  readonly rules: readonly AlertRule[];
  /** Firings that nobody has acknowledged. */
  readonly unseen: number;
  readonly mute: AlertMute;
}

export interface AlertFired {
  readonly revision: number;
  readonly firing: Firing;
  readonly unseen: number;
}

/** Which firing, and where the chart has it. */
export type FiringPlace = Pick<Firing, 'id' | 'instrument' | 'at'>;

export interface FiringsPage {
  readonly firings: readonly Firing[];
  /** How many there are with these wishes, whatever the limit. */
  readonly total: number;
}

/** `unknown-rule`: it was removed meanwhile. */
export type AlertRuleResult =
  | { readonly ok: true; readonly rule: AlertRule }
  | { readonly ok: false; readonly reason: 'too-many' | 'unknown-rule' };

/** Nothing was kept where the file could not be read at all. */
export type RulesImport =
  | { readonly ok: false; readonly fault: RulesFileFault }
  | {
      readonly ok: true;
      readonly kept: number;
      /** Rules that were there already, exactly. */
      readonly known: number;
      readonly refused: readonly RefusedRule[];
      /** The rules that were made, for an undo. */
      readonly ids: readonly number[];
    };

/** `number` counts the rules of the file from 1. */
export interface RefusedRule {
  readonly number: number;
  readonly fault: RuleFault | { readonly fault: 'too-many'; readonly where: '' };
}
