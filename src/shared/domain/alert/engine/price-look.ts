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
  reached: readonly RuleBinding[];
  isPassed: boolean;
  isAll: boolean;
  /** Those whose bands it leaves; `isLeft` where the bounds of all rules together are left. */
  left: readonly RuleBinding[];
  isLeft: boolean;
}

const NOBODY: readonly RuleBinding[] = [];

/** What becomes of a price that may change something: whom it concerns is looked at, and new bounds are set. */
export class PriceLook {
  private step = 0;
  /** One for all prices: what each of them would leave behind costs more than it is worth. */
  private readonly concerned: Concerned = {
    reached: NOBODY,
    isPassed: false,
    isAll: false,
    left: NOBODY,
    isLeft: false,
  };

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
    this.findConcerned(slot, index, at, price, previousClose, volume);
    const { reached, left, isAll, isPassed, isLeft } = this.concerned;
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
    if (isAll) slot.sortLevels();
    if (isPassed) slot.setLevels();
    if (isLeft) this.foresee(slot, index, at, left);
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

  private findConcerned(
    slot: EngineSlot,
    index: number,
    at: number,
    price: number,
    previousClose: number,
    volume: number,
  ): void {
    const { concerned } = this;
    const { table } = this.parts;
    const isOver = at >= slot.barsEnd;
    concerned.isLeft = isOver || !table.isQuiet(index, price, previousClose, volume);
    concerned.isAll = concerned.isPassed = false;
    concerned.reached = concerned.left = NOBODY;
    if (!concerned.isLeft) return;
    const isNewClose = !Object.is(previousClose, table.previousCloseOf(index));
    concerned.isAll = slot.isDirty || (isNewClose && slot.usesClose);
    concerned.isPassed = concerned.isAll || !table.isBetweenLevels(index, price, volume);
    if (concerned.isPassed) {
      concerned.reached = this.reached(slot, index, price, volume, concerned.isAll);
    }
    // Bands were foreseen for bars that are not over, and for volumes of the same count.
    const isUnforeseen = slot.isDirty || isNewClose || isOver || !table.goesOn(index, volume);
    concerned.left = isUnforeseen ? slot.byBand : leftBands(slot.byBand, price, volume);
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

  private foresee(slot: EngineSlot, index: number, at: number, left: readonly RuleBinding[]): void {
    const { table } = this.parts;
    for (const binding of left) binding.foresee(table, at);
    table.quietWithin(index, slot.byBand);
  }
}

function leftBands(
  bindings: readonly RuleBinding[],
  price: number,
  volume: number,
): readonly RuleBinding[] {
  return bindings.filter(({ band }) => !band.contains(price, volume));
}
