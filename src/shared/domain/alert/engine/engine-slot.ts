import type { ChartInterval } from '../../candle/interval';
import type { InstrumentId } from '../../instrument/instrument';
import { BarWatches } from './bar-watches';
import type { BarSpan, BarSpans } from './bar-spans';
import { priceLevels, volumeLevels } from './fixed-levels';
import { LevelIndex } from './level-index';
import { LiveBars } from './live-bars';
import { type IndicatorMeasure, LiveIndicator } from './live-indicator';
import { MoveWindow } from './move-window';
import type { RuleBinding } from './rule-binding';
import type { SlotTable } from './slot-table';
import { type ValueSource, valueOf } from './value-source';

export interface EngineSlotParts {
  /** Its row in the table. */
  readonly number: number;
  readonly instrument: InstrumentId;
  readonly table: SlotTable;
  readonly spans: BarSpans;
}

/** What hangs on the price of one slot besides the price. */
export class EngineSlot {
  readonly byLevels = new Set<RuleBinding>();
  byBand: readonly RuleBinding[] = [];
  /** Also of rules on another instrument that look at this one's price. */
  everyPrice: readonly RuleBinding[] = [];
  /** Null before the first rule that looks at closes. */
  barWatches: BarWatches | null = null;
  private readonly bars = new Map<ChartInterval, LiveBars>();
  /** As {@link bars}: what looks walk through is no map. */
  private series: readonly LiveBars[] = [];
  private readonly indicators = new Map<string, LiveIndicator>();
  private readonly windows: { readonly of: ValueSource; readonly window: MoveWindow }[] = [];
  prices: LevelIndex<RuleBinding> = LevelIndex.EMPTY;
  volumes: LevelIndex<RuleBinding> = LevelIndex.EMPTY;
  usesClose = false;
  /** All its rules have to be looked at with the next price, and their levels sorted anew. */
  isDirty = true;
  /** What the rules of {@link byBand} saw before is what they noted, and not what could be read now. */
  isNoted = false;
  /** UTC milliseconds at which the first of the bars under way is over. */
  barsEnd = Infinity;
  private readonly number: number;
  private readonly table: SlotTable;

  constructor(private readonly parts: EngineSlotParts) {
    this.number = parts.number;
    this.table = parts.table;
  }

  /** UTC milliseconds from which on the next price has to be looked at; NaN where every price has to be. */
  get quietUntil(): number {
    const isEager = this.everyPrice.length > 0 || this.windows.length > 0;
    return isEager ? NaN : Math.min(this.barsEnd, this.barWatches?.nextEnd ?? Infinity);
  }

  /** Sorts the fixed levels of its rules, those that go by the close before among them. */
  sortLevels(): void {
    const owners = [...this.byLevels];
    const previousClose = this.table.previousCloseOf(this.number);
    this.prices = indexOf(owners, (owner) => priceLevels(owner, previousClose));
    this.volumes = indexOf(owners, volumeLevels);
    this.usesClose = owners.some(({ conditions }) =>
      conditions.some(({ of }) => of.kind === 'change'),
    );
    this.isDirty = false;
  }

  /** Finds the levels next to the last price and volume. */
  setLevels(): void {
    const { prices, volumes, table, number } = this;
    const price = table.priceOf(number);
    const ahead = volumes.above(table.volumeOf(number));
    table.setLevels(number, prices.below(price), prices.above(price), ahead);
  }

  /** @returns the indicator, and whether its bars are new here and want to be seeded */
  indicator(measure: IndicatorMeasure): {
    readonly indicator: LiveIndicator;
    readonly isNew: boolean;
  } {
    const { interval, indicator: id, params, output } = measure;
    const key = JSON.stringify([interval, id, params, output]);
    const known = this.indicators.get(key);
    if (known) return { indicator: known, isNew: false };
    // Prices of before are not for bars that begin now.
    this.catchUp();
    const isNew = !this.bars.has(interval);
    const live = this.bars.get(interval) ?? new LiveBars(this.spanAt(interval));
    this.bars.set(interval, live);
    this.series = [...this.bars.values()];
    const indicator = new LiveIndicator(measure, live, this);
    this.indicators.set(key, indicator);
    return { indicator, isNew };
  }

