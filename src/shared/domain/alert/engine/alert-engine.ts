import type { BarColumns } from '../../candle/bar-columns';
import type { ChartInterval } from '../../candle/interval';
import type { InstrumentId } from '../../instrument/instrument';
import { FRESH } from '../advance-rule';
import type { AlertTick } from '../firing';
import type { BarSpans } from './bar-spans';
import type { EngineFiring } from './engine-firing';
import type { EngineSlot } from './engine-slot';
import { EngineSlots, NO_SLOT } from './engine-slots';
import { PriceLook } from './price-look';
import { type MarketRule, RuleBinding } from './rule-binding';
import { RuleRunner } from './rule-runner';
import { SlotTable } from './slot-table';

export interface AlertEngineParts {
  readonly spans: BarSpans;
  /** Smallest step of an instrument's price. */
  readonly tickSize: (instrument: InstrumentId) => number;
  /** Bars are wanted for an indicator; whoever has some gives them to {@link AlertEngine.seed}. */
  readonly wantBars: (instrument: InstrumentId, interval: ChartInterval) => void;
  readonly fired: (firing: EngineFiring) => void;
  /** A rule was armed again, or time that counts towards it went by. */
  readonly progressed: (binding: RuleBinding) => void;
}

/** A price on its way into the engine; NaN stands for what is not known. */
export interface EngineTick {
  /** UTC milliseconds, the source's stamp. */
  readonly at: number;
  readonly heardAt: number;
  readonly price: number;
  readonly previousClose: number;
  /** Units traded in the session so far. */
  readonly volume: number;
  /** A number for each session; only whether it changes counts. */
  readonly session: number;
  /** In regular trading; others are for rules of all hours alone. */
  readonly isRegular: boolean;
}

const NOBODY: readonly RuleBinding[] = [];

/**
 * Looks at rules as prices come. Each price costs a comparison with the bounds within which nothing can
 * change; only one that leaves them, or a rule of which nothing can be foreseen, costs more. What
 * happens at a price follows from `evaluateRule` and `advanceRule` alone: what is here only knows when
 * there is nothing to ask. A price that is older than the last one of its instrument is left out.
 */
export class AlertEngine {
  private readonly table = new SlotTable();
  private readonly slots: EngineSlots;
  private readonly runner: RuleRunner;
  private readonly looks: PriceLook;
  private readonly bindings = new Map<number, RuleBinding[]>();

  constructor(private readonly parts: AlertEngineParts) {
    const { table } = this;
    this.slots = new EngineSlots({ ...parts, table });
    this.runner = new RuleRunner({ ...parts, table });
    this.looks = new PriceLook({ table, slots: this.slots, runner: this.runner });
  }

  /** Sets a rule on an instrument. @param progress - what became of it so far */
  bind(rule: MarketRule, instrument: InstrumentId, progress = FRESH): RuleBinding {
    const { slots } = this;
    const slot = slots.slotFor(instrument, rule);
    const conditions = rule.watch.conditions.map((each) => slots.compile(each, instrument, rule));
    const tick = this.parts.tickSize(instrument);
    const binding = new RuleBinding({ rule, instrument, slot, tick, conditions, progress });
    this.bindings.set(rule.id, [...(this.bindings.get(rule.id) ?? []), binding]);
    binding.note(this.table);
    const heard = this.slotsHeard(binding);
    for (const each of binding.pace === 'every-price' ? heard : [slots.at(slot)]) each.add(binding);
    for (const each of heard) each.unsettle();
    return binding;
  }

  /** Takes a rule off one instrument, or off all where none is named. */
  unbind(ruleId: number, from?: InstrumentId): void {
    const stay: RuleBinding[] = [];
    for (const binding of this.bindingsOf(ruleId)) {
      if (from !== undefined && binding.instrument !== from) {
        stay.push(binding);
        continue;
      }
      for (const slot of this.slotsHeard(binding)) {
        slot.forget(binding);
        slot.unsettle();
      }
    }
    if (stay.length > 0) this.bindings.set(ruleId, stay);
    else this.bindings.delete(ruleId);
  }

  bindingsOf(ruleId: number): readonly RuleBinding[] {
    return this.bindings.get(ruleId) ?? NOBODY;
  }

  /** The number by which {@link hearPrice} knows an instrument; -1 for one that no rule looks at. */
  indexOf(instrument: InstrumentId): number {
    return this.slots.indexOf(instrument);
  }

