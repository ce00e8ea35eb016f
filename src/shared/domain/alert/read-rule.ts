import { readAnnouncementFilter } from '../announcement-filter/announcement-filter';
import { LONGEST_FILTER_NAME } from '../announcement-filter/saved-filter';
import { CHART_INTERVALS } from '../candle/interval';
import { isInstrumentId } from '../instrument/instrument';
import { type Condition, MOST_CONDITIONS } from './alert-condition';
import {
  ALERT_SESSIONS,
  type AlertTarget,
  type AlertWatch,
  LONGEST_RULE_NOTE,
  type Rearm,
  type RuleDraft,
  TRIGGERS,
  USUAL_REARM,
} from './alert-rule';
import { readCondition } from './read-condition';
import { choiceAt, fieldsOf, refuseRule, type RuleFault, RuleRefusal } from './rule-fault';

export type ReadRule =
  | { readonly ok: true; readonly draft: RuleDraft }
  | { readonly ok: false; readonly fault: RuleFault };

const MOST_TICKS = 1000;
const MOST_MINUTES = 10_080;

/**
 * A rule as it was stored or sent, in the shape of {@link RuleDraft}. What may be left out gets its
 * usual value; other fields are not taken over. Refuses, and never corrects.
 */
export function readRuleDraft(value: unknown): ReadRule {
  try {
    const fields = fieldsOf(value, '');
    return {
      ok: true,
      draft: {
        watch: readWatch(fields['watch']),
        expiresAt: readMoment(fields['expiresAt']),
        note: readNote(fields['note'] ?? ''),
      },
    };
  } catch (error) {
    if (error instanceof RuleRefusal) return { ok: false, fault: error.fault };
    throw error;
  }
}

function readWatch(value: unknown): AlertWatch {
  const fields = fieldsOf(value, '');
  if (fields['kind'] === 'announcement') {
    const filter = readAnnouncementFilter(fields['filter']);
    const name = fields['filterName'];
    const isName = typeof name === 'string' && name.length <= LONGEST_FILTER_NAME;
    if (filter === null || !isName) return refuseRule('bad-filter', 'announcements');
    return { kind: 'announcement', filterName: name, filter };
  }
  if (fields['kind'] !== 'market') return refuseRule('no-target', '');
  return {
    kind: 'market',
    target: readTarget(fields['target']),
    conditions: readConditions(fields['conditions']),
    trigger: choiceAt(fields['trigger'] ?? 'once', TRIGGERS, 'unknown-trigger', 'trigger'),
    barInterval: choiceAt(fields['barInterval'] ?? 'D', CHART_INTERVALS, 'unknown-interval', 'bar'),
    session: choiceAt(
      fields['session'] ?? 'extended',
      ALERT_SESSIONS,
      'unknown-session',
      'session',
    ),
    rearm: readRearm(fields['rearm'] ?? USUAL_REARM),
  };
}

function readTarget(value: unknown): AlertTarget {
  const { kind, instrument, listId } = fieldsOf(value, 'symbol');
  if (kind === 'instrument') {
    if (typeof instrument === 'string' && isInstrumentId(instrument)) return { kind, instrument };
    return refuseRule('bad-symbol', 'symbol');
  }
  if (kind !== 'list') return refuseRule('no-target', '');
  if (typeof listId === 'number' && Number.isSafeInteger(listId) && listId > 0) {
    return { kind, listId };
  }
  return refuseRule('bad-list', 'list');
}

function readConditions(value: unknown): readonly Condition[] {
  if (!Array.isArray(value) || value.length === 0) return refuseRule('no-conditions', 'all');
  if (value.length > MOST_CONDITIONS) return refuseRule('too-many-conditions', 'all');
  return value.map((each, index) => readCondition(each, `all[${index}]`));
}

function readRearm(value: unknown): Rearm {
  const { percent, ticks, minutes = null } = fieldsOf(value, 'rearm');
  const isGood =
    isWithin(percent, 0, 100) &&
    isWithin(ticks, 0, MOST_TICKS) &&
    (minutes === null || (isWithin(minutes, 1, MOST_MINUTES) && Number.isInteger(minutes)));
  return isGood
    ? { percent: percent as number, ticks: ticks as number, minutes: minutes as number | null }
    : refuseRule('bad-rearm', 'rearm');
}

function isWithin(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && value >= min && value <= max;
}

function readMoment(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' && Number.isSafeInteger(value)
    ? value
    : refuseRule('bad-date', 'expires');
}

function readNote(value: unknown): string {
  return typeof value === 'string' && value.length <= LONGEST_RULE_NOTE
    ? value
    : refuseRule('bad-note', 'note');
}
