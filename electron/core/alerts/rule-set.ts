import { FRESH, type RuleProgress } from '../../../src/shared/domain/alert/advance-rule';
import { type AlertRule, namedBy } from '../../../src/shared/domain/alert/alert-rule';
import type { AlertEngine } from '../../../src/shared/domain/alert/engine/alert-engine';
import type { MarketRule, RuleBinding } from '../../../src/shared/domain/alert/engine/rule-binding';
import { ruleOn } from '../../../src/shared/domain/alert/rule-on-instrument';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { AlertLists } from './alert-lists-port';
import type { LastPrice, StoredProgress } from './alert-repository-port';
import type { NamedPrice, SplitHeard } from './firing-keeper';
import { type LastPrices, scalePrice } from './last-prices';

export interface RuleSetParts {
  readonly engine: AlertEngine;
  readonly lists: AlertLists;
  readonly lastPrices: LastPrices;
  /** What became of rules in earlier runs. */
  readonly stored: readonly StoredProgress[];
}

interface BoundRule {
  readonly rule: MarketRule;
  /** What it asks on each of its instruments, as text. */
  readonly asks: ReadonlyMap<InstrumentId, string>;
}

/**
 * Keeps the engine's rules those that are switched on, each on the instruments that it is set on now.
 * A rule that stays keeps what became of it; one with another revision begins afresh.
 */
export class RuleSet {
  private readonly bound = new Map<number, BoundRule>();
  /** What became of rules that were taken off, or stood in the store. */
  private readonly kept = new Map<string, RuleProgress & { readonly last: LastPrice | null }>();

  /** Null where it has to be made anew. */
  private byInstrument: ReadonlyMap<InstrumentId, readonly RuleBinding[]> | null = null;

  constructor(private readonly parts: RuleSetParts) {
    for (const { ruleId, revision, instrument, last, ...progress } of parts.stored) {
      this.kept.set(keyOf(ruleId, revision, instrument), { ...progressOf(progress), last });
    }
  }

  /** @returns true where another instrument is looked at, or one no more */
  follow(rules: readonly AlertRule[]): boolean {
    this.byInstrument = null;
    const before = this.instruments();
    const wanted = new Map(rules.filter(isWatching).map((rule) => [rule.id, rule]));
    for (const id of this.bound.keys()) if (!wanted.has(id)) this.takeOffAll(id);
    for (const rule of wanted.values()) this.put(rule);
    const now = this.instruments();
    const still = new Set(now);
    // Whoever looks at it again some day is not to compare with a price of today.
    for (const gone of before) if (!still.has(gone)) this.forgetLast(gone);
    return before.join() !== now.join();
  }

  /** Every instrument whose price some rule needs, in order. */
  instruments(): readonly InstrumentId[] {
    const all = new Set<InstrumentId>();
    for (const { rule, asks } of this.bound.values()) {
      for (const instrument of [...asks.keys(), ...namedBy(rule.watch)]) all.add(instrument);
    }
    return [...all].sort();
  }

  /** The rules that are set on an instrument, or on a list with it. */
  on(instrument: InstrumentId): readonly RuleBinding[] {
    this.byInstrument ??= this.gathered();
    return this.byInstrument.get(instrument) ?? [];
  }

  bindingOf({ rule, instrument }: Pick<RuleBinding, 'rule' | 'instrument'>) {
    return this.on(instrument).find((binding) => binding.rule.id === rule.id);
  }

  /** The last prices of instruments that conditions name and on which their rule is not set. */
  *namedPrices(): Generator<NamedPrice> {
    for (const { rule, asks } of this.bound.values()) {
      for (const instrument of namedBy(rule.watch)) {
        const last = asks.has(instrument) ? null : this.parts.lastPrices.of(instrument);
        if (last !== null) yield { rule, instrument, last };
      }
    }
  }

  /** What rules heard of an instrument, as it is in the shares of after a split. */
  inNewShares(instrument: InstrumentId, factor: number): SplitHeard {
    const { engine } = this.parts;
    const named = [...this.namedPrices()].filter((each) => each.instrument === instrument);
    return {
      bindings: this.on(instrument).map((binding) => {
        const last = engine.lastOf(binding);
        return { binding, last: last && scalePrice(last, factor) };
      }),
      named: named.map((each) => ({ ...each, last: scalePrice(each.last, factor) })),
    };
  }

  forgetLast(instrument: InstrumentId): void {
    this.parts.engine.forgetLast(instrument);
    this.parts.lastPrices.forget(instrument);
  }

  private gathered(): ReadonlyMap<InstrumentId, readonly RuleBinding[]> {
    const all = new Map<InstrumentId, RuleBinding[]>();
    for (const binding of this.parts.engine.allBindings()) {
      const known = all.get(binding.instrument);
      if (known) known.push(binding);
      else all.set(binding.instrument, [binding]);
    }
    return all;
  }

  private put(rule: MarketRule): void {
    const { id, revision, expiresAt, note, watch } = rule;
    const before = this.bound.get(id)?.asks;
    const text = JSON.stringify([revision, expiresAt, note, watch]);
    const asks = new Map<InstrumentId, string>();
    const its = new Map<InstrumentId, MarketRule>();
    for (const instrument of this.targetsOf(rule)) {
      const here = ruleOn(rule, instrument);
      its.set(instrument, here);
      asks.set(instrument, here.watch === watch ? text : text + JSON.stringify(here.watch));
    }
    for (const [instrument, asked] of before ?? []) {
      if (asks.get(instrument) !== asked) this.takeOff(id, instrument);
    }
    for (const [instrument, here] of its) {
      if (before?.get(instrument) !== asks.get(instrument)) this.bind(here, instrument);
    }
    for (const instrument of namedBy(watch)) this.rememberLast(rule, instrument);
    this.bound.set(id, { rule, asks });
  }

  private bind(rule: MarketRule, instrument: InstrumentId): void {
    const { engine } = this.parts;
    const kept = this.kept.get(keyOf(rule.id, rule.revision, instrument));
    const binding = engine.bind(rule, instrument, kept ? progressOf(kept) : FRESH);
    if (!kept?.last) return;
    const { previousClose, volume, ...last } = kept.last;
    const known = { previousClose: previousClose ?? NaN, volume: volume ?? NaN };
    engine.restoreLast(binding, { ...last, ...known });
    this.rememberLast(rule, instrument);
  }

  private rememberLast({ id, revision }: MarketRule, instrument: InstrumentId): void {
    const last = this.kept.get(keyOf(id, revision, instrument))?.last;
    if (last) this.parts.lastPrices.hear(instrument, last);
  }

  private takeOffAll(id: number): void {
    for (const binding of this.parts.engine.bindingsOf(id)) this.keep(binding);
    this.parts.engine.unbind(id);
    this.bound.delete(id);
  }

  private takeOff(id: number, instrument: InstrumentId): void {
    const { engine } = this.parts;
    const binding = engine.bindingsOf(id).find((each) => each.instrument === instrument);
    if (binding) this.keep(binding);
    engine.unbind(id, instrument);
  }

  private keep(binding: RuleBinding): void {
    const { rule, instrument, progress } = binding;
    const last = this.parts.engine.lastOf(binding);
    this.kept.set(keyOf(rule.id, rule.revision, instrument), { ...progress, last });
  }

  private targetsOf({ watch: { target }, held = [] }: MarketRule): readonly InstrumentId[] {
    if (target.kind === 'instrument') return [target.instrument];
    return this.parts.lists.instrumentsOf(target.listId).filter((each) => !held.includes(each));
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
