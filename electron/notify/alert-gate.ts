import type { DeliveryOutcome } from '../core/alerts/alert-notifier-port';
import type { Scheduler } from '../core/quotes/scheduler-port';

/** Messages within so long count as one burst. */
export const BURST_MS = 10_000;
/** So many of a burst are shown one by one. */
export const MOST_SINGLE = 3;

export interface AlertGateParts<Item> {
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly showOne: (item: Item) => Promise<DeliveryOutcome>;
  /** Is given at least two. */
  readonly showSummary: (items: readonly Item[]) => Promise<DeliveryOutcome>;
}

interface Waiting<Item> {
  readonly item: Item;
  readonly settle: (outcome: DeliveryOutcome) => void;
}

/**
 * Lets at most {@link MOST_SINGLE} messages through in {@link BURST_MS}; what comes besides waits for
 * the end of that time and becomes one summary.
 */
export class AlertGate<Item> {
  private beganAt = -Infinity;
  private shown = 0;
  private waiting: Waiting<Item>[] = [];
  private stopWaiting: (() => void) | null = null;

  constructor(private readonly parts: AlertGateParts<Item>) {}

  /** Resolves once it was shown, alone or in the summary. */
  pass(item: Item): Promise<DeliveryOutcome> {
    const { now, scheduler, showOne } = this.parts;
    const age = now() - this.beganAt;
    // Also where the clock was put back.
    if (this.stopWaiting === null && (age >= BURST_MS || age < 0)) {
      this.beganAt = now();
      this.shown = 0;
    }
    if (this.shown < MOST_SINGLE) {
      this.shown += 1;
      return showOne(item);
    }
    this.stopWaiting ??= scheduler.after(Math.max(0, BURST_MS - age), () => this.summarise());
    return new Promise((settle) => this.waiting.push({ item, settle }));
  }

  /** What waits is not shown any more. */
  dispose(): void {
    this.stopWaiting?.();
    for (const { settle } of this.waiting.splice(0)) settle('failed');
  }

  private summarise(): void {
    const waiting = this.waiting.splice(0);
    this.stopWaiting = null;
    this.beganAt = -Infinity;
    const items = waiting.map(({ item }) => item);
    const [only] = items;
    const shown =
      items.length === 1 && only !== undefined
        ? this.parts.showOne(only)
        : this.parts.showSummary(items);
    void shown.then((outcome) => waiting.forEach(({ settle }) => settle(outcome)));
  }
}
