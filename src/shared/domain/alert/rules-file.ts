import { jsonDepth } from '../packs/json-depth';
import type { Condition, Level, Measure } from './alert-condition';
import type { AlertRule, AlertWatch, RuleDraft } from './alert-rule';
import { readRuleDraft, type ReadRule } from './read-rule';
import { fieldsOf, refuseRule, type RuleFault, RuleRefusal } from './rule-fault';
import type { RuleLists } from './rule-lists';

/** Why a file of rules was not read at all. */
export type RulesFileFault = 'not-json' | 'too-deep' | 'no-rules' | 'too-many-rules';

/** `number` counts the rules of the file from 1. */
export type RulesFileRow = { readonly number: number } & (
  | { readonly ok: true; readonly draft: RuleDraft; readonly enabled: boolean }
  | { readonly ok: false; readonly fault: RuleFault }
);

export type ReadRulesFile =
  | { readonly ok: true; readonly rows: readonly RulesFileRow[] }
  | { readonly ok: false; readonly fault: RulesFileFault };

/** Written into the file, and not asked for when one is read. */
export const RULES_FORMAT = 'tapeout-alert-rules';
/** Since 2 lists stand by their names; in 1 they stood by their numbers, which are still read. */
export const RULES_VERSION = 2;
export const MOST_FILE_RULES = 20_000;
const DEEPEST = 16;
const HOSTILE = new Set(['__proto__', 'constructor', 'prototype']);
const RULE_FIELDS = [
  'symbol',
  'list',
  'announcements',
  'all',
  'trigger',
  'bar',
  'session',
  'rearm',
  'expires',
  'note',
  'enabled',
];
const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads rules as JSON: a list of rules, or an object with `rules`. `docs/alerts.md` has the format.
 * A rule that cannot be read, or is on a list that nobody has, keeps the others from nothing.
 */
export function readRulesFile(text: string, lists: Pick<RuleLists, 'find'>): ReadRulesFile {
  if (jsonDepth(text) > DEEPEST) return { ok: false, fault: 'too-deep' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'not-json' };
  }
  const isObject = typeof parsed === 'object' && parsed !== null && Object.hasOwn(parsed, 'rules');
  const rules = isObject ? (parsed as Fields)['rules'] : parsed;
  if (!Array.isArray(rules)) return { ok: false, fault: 'no-rules' };
  if (rules.length > MOST_FILE_RULES) return { ok: false, fault: 'too-many-rules' };
  return { ok: true, rows: rules.map((rule, index) => readRow(rule, index + 1, lists)) };
}

/** The text of a file that {@link readRulesFile} reads back to the same rules. */
export function writeRulesFile(
  rules: readonly Pick<AlertRule, keyof RuleDraft | 'enabled'>[],
  lists: Pick<RuleLists, 'nameOf'>,
): string {
  const written = rules.map((rule) => ({
    ...writeRule(rule, lists),
    ...(rule.enabled ? {} : { enabled: false }),
  }));
  return `${JSON.stringify({ format: RULES_FORMAT, version: RULES_VERSION, rules: written }, null, 2)}\n`;
}

function writeRule(
  { watch, expiresAt, note }: RuleDraft,
  lists: Pick<RuleLists, 'nameOf'>,
): Fields {
  return {
    ...writeWatch(watch, lists),
    ...(expiresAt === null ? {} : { expires: new Date(expiresAt).toISOString() }),
    ...(note === '' ? {} : { note }),
  };
}

function readRow(value: unknown, number: number, lists: Pick<RuleLists, 'find'>): RulesFileRow {
  try {
    refuseHostileKeys(value, '');
    const fields = fieldsOf(value, '');
    onlyFields(fields, RULE_FIELDS, '');
    const { enabled = true } = fields;
    const read: ReadRule = readRuleDraft({
      watch: watchOf(fields, lists),
      expiresAt: momentOf(fields['expires']),
      note: fields['note'],
    });
    return read.ok
      ? { number, ok: true, draft: read.draft, enabled: enabled !== false }
      : { number, ...read };
  } catch (error) {
    if (error instanceof RuleRefusal) return { number, ok: false, fault: error.fault };
    throw error;
  }
}

