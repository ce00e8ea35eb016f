import type { BarColumns } from '../../candle/bar-columns';
import type { ChartInterval } from '../../candle/interval';
import type { InstrumentId } from '../../instrument/instrument';
import { advanceRule, FRESH, type RuleProgress } from '../advance-rule';
import type { Reading } from '../evaluate-rule';
import type { AlertTick } from '../firing';
import type { BarSpans } from './bar-spans';
import type { EngineSlot } from './engine-slot';
import { EngineSlots, NO_SLOT } from './engine-slots';
import { type MarketRule, RuleBinding, valueOf } from './rule-binding';
import { SlotTable } from './slot-table';

/** A rule came true. */
export interface EngineFiring {
  readonly rule: MarketRule;
  readonly instrument: InstrumentId;
  /** After it fired. */
  readonly progress: RuleProgress;
  /** UTC milliseconds: the stamp of the price, or the end of the bar. */
  readonly at: number;
  readonly before: AlertTick | null;
  readonly after: AlertTick | null;
  readonly readings: readonly { readonly before: number; readonly now: Reading }[];
}

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
const EAGER = 1;
const USES_CLOSE = 2;

/**
 * Looks at rules as prices come. Each price costs a comparison with the next level above and below;
 * only a price that reaches one of them, or a rule that depends on more than the price, costs more.
 * What happens at a price follows from `evaluateRule` and `advanceRule` alone: this class only knows
 * when there is nothing to ask. A price that is older than the last one of its instrument is left out.
 */
export class AlertEngine {
  private readonly table = new SlotTable();
  private readonly slots: EngineSlots;
  private readonly bindings = new Map<number, RuleBinding[]>();
  private step = 0;
  /** Rules that fired late in the catch-up that runs; null while none does. */
  private late: Set<RuleBinding> | null = null;

  constructor(private readonly parts: AlertEngineParts) {
    this.slots = new EngineSlots({ ...parts, table: this.table });
  }

