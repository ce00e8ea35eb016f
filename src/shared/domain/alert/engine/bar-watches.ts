import type { ChartInterval } from '../../candle/interval';
import type { BarSpan } from './bar-spans';
import type { RuleBinding } from './rule-binding';

/** Bars of one length, and the rules that look at each of their closes. */
interface BarWatch {
  readonly interval: ChartInterval;
  readonly bindings: Set<RuleBinding>;
  /** End of the bar under way, UTC milliseconds; Infinity while there is none. */
  end: number;
  /** End of the last bar that was closed. */
  closedEnd: number;
}

/** The rules of one slot that are looked at when a bar closes. */
export class BarWatches {
  private readonly watches = new Map<ChartInterval, BarWatch>();

  constructor(private readonly spanAt: (interval: ChartInterval) => (at: number) => BarSpan) {}

  /** UTC milliseconds at which the first bar is over; NaN where one is not under way that the next price may begin. */
  get nextEnd(): number {
    let next = Infinity;
    for (const { end } of this.watches.values())
      next = Math.min(next, end === Infinity ? NaN : end);
    return next;
  }

  *bindings(): Generator<RuleBinding> {
    for (const { bindings } of this.watches.values()) yield* bindings;
  }

  add(binding: RuleBinding): void {
    const interval = binding.rule.watch.barInterval;
    const known = this.watches.get(interval);
    if (known) known.bindings.add(binding);
    else {
      const bindings = new Set([binding]);
      this.watches.set(interval, { interval, bindings, end: Infinity, closedEnd: -Infinity });
    }
  }

  forget(binding: RuleBinding): void {
    for (const [interval, { bindings }] of this.watches) {
      bindings.delete(binding);
      if (bindings.size === 0) this.watches.delete(interval);
    }
  }

  /** A price begins the bars that are not under way; one of a bar that was closed already does not. */
  begin(at: number): void {
    for (const watch of this.watches.values()) {
      if (watch.end !== Infinity) continue;
      const { end } = this.spanAt(watch.interval)(at);
      if (end > watch.closedEnd) watch.end = end;
    }
  }

  /** The bars that are over at a moment, each once. */
  over(at: number): readonly { readonly end: number; readonly bindings: Set<RuleBinding> }[] {
    const over = [...this.watches.values()].filter(({ end }) => at >= end);
    return over.map((watch) => {
      const { end, bindings } = watch;
      watch.closedEnd = end;
      watch.end = Infinity;
      return { end, bindings };
    });
  }
}