  /** Every rule on every instrument. */
  *allBindings(): Generator<RuleBinding> {
    for (const bindings of this.bindings.values()) yield* bindings;
  }

  /** The last price that a rule heard of its instrument; null before the first. */
  lastOf({ slot }: RuleBinding): (AlertTick & { readonly session: number }) | null {
    const tick = this.table.tickAt(slot);
    return tick && { ...tick, session: this.table.sessionOf(slot) };
  }

  /** What was the last price of a rule when an earlier run ended; a newer one stays. */
  restoreLast({ slot }: RuleBinding, tick: Omit<EngineTick, 'isRegular'>): void {
    const { at, price, previousClose, volume, session, heardAt } = tick;
    if (this.table.atOf(slot) >= at) return;
    this.slots.at(slot).replaceLast(at, price, previousClose, volume, session, heardAt);
  }

  hear(instrument: InstrumentId, tick: EngineTick): void {
    const index = this.indexOf(instrument);
    if (index === NO_SLOT) return;
    const { at, price, previousClose, volume, session, isRegular, heardAt } = tick;
    this.hearPrice(index, at, price, previousClose, volume, session, isRegular, heardAt);
  }

  /** As {@link hear}, for callers that have no object to spare. @param index - see {@link indexOf} */
  hearPrice(
    index: number,
    at: number,
    price: number,
    previousClose: number,
    volume: number,
    session: number,
    isRegular: boolean,
    heardAt: number,
  ): void {
    const extended = this.slots.extendedOf(index);
    const regular = isRegular ? this.slots.regularOf(index) : NO_SLOT;
    if (extended !== NO_SLOT) {
      this.hearSlot(extended, at, price, previousClose, volume, session, heardAt);
    }
    if (regular !== NO_SLOT) {
      this.hearSlot(regular, at, price, previousClose, volume, session, heardAt);
    }
  }

  /** From here to {@link endLate} prices are those of a time that was missed: each rule fires at most once. */
  beginLate(): void {
    this.runner.beginLate();
  }

  endLate(): void {
    // One that was kept from firing again may hold all the same.
    for (const { slot } of this.runner.endLate()) this.slots.at(slot).unsettle();
  }

  /** Bars whose time is over are closed without waiting for the next price. @param at - UTC milliseconds */
  closeBars(instrument: InstrumentId, at: number): void {
    for (const slot of this.slots.of(instrument)) this.looks.closeBars(slot, at);
  }

  /** Bars of the past for the indicators of an instrument. */
  seed(instrument: InstrumentId, interval: ChartInterval, bars: BarColumns): void {
    for (const slot of this.slots.of(instrument)) slot.seed(interval, bars);
  }

  /** Sets what `abnormalMove` has come to; NaN where it cannot be said. */
  setAbnormalMove(instrument: InstrumentId, announcementId: string, z: number): void {
    this.slots.cell(instrument, announcementId).value = z;
  }

  /**
   * Prices that were heard before a split are written in the shares of today.
   *
   * @param factor - what an old price is multiplied by: 0.1 for ten new shares for one
   */
  rebase(instrument: InstrumentId, factor: number): void {
    for (const slot of this.slots.of(instrument)) slot.scale(factor);
  }

  /** The next price of an instrument is a first one again. */
  forgetLast(instrument: InstrumentId): void {
    for (const slot of this.slots.of(instrument)) slot.replaceLast(NaN, NaN, NaN, NaN, NaN, NaN);
  }

  private hearSlot(
    slot: number,
    at: number,
    price: number,
    previousClose: number,
    volume: number,
    session: number,
    heardAt: number,
  ): void {
    const { table } = this;
    if (table.hearQuietly(slot, at, price, previousClose, volume, session, heardAt)) return;
    if (at < table.atOf(slot)) return;
    this.looks.look(slot, at, price, previousClose, volume, session, heardAt);
  }

  /** Every slot with whose price a rule has to be looked at. */
  private slotsHeard({ slot, conditions }: RuleBinding): readonly EngineSlot[] {
    const heard = new Set([slot]);
    for (const { of, low, high } of conditions) {
      for (const source of [of, low, high]) {
        if (typeof source !== 'number') heard.add(source.slot);
      }
    }
    return [...heard].map((each) => this.slots.at(each));
  }
}