  window(of: ValueSource, bars: number, interval: ChartInterval): MoveWindow {
    const window = new MoveWindow(bars, this.spanAt(interval));
    this.windows.push({ of, window });
    return window;
  }

  /** Tells the bars of the prices that went by without a look: nothing depended on them until now. */
  catchUp(): void {
    this.table.tellUntold(this.number, this.series);
  }

  /** The price that the table has now goes into bars and windows. @param traded - units of it */
  hearBars(at: number, price: number, traded: number): void {
    this.barsEnd = Infinity;
    for (const live of this.series) {
      live.hear(at, price, traded > 0 ? traded : 0);
      this.barsEnd = Math.min(this.barsEnd, live.end);
    }
    for (const { of, window } of this.windows) window.hear(at, valueOf(of, this.table));
  }

  /** Bars of the past. What rules saw before stays what it was, whatever indicators come to now. */
  seed(interval: ChartInterval, past: Parameters<LiveBars['seed']>[0]): void {
    const live = this.bars.get(interval);
    if (live === undefined) return;
    this.catchUp();
    if (!this.isNoted) for (const binding of this.byBand) binding.note(this.table);
    this.isNoted = true;
    live.seed(past);
    this.unsettle();
  }

  add(binding: RuleBinding): void {
    switch (binding.pace) {
      case 'levels':
        return void this.byLevels.add(binding);
      case 'band':
        this.byBand = [...this.byBand, binding];
        return;
      case 'every-price':
        this.everyPrice = [...this.everyPrice, binding];
        return;
      case 'bar-close':
        this.barWatches ??= new BarWatches((interval) => this.spanAt(interval));
        this.barWatches.add(binding);
    }
  }

  forget(binding: RuleBinding): void {
    this.byLevels.delete(binding);
    this.byBand = this.byBand.filter((each) => each !== binding);
    this.everyPrice = this.everyPrice.filter((each) => each !== binding);
    this.barWatches?.forget(binding);
    const windows = new Set(binding.conditions.map(({ window }) => window));
    const kept = this.windows.filter(({ window }) => !windows.has(window));
    this.windows.splice(0, this.windows.length, ...kept);
  }

  /** Sets what the price before the next one was; NaN for none. Bars do not hear it. */
  replaceLast(
    at: number,
    price: number,
    previousClose: number,
    volume: number,
    session: number,
    heardAt: number,
  ): void {
    this.catchUp();
    this.table.put(this.number, at, price, previousClose, volume, session, heardAt);
    this.noteAll();
  }

  /** Prices are multiplied, units divided. */
  scale(factor: number): void {
    this.catchUp();
    for (const live of this.series) live.scale(factor);
    for (const { of, window } of this.windows) if (of.kind === 'price') window.scale(factor);
    this.table.scale(this.number, factor);
    this.noteAll();
  }

  /** What rules could see now is what they saw before from here on. */
  private noteAll(): void {
    // Rules of bands and levels read it when they are looked at.
    this.isNoted = false;
    for (const binding of this.everyPrice) binding.note(this.table);
    for (const binding of this.barWatches?.bindings() ?? []) binding.note(this.table);
    this.unsettle();
  }

  /** All its rules have to be looked at with the next price. */
  unsettle(): void {
    this.isDirty = true;
    this.table.unsettle(this.number);
  }

  private spanAt(interval: ChartInterval): (at: number) => BarSpan {
    return (at) => this.parts.spans(this.parts.instrument, interval, at);
  }
}

function indexOf(
  owners: readonly RuleBinding[],
  levels: (owner: RuleBinding) => readonly number[],
): LevelIndex<RuleBinding> {
  const entries = owners.flatMap((owner) => levels(owner).map((level) => ({ level, owner })));
  return entries.length === 0 ? LevelIndex.EMPTY : new LevelIndex(entries);
}
