import type { AlertRule } from '../../src/shared/domain/alert/alert-rule';
import type { Firing, FiringReplay } from '../../src/shared/domain/alert/firing';
import type { RuleLists } from '../../src/shared/domain/alert/rule-lists';
import { readRulesFile, writeRulesFile } from '../../src/shared/domain/alert/rules-file';
import type { AlertsSnapshot } from '../../src/shared/ipc/alerts-contract';
import type { TapeoutHandlers } from '../../src/shared/ipc/contract';

/** Lists whose names are their numbers. */
const NUMBERED: RuleLists = {
  nameOf: String,
  find: (written) => ({ ok: true, listId: Number(written) }),
};

/** What a fake main knows of alerts. */
export interface FakeAlerts {
  readonly rules?: readonly AlertRule[];
  /** The newest first. */
  readonly firings?: readonly Firing[];
  readonly replays?: ReadonlyMap<number, FiringReplay>;
}

/** Keeps rules, firings and the mute in memory as main does in its store, and tells of each change. */
export function createAlertAnswers(
  known: FakeAlerts = {},
  tell: (snapshot: AlertsSnapshot) => void = () => undefined,
): TapeoutHandlers['alerts'] {
  let rules = [...(known.rules ?? [])];
  let firings = [...(known.firings ?? [])];
  const removed = new Map<number, AlertRule>();
  let until: number | null = null;
  let revision = 1;
  let lastId = Math.max(0, ...rules.map(({ id }) => id));
  const snapshot = (): AlertsSnapshot => ({
    ...{ revision, rules, mute: { until } },
    unseen: firings.filter(({ acknowledgedAt }) => acknowledgedAt === null).length,
  });
  const changed = (): void => {
    revision += 1;
    tell(snapshot());
  };
  const make = (draft: Pick<AlertRule, 'watch' | 'expiresAt' | 'note'>, enabled = true) => {
    lastId += 1;
    const more = { id: lastId, revision: 1, enabled, ended: null, createdAt: 0, splits: [] };
    const rule: AlertRule = { ...draft, ...more };
    rules = [...rules, rule];
    return rule;
  };
  return {
    list: snapshot,
    create: ({ rule: draft }) => {
      const rule = make(draft);
      changed();
      return { ok: true, rule };
    },
    update: ({ id, rule: draft }) => {
      const before = rules.find((rule) => rule.id === id);
      if (!before) return { ok: false, reason: 'unknown-rule' };
      const rule = { ...before, ...draft, revision: before.revision + 1, ended: null };
      rules = rules.map((each) => (each.id === id ? rule : each));
      changed();
      return { ok: true, rule };
    },
    setEnabled: ({ ids, enabled }) => {
      rules = rules.map((rule) =>
        ids.includes(rule.id) ? { ...rule, enabled, ended: null, held: [] } : rule,
      );
      changed();
    },
    remove: ({ ids }) => {
      for (const rule of rules) if (ids.includes(rule.id)) removed.set(rule.id, rule);
      rules = rules.filter(({ id }) => !ids.includes(id));
      changed();
    },
    restore: ({ ids }) => {
      const back = ids.flatMap((id) => removed.get(id) ?? []);
      rules = [...rules, ...back].toSorted((one, other) => one.id - other.id);
      changed();
    },
    mute: (wish) => {
      until = wish.until;
      changed();
      return { until };
    },
    firings: ({ text, ruleId, instrument, unseen, late, before, limit }) => {
      const wanted = firings.filter(
        (firing) =>
          (text === '' || (firing.instrument ?? '').includes(text.toUpperCase())) &&
          (ruleId === undefined || firing.ruleId === ruleId) &&
          (instrument === undefined || firing.instrument === instrument) &&
          (!unseen || firing.acknowledgedAt === null) &&
          (!late || firing.late),
      );
      const page = wanted.filter(({ id }) => before === undefined || id < before);
      return { firings: page.slice(0, limit), total: wanted.length };
    },
    replay: ({ id }) => {
      const firing = firings.find((each) => each.id === id);
      return known.replays?.get(id) ?? (firing ? { firing, ticks: [] } : null);
    },
    acknowledge: ({ ids }) => {
      firings = firings.map((firing) =>
        ids === null || ids.includes(firing.id) ? { ...firing, acknowledgedAt: 1 } : firing,
      );
      changed();
    },
    importRules: ({ text }) => {
      const read = readRulesFile(text, NUMBERED);
      if (!read.ok) return read;
      const made = read.rows.flatMap((row) => (row.ok ? make(row.draft, row.enabled).id : []));
      const refused = read.rows.flatMap((row) =>
        row.ok ? [] : { number: row.number, fault: row.fault },
      );
      changed();
      return { ok: true, kept: made.length, known: 0, refused, ids: made };
    },
    exportRules: () => ({ text: writeRulesFile(rules, NUMBERED) }),
  };
}
