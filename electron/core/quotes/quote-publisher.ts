import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import type { Subscribable, Unsubscribe } from '../events/signal';
import type { QuotesUpdated } from './quote-service';
import type { Scheduler } from './scheduler-port';

export const PUBLISH_INTERVAL_MS = 250;

export interface QuotePublisherParts {
  readonly quotes: { all(): readonly Quote[] };
  readonly updated: Subscribable<QuotesUpdated>;
  readonly scheduler: Scheduler;
  /** Hears what the page is to be told. */
  readonly publish: (push: QuotesUpdated) => void;
}

/**
 * Tells the page of quotes, at most once in {@link PUBLISH_INTERVAL_MS} and only the last value of
 * each instrument. The page counts as hidden until {@link setVisible} says otherwise; while it is
 * hidden nothing is told and no timer starts, and when it is shown it is told everything once.
 */
export class QuotePublisher {
  private readonly changed = new Map<InstrumentId, Quote>();
  private everything = false;
  private visible = false;
  private stopPause: (() => void) | null = null;
  private unsubscribe: Unsubscribe | null = null;

  constructor(private readonly parts: QuotePublisherParts) {}

  start(): void {
    this.unsubscribe ??= this.parts.updated.subscribe((update) => this.collect(update));
  }

  dispose(): void {
    this.unsubscribe?.();
    this.unsubscribe = null;
    this.stopPause?.();
    this.stopPause = null;
  }

  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    this.changed.clear();
    this.everything = visible;
    this.flush();
  }

  private collect(update: QuotesUpdated): void {
    if (!this.visible) return;
    if (update.replaces) this.everything = true;
    for (const quote of update.quotes) this.changed.set(quote.instrument, quote);
    this.flush();
  }

  private flush(): void {
    if (this.stopPause !== null || (!this.everything && this.changed.size === 0)) return;
    const quotes = this.everything ? this.parts.quotes.all() : [...this.changed.values()];
    const push = { quotes, replaces: this.everything };
    this.changed.clear();
    this.everything = false;
    this.stopPause = this.parts.scheduler.after(PUBLISH_INTERVAL_MS, () => {
      this.stopPause = null;
      this.flush();
    });
    this.parts.publish(push);
  }
}
