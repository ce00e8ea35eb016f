import type { EngineSlot } from './engine-slot';
import { type EngineSlots, NO_SLOT } from './engine-slots';
import type { RuleBinding } from './rule-binding';
import type { RuleRunner } from './rule-runner';
import type { SlotTable } from './slot-table';

export interface PriceLookParts {
  readonly table: SlotTable;
  readonly slots: EngineSlots;
  readonly runner: RuleRunner;
}

const NOBODY: readonly RuleBinding[] = [];

/** What becomes of a price that may change something: whom it concerns is looked at, and new bounds are set. */
export class PriceLook {
  private step = 0;

  constructor(private readonly parts: PriceLookParts) {}

  look(
    index: number,
    at: number,
    price: number,
    previousClose: number,
    volume: number,
    session: number,
    heardAt: number,
  ): void {
    const { table, slots } = this.parts;
    const slot = slots.at(index);
    slot.catchUp();
    if (slot.barWatches !== null) {
      this.closeBars(slot, at);
      slot.barWatches.begin(at);
    }
    const isQuiet = at < slot.barsEnd && table.isQuiet(index, price, previousClose, volume);
    const isNewClose = !Object.is(previousClose, table.previousCloseOf(index));
    const isResorted = slot.isDirty || (isNewClose && slot.usesClose);
    const isUnforeseen =
      slot.isDirty || isNewClose || at >= slot.barsEnd || !table.goesOn(index, volume);
    const isPassed = isResorted || !table.isBetweenLevels(index, price, volume);
    const reached = isPassed ? this.reached(slot, index, price, volume, isResorted) : NOBODY;
    const left = isQuiet ? NOBODY : leftBand(slot.byBand, price, volume, isUnforeseen);
    for (const binding of reached) binding.note(table);
    if (!slot.isNoted) for (const binding of left) binding.note(table);
    slot.isNoted = false;

    const isNewSession = session !== table.sessionOf(index);
    const traded = isNewSession ? volume : volume - table.volumeOf(index);
    table.keepPrior(index);
    table.put(index, at, price, previousClose, volume, session, heardAt);
    slot.hearBars(at, price, traded);

    const newSession = isNewSession ? index : NO_SLOT;
    this.lookAll(reached, at, newSession);
    this.lookAll(left, at, newSession);
    this.lookAll(slot.everyPrice, at, newSession);
    if (isResorted) slot.sortLevels(previousClose);
    if (isPassed) slot.setLevels(price, volume);
    if (!isQuiet) {
      for (const binding of left) binding.foresee(table, at);
      table.quietWithin(index, slot.byBand);
    }
    table.quietUntil(index, slot.quietUntil);
  }

  /** Looks at the rules of the bars that are over. @param at - UTC milliseconds */
  closeBars(slot: EngineSlot, at: number): void {
    // The last price of a bar is what it closed with, and no step to another.
    this.parts.table.forgetPrior();
    for (const { end, bindings } of slot.barWatches?.over(at) ?? []) {
      this.lookAll(bindings, end, NO_SLOT);
    }
  }

  private lookAll(group: Iterable<RuleBinding>, at: number, newSession: number): void {
    for (const binding of group) this.parts.runner.look(binding, at, newSession);
  }

  /** Rules with a level between two prices or volumes, the ends included, each once; or all that have levels. */
  private reached(
    slot: EngineSlot,
    index: number,
    price: number,
    volume: number,
    isAll: boolean,
  ): readonly RuleBinding[] {
    if (isAll) return [...slot.byLevels];
    const { table } = this.parts;
    this.step += 1;
    const reached: RuleBinding[] = [];
    const reach = (binding: RuleBinding): void => {
      if (binding.seenStep === this.step) return;
      binding.seenStep = this.step;
      reached.push(binding);
    };
    slot.prices.visitBetween(table.priceOf(index), price, reach);
    slot.volumes.visitBetween(table.volumeOf(index), volume, reach);
    return reached;
  }
}

function leftBand(
  bindings: readonly RuleBinding[],
  price: number,
  volume: number,
  isAll: boolean,
): readonly RuleBinding[] {
  return isAll ? bindings : bindings.filter(({ band }) => !band.contains(price, volume));
}