function watchOf(fields: Fields, lists: Pick<RuleLists, 'find'>): unknown {
  const { symbol, list, announcements, all, trigger, bar, session, rearm } = fields;
  if (announcements !== undefined) {
    const { name, filter } = fieldsOf(announcements, 'announcements');
    return { kind: 'announcement', filterName: name, filter };
  }
  const target =
    list === undefined
      ? { kind: 'instrument', instrument: symbol }
      : { kind: 'list', listId: listIdOf(list, lists) };
  if (symbol === undefined && list === undefined) return { kind: null };
  const conditions = Array.isArray(all) ? all.map(conditionOf) : all;
  return { kind: 'market', target, conditions, trigger, barInterval: bar, session, rearm };
}

/** What is neither a name nor a number is for the reader of rules to refuse. */
function listIdOf(written: unknown, lists: Pick<RuleLists, 'find'>): unknown {
  const isNumber = typeof written === 'number' && Number.isSafeInteger(written) && written > 0;
  if (!isNumber && typeof written !== 'string') return written;
  const found = lists.find(written);
  return found.ok ? found.listId : refuseRule(found.fault, 'list');
}

function conditionOf(value: unknown, index: number): unknown {
  const where = `all[${index}]`;
  const { of = 'price', value: level, low, high, amount = level, ...rest } = fieldsOf(value, where);
  onlyFields(rest, ['op', 'bars', 'interval'], where);
  return {
    ...{ of: measureOf(of, `${where}.of`), bars: 1, ...rest },
    ...{ value: levelOf(level, `${where}.value`), amount },
    ...{ low: levelOf(low, `${where}.low`), high: levelOf(high, `${where}.high`) },
  };
}

function levelOf(level: unknown, where: string): unknown {
  return typeof level === 'number' || level === undefined ? level : measureOf(level, where);
}

function measureOf(value: unknown, where: string): unknown {
  if (typeof value === 'string') return { kind: value, instrument: null };
  const { measure, symbol = null, announcement, ...rest } = fieldsOf(value, where);
  onlyFields(rest, ['indicator', 'params', 'output', 'interval'], where);
  return { kind: measure, instrument: symbol, announcementId: announcement, ...rest };
}

function momentOf(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  const moment = typeof value === 'string' && ISO_MOMENT.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(moment) ? refuseRule('bad-date', 'expires') : moment;
}

/** `JSON.parse` makes `__proto__` a key like any other; nothing here may carry one on. */
function refuseHostileKeys(value: unknown, where: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (HOSTILE.has(key)) refuseRule('hostile-key', where);
    refuseHostileKeys(inner, where === '' ? key : `${where}.${key}`);
  }
}

function onlyFields(fields: Fields, known: readonly string[], where: string): void {
  for (const name of Object.keys(fields)) {
    if (!known.includes(name)) refuseRule('unknown-field', where === '' ? name : where);
  }
}

function writeWatch(watch: AlertWatch, lists: Pick<RuleLists, 'nameOf'>): Fields {
  if (watch.kind === 'announcement') {
    return { announcements: { name: watch.filterName, filter: watch.filter } };
  }
  const { target, conditions, trigger, barInterval, session, rearm } = watch;
  return {
    ...(target.kind === 'instrument'
      ? { symbol: target.instrument }
      : { list: lists.nameOf(target.listId) ?? target.listId }),
    ...{ all: conditions.map(writeCondition), trigger, bar: barInterval, session, rearm },
  };
}

function writeCondition({ of, ...test }: Condition): Fields {
  const written = Object.entries(test).map(([name, value]) => [
    name,
    typeof value === 'object' ? writeMeasure(value as Measure) : (value as Exclude<Level, Measure>),
  ]);
  return { of: writeMeasure(of), ...(Object.fromEntries(written) as Fields) };
}

function writeMeasure(measure: Measure): unknown {
  const { kind, instrument } = measure;
  const symbol = instrument === null ? {} : { symbol: instrument };
  if (kind === 'abnormalMove') {
    return { measure: kind, announcement: measure.announcementId, ...symbol };
  }
  if (kind === 'indicator') {
    const { indicator, params, output, interval } = measure;
    return { measure: kind, indicator, params, output, interval, ...symbol };
  }
  return instrument === null ? kind : { measure: kind, ...symbol };
}
