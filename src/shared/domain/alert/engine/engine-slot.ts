import type { ChartInterval } from '../../candle/interval';
import type { InstrumentId } from '../../instrument/instrument';
import { type BarSpan, type BarSpans } from './bar-spans';
import { LevelIndex } from './level-index';
import { LiveBars } from './live-bars';
import { type IndicatorMeasure, LiveIndicator } from './live-indicator';
import { MoveWindow } from './move-window';
import type { RuleBinding, ValueSource } from './rule-binding';

/** Bars of one length, and the rules that look at each of their closes. */
interface BarWatch {
  readonly interval: ChartInterval;
  readonly bindings: Set<RuleBinding>;
  /** End of the bar under way, UTC milliseconds; Infinity while there is none. */
  end: number;
  /** End of the last bar that was closed. */
  closedEnd: number;
}

/** What hangs on the price of one slot besides the price. */
export class EngineSlot {
  readonly byLevels = new Set<RuleBinding>();
  /** Also of rules on another instrument that look at this one's price. */
  readonly everyPrice = new Set<RuleBinding>();
  readonly barWatches = new Map<ChartInterval, BarWatch>();
  readonly bars = new Map<ChartInterval, LiveBars>();
  private readonly indicators = new Map<string, LiveIndicator>();
  readonly windows: { readonly of: ValueSource; readonly window: MoveWindow }[] = [];
  index = new LevelIndex<RuleBinding>([]);
  usesClose = false;
  /** All its rules have to be looked at with the next price, and their levels sorted anew. */
  isDirty = true;

  constructor(
    readonly instrument: InstrumentId,
    private readonly spans: BarSpans,
  ) {}

  /** True where every price has to be looked at. */
  get isEager(): boolean {
    return this.everyPrice.size > 0 || this.barWatches.size > 0 || this.windows.length > 0;
  }

  /** @param previousClose - NaN where none is known */
  sortLevels(previousClose: number): void {
    this.index = new LevelIndex(
      [...this.byLevels].flatMap((owner) =>
        owner.levels(previousClose).map((price) => ({ price, owner })),
      ),
    );
    this.usesClose = [...this.byLevels].some(({ conditions }) =>
      conditions.some(({ of }) => of.kind === 'change'),
    );
    this.isDirty = false;
  }

  spanAt(interval: ChartInterval): (at: number) => BarSpan {
    return (at) => this.spans(this.instrument, interval, at);
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
    const isNew = !this.bars.has(interval);
    const live = this.bars.get(interval) ?? new LiveBars(this.spanAt(interval));
    this.bars.set(interval, live);
    const indicator = new LiveIndicator(measure, live);
    this.indicators.set(key, indicator);
    return { indicator, isNew };
  }

  window(of: ValueSource, bars: number, interval: ChartInterval): MoveWindow {
    const window = new MoveWindow(bars, this.spanAt(interval));
    this.windows.push({ of, window });
    return window;
  }

  /** A price goes into bars, indicators and windows. */
  hearBars(at: number, price: number, traded: number): void {
    if (this.bars.size === 0) return;
    for (const live of this.bars.values()) live.hear(at, price, traded);
    this.refreshIndicators();
  }

  refreshIndicators(): void {
    for (const indicator of this.indicators.values()) indicator.refresh();
  }

  watchBars(binding: RuleBinding): void {
    const interval = binding.rule.watch.barInterval;
    const known = this.barWatches.get(interval);
    if (known) known.bindings.add(binding);
    else {
      const bindings = new Set([binding]);
      this.barWatches.set(interval, { interval, bindings, end: Infinity, closedEnd: -Infinity });
    }
  }

  /** A price begins the bars that are not under way; one of a bar that was closed already does not. */
  beginBars(at: number): void {
    for (const watch of this.barWatches.values()) {
      if (watch.end !== Infinity) continue;
      const { end } = this.spanAt(watch.interval)(at);
      if (end > watch.closedEnd) watch.end = end;
    }
  }

  /** The bars that are over at a moment, each once. */
  overBars(at: number): readonly { readonly end: number; readonly bindings: Set<RuleBinding> }[] {
    const over = [...this.barWatches.values()].filter(({ end }) => at >= end);
    return over.map((watch) => {
      const { end, bindings } = watch;
      watch.closedEnd = end;
      watch.end = Infinity;
      return { end, bindings };
    });
  }

  forget(binding: RuleBinding): void {
    this.byLevels.delete(binding);
    this.everyPrice.delete(binding);
    for (const [interval, { bindings }] of this.barWatches) {
      bindings.delete(binding);
      if (bindings.size === 0) this.barWatches.delete(interval);
    }
    const windows = new Set(binding.conditions.map(({ window }) => window));
    const kept = this.windows.filter(({ window }) => !windows.has(window));
    this.windows.splice(0, this.windows.length, ...kept);
    this.isDirty = true;
  }

  scale(factor: number): void {
    for (const live of this.bars.values()) live.scale(factor);
    for (const { of, window } of this.windows) if (of.kind === 'price') window.scale(factor);
    this.refreshIndicators();
    this.isDirty = true;
  }
}