  /** Sets a rule on an instrument. @param progress - what became of it so far */
  bind(rule: MarketRule, instrument: InstrumentId, progress = FRESH): RuleBinding {
    const { slots } = this;
    const slot = slots.slotFor(instrument, rule);
    const conditions = rule.watch.conditions.map((each) => slots.compile(each, instrument, rule));
    const tick = this.parts.tickSize(instrument);
    const binding = new RuleBinding({ rule, instrument, slot, tick, conditions, progress });
    this.bindings.set(rule.id, [...(this.bindings.get(rule.id) ?? []), binding]);
    if (binding.pace === 'levels') slots.at(slot).byLevels.add(binding);
    else if (binding.pace === 'bar-close') slots.at(slot).watchBars(binding);
    else for (const heard of slotsHeard(binding)) slots.at(heard).watchEveryPrice(binding);
    if (binding.pace !== 'levels') this.settle(binding);
    for (const heard of slotsHeard(binding)) this.unsettle(heard);
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
      for (const slot of slotsHeard(binding)) {
        this.slots.at(slot).forget(binding);
        this.unsettle(slot);
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
    return tick && { ...tick, session: this.table.session[slot] as number };
  }

  /** What was the last price of a rule when an earlier run ended; a newer one stays. */
  restoreLast({ slot }: RuleBinding, tick: Omit<EngineTick, 'isRegular'>): void {
    const { at, price, previousClose, volume, session, heardAt } = tick;
    if ((this.table.at[slot] as number) >= at) return;
    this.table.put(slot, at, price, previousClose, volume, session, heardAt);
    this.settleAll(slot);
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
    const { regular, extended } = this.slots.byIndex(index);
    if (extended !== NO_SLOT) {
      this.hearSlot(extended, at, price, previousClose, volume, session, heardAt);
    }
    if (isRegular && regular !== NO_SLOT) {
      this.hearSlot(regular, at, price, previousClose, volume, session, heardAt);
    }
  }

  /** From here to {@link endLate} prices are those of a time that was missed: each rule fires at most once. */
  beginLate(): void {
    this.late = new Set();
  }

  endLate(): void {
    this.late = null;
  }

  /** Bars whose time is over are closed without waiting for the next price. @param at - UTC milliseconds */
  closeBars(instrument: InstrumentId, at: number): void {
    for (const slot of this.slots.of(instrument)) this.closeSlotBars(this.slots.at(slot), at);
  }

  /** Bars of the past for the indicators of an instrument. */
  seed(instrument: InstrumentId, interval: ChartInterval, bars: BarColumns): void {
    for (const index of this.slots.of(instrument)) {
      const slot = this.slots.at(index);
      slot.bars.get(interval)?.seed(bars);
      slot.refreshIndicators();
    }
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
    for (const index of this.slots.of(instrument)) {
      this.table.scale(index, factor);
      this.slots.at(index).scale(factor);
      this.unsettle(index);
      this.settleAll(index);
    }
  }

  /** The next price of an instrument is a first one again. */
  forgetLast(instrument: InstrumentId): void {
    for (const index of this.slots.of(instrument)) {
      this.table.put(index, NaN, NaN, NaN, NaN, NaN, NaN);
      this.unsettle(index);
      this.settleAll(index);
    }
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
    if (at < (table.at[slot] as number)) return;
    const flags = table.flags[slot] as number;
    const isQuiet =
      price > (table.quietLow[slot] as number) && price < (table.quietHigh[slot] as number);
    const isSameDay = flags < USES_CLOSE || previousClose === table.previousClose[slot];
    if (isQuiet && isSameDay) {
      if ((flags & EAGER) === 0) {
        table.put(slot, at, price, previousClose, volume, session, heardAt);
        return;
      }
    }
    this.lookAt(slot, at, price, previousClose, volume, session, heardAt, isQuiet && isSameDay);
  }

  private lookAt(
    index: number,
    at: number,
    price: number,
    previousClose: number,
    volume: number,
    session: number,
    heardAt: number,
    isQuiet: boolean,
  ): void {
    const slot = this.slots.at(index);
    const { table } = this;
    if (slot.barWatches.size > 0) {
      this.closeSlotBars(slot, at);
      slot.beginBars(at);
    }
    const hasNewClose = slot.usesClose && previousClose !== table.previousClose[index];
    const isAll = slot.isDirty || hasNewClose;
    const looked = isQuiet
      ? NOBODY
      : this.reached(slot, table.price[index] as number, price, isAll);
    for (const binding of looked) this.settle(binding);
    const isNewSession = session !== table.session[index];
    const traded = isNewSession ? volume : volume - (table.volume[index] as number);
    table.keepPrior(index);
    table.put(index, at, price, previousClose, volume, session, heardAt);
    slot.hearBars(at, price, traded > 0 ? traded : 0);
    if (slot.windows.length > 0) {
      for (const { of, window } of slot.windows) window.hear(at, valueOf(of, table));
    }
    const newSession = isNewSession ? index : NO_SLOT;
    this.considerAll(looked, at, newSession);
    this.considerAll(slot.everyPrice, at, newSession);
    if (!isQuiet) this.quiet(slot, index, isAll);
  }

  /** @param newSession - the slot whose session began with this price; `NO_SLOT` for none */
  private considerAll(group: readonly RuleBinding[], at: number, newSession: number): void {
    for (let index = 0; index < group.length; index++) {
      const binding = group[index] as RuleBinding;
      if (newSession !== NO_SLOT) binding.forgetSession(newSession);
      this.consider(binding, at);
      binding.settle();
    }
  }

  /** Rules with a level between two prices, both included, each once; or all that have levels. */
  private reached(
    slot: EngineSlot,
    before: number,
    price: number,
    isAll: boolean,
  ): readonly RuleBinding[] {
    if (isAll) return [...slot.byLevels];
    this.step += 1;
    const reached: RuleBinding[] = [];
    slot.index.visit(Math.min(before, price), Math.max(before, price), (binding) => {
      if (binding.seenStep === this.step) return;
      binding.seenStep = this.step;
      reached.push(binding);
    });
    return reached;
  }

  private quiet(slot: EngineSlot, index: number, isAll: boolean): void {
    const { table } = this;
    const price = table.price[index] as number;
    if (isAll) slot.sortLevels(table.previousClose[index] as number);
    table.flags[index] = (slot.isEager ? EAGER : 0) + (slot.usesClose ? USES_CLOSE : 0);
    table.quietLow[index] = slot.index.below(price);
    table.quietHigh[index] = slot.index.above(price);
  }

  private consider(binding: RuleBinding, at: number): void {
    const { progress, policy, rule } = binding;
    if (progress.done || (rule.expiresAt !== null && at >= rule.expiresAt)) return;
    binding.read(this.table);
    const holds = binding.holds() && !this.late?.has(binding);
    const watchedMs = policy.rearmMs === null ? 0 : binding.watchedUntil(at);
    // Most prices change nothing, and are to cost nothing.
    if (!holds && progress.armed) return;
    const clears = binding.clears();
    if (!holds && !clears && policy.rearmMs === null) return;
    const next = advanceRule(policy, progress, { holds, clears }, { at, watchedMs });
    if (next !== progress) this.advance(binding, next, at);
  }

  private advance(binding: RuleBinding, next: RuleProgress, at: number): void {
    const { progress, rule, instrument, slot } = binding;
    binding.progress = next;
    if (next.fired === progress.fired) return this.parts.progressed(binding);
    this.late?.add(binding);
    this.parts.fired({
      ...{ rule, instrument, progress: next, at },
      before: this.table.priorOf(slot),
      after: this.table.tickAt(slot),
      readings: binding.readings(),
    });
  }

  private closeSlotBars(slot: EngineSlot, at: number): void {
    for (const { end, bindings } of slot.overBars(at)) {
      for (const binding of bindings) {
        this.consider(binding, end);
        binding.settle();
      }
    }
  }

  /** What a rule sees now is what it saw before from here on. */
  private settle(binding: RuleBinding): void {
    binding.read(this.table);
    binding.settle();
  }

  private settleAll(slot: number): void {
    const { everyPrice, barWatches } = this.slots.at(slot);
    for (const binding of everyPrice) this.settle(binding);
    for (const { bindings } of barWatches.values()) {
      for (const binding of bindings) this.settle(binding);
    }
  }

  private unsettle(slot: number): void {
    this.slots.at(slot).isDirty = true;
    this.table.quietLow[slot] = NaN;
    this.table.quietHigh[slot] = NaN;
  }
}

/** Every slot with whose price a rule has to be looked at. */
function slotsHeard({ slot, conditions }: RuleBinding): ReadonlySet<number> {
  const heard = new Set([slot]);
  for (const { of, low, high } of conditions) {
    for (const source of [of, low, high]) {
      if (typeof source !== 'number') heard.add(source.slot);
    }
  }
  return heard;
}
