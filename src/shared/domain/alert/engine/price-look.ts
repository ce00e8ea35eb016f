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

/** Whom a price concerns. */
interface Concerned {
  /** Looked at by their levels; `isPassed` where there may be some, `isAll` where they are all of them. */
  readonly reached: readonly RuleBinding[];
  readonly isPassed: boolean;
  readonly isAll: boolean;
  /** Those whose bands it leaves; `isLeft` where the bounds of all rules together are left. */
  readonly left: readonly RuleBinding[];
  readonly isLeft: boolean;
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
    const concerned = this.concerned(slot, index, at, price, previousClose, volume);
    const { reached, left } = concerned;
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
    this.setBounds(slot, index, at, concerned);
  }

  /** Looks at the rules of the bars that are over. @param at - UTC milliseconds */
  closeBars(slot: EngineSlot, at: number): void {
    // The last price of a bar is what it closed with, and no step to another.
    this.parts.table.forgetPrior();
    for (const { end, bindings } of slot.barWatches?.over(at) ?? []) {
      this.lookAll(bindings, end, NO_SLOT);
    }
  }

  private concerned(
    slot: EngineSlot,
    index: number,
    at: number,
    price: number,
    previousClose: number,
    volume: number,
  ): Concerned {
    const { table } = this.parts;
    const isOver = at >= slot.barsEnd;
    const isLeft = isOver || !table.isQuiet(index, price, previousClose, volume);
    if (!isLeft) return { reached: NOBODY, isPassed: false, isAll: false, left: NOBODY, isLeft };
    const isNewClose = !Object.is(previousClose, table.previousCloseOf(index));
    const isAll = slot.isDirty || (isNewClose && slot.usesClose);
    const isPassed = isAll || !table.isBetweenLevels(index, price, volume);
    const reached = isPassed ? this.reached(slot, index, price, volume, isAll) : NOBODY;
    // Bands were foreseen for bars that are not over, and for volumes of the same count.
    const isUnforeseen = slot.isDirty || isNewClose || isOver || !table.goesOn(index, volume);
    const left = isUnforeseen ? slot.byBand : leftBands(slot.byBand, price, volume);
    return { reached, isPassed, isAll, left, isLeft };
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

  private setBounds(
    slot: EngineSlot,
    index: number,
    at: number,
    { isAll, isPassed, left, isLeft }: Concerned,
  ): void {
    const { table } = this.parts;
    if (isAll) slot.sortLevels();
    if (isPassed) slot.setLevels();
    if (isLeft) {
      for (const binding of left) binding.foresee(table, at);
      table.quietWithin(index, slot.byBand);
    }
    table.quietUntil(index, slot.quietUntil);
  }
}

function leftBands(
  bindings: readonly RuleBinding[],
  price: number,
  volume: number,
): readonly RuleBinding[] {
  return bindings.filter(({ band }) => !band.contains(price, volume));
}
