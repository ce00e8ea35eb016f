import { FRESH, type RuleProgress } from '../../../src/shared/domain/alert/advance-rule';
import type { Condition, Level, Measure } from '../../../src/shared/domain/alert/alert-condition';
import type { AlertRule } from '../../../src/shared/domain/alert/alert-rule';
import type { AlertEngine } from '../../../src/shared/domain/alert/engine/alert-engine';
import type { MarketRule, RuleBinding } from '../../../src/shared/domain/alert/engine/rule-binding';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { AlertLists } from './alert-lists-port';
import type { LastPrice, StoredProgress } from './alert-repository-port';

/**
 * Keeps the engine's rules those that are switched on, each on the instruments that it is set on now.
 * A rule that stays keeps what became of it; one with another revision begins afresh.
 */
export class RuleSet {
  private readonly bound = new Map<number, { readonly rule: MarketRule; readonly key: string }>();
  /** What became of rules that were taken off, or stood in the store. */
  private readonly kept = new Map<string, RuleProgress & { readonly last: LastPrice | null }>();

  /** Null where it has to be made anew. */
  private byInstrument: ReadonlyMap<InstrumentId, readonly RuleBinding[]> | null = null;

  constructor(
    private readonly engine: AlertEngine,
    private readonly lists: AlertLists,
    stored: readonly StoredProgress[],
  ) {
    for (const { ruleId, revision, instrument, last, ...progress } of stored) {
      this.kept.set(keyOf(ruleId, revision, instrument), { ...progressOf(progress), last });
    }
  }

  /** @returns true where another instrument is looked at, or one no more */
  follow(rules: readonly AlertRule[]): boolean {
    this.byInstrument = null;
    const before = this.instruments();
    const wanted = new Map(rules.filter(isWatching).map((rule) => [rule.id, rule]));
    for (const id of this.bound.keys()) if (!wanted.has(id)) this.takeOff(id);
    for (const rule of wanted.values()) this.put(rule);
    return before.join() !== this.instruments().join();
  }

  /** Every instrument whose price some rule needs, in order. */
  instruments(): readonly InstrumentId[] {
    const all = new Set<InstrumentId>();
    for (const { rule } of this.bound.values()) {
      for (const instrument of this.targetsOf(rule)) all.add(instrument);
      for (const instrument of namedBy(rule.watch.conditions)) all.add(instrument);
    }
    return [...all].sort();
  }

  /** The rules that are set on an instrument, or on a list with it. */
  on(instrument: InstrumentId): readonly RuleBinding[] {
    this.byInstrument ??= this.gathered();
    return this.byInstrument.get(instrument) ?? [];
  }

  private gathered(): ReadonlyMap<InstrumentId, readonly RuleBinding[]> {
    const all = new Map<InstrumentId, RuleBinding[]>();
    for (const binding of this.engine.allBindings()) {
      const known = all.get(binding.instrument);
      if (known) known.push(binding);
      else all.set(binding.instrument, [binding]);
    }
    return all;
  }

  private put(rule: MarketRule): void {
    const targets = this.targetsOf(rule);
    const key = JSON.stringify([rule.revision, rule.expiresAt, rule.watch, targets]);
    if (this.bound.get(rule.id)?.key === key) return;
    this.takeOff(rule.id);
    for (const instrument of targets) {
      const kept = this.kept.get(keyOf(rule.id, rule.revision, instrument));
      const binding = this.engine.bind(rule, instrument, kept ? progressOf(kept) : FRESH);
      if (kept?.last) {
        const { previousClose, volume, ...last } = kept.last;
        const known = { previousClose: previousClose ?? NaN, volume: volume ?? NaN };
        this.engine.restoreLast(binding, { ...last, ...known });
      }
    }
    this.bound.set(rule.id, { rule, key });
  }

  private takeOff(id: number): void {
    for (const binding of this.engine.bindingsOf(id)) {
      const { rule, instrument, progress } = binding;
      const last = this.engine.lastOf(binding);
      this.kept.set(keyOf(id, rule.revision, instrument), { ...progress, last });
    }
    this.engine.unbind(id);
    this.bound.delete(id);
  }

  private targetsOf({ watch: { target } }: MarketRule): readonly InstrumentId[] {
    return target.kind === 'instrument'
      ? [target.instrument]
      : this.lists.instrumentsOf(target.listId);
  }
}

function isWatching(rule: AlertRule): rule is MarketRule {
  return rule.enabled && rule.ended === null && rule.watch.kind === 'market';
}

function progressOf({ armed, fired, watchedMs, minute, done }: RuleProgress): RuleProgress {
  return { armed, fired, watchedMs, minute, done };
}

function keyOf(ruleId: number, revision: number, instrument: InstrumentId): string {
  return `${ruleId}.${revision}/${instrument}`;
}

function namedBy(conditions: readonly Condition[]): readonly InstrumentId[] {
  return conditions.flatMap((condition) => {
    const { of, ...test } = condition;
    const levels: readonly unknown[] = Object.values(test);
    return [of, ...levels].flatMap((each) => instrumentOf(each as Level) ?? []);
  });
}

function instrumentOf(level: Level | string | Measure): InstrumentId | null {
  return typeof level === 'object' ? level.instrument : null;
}
