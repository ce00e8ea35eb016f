import type { TapeoutPublisher } from '../../src/shared/ipc/contract';
import type { TickerContent } from '../../src/shared/ipc/ticker-contract';
import type { Scheduler } from '../core/quotes/scheduler-port';

export interface TickerPublisherParts {
  readonly publisher: Pick<TapeoutPublisher, 'ticker'>;
  readonly content: () => TickerContent;
  readonly isOpen: () => boolean;
  /** Hears what is told. */
  readonly onContent: (content: TickerContent) => void;
  readonly scheduler: Scheduler;
}

export const TICKER_EVERY_MS = 1000;

/** Tells the ticker of what changed, at most once a second, and nobody while it is closed. */
export class TickerPublisher {
  private stopPause: (() => void) | null = null;
  private isStale = false;

  constructor(private readonly parts: TickerPublisherParts) {}

  changed(): void {
    if (!this.parts.isOpen()) return;
    this.isStale = true;
    if (this.stopPause === null) this.tell();
  }

  dispose(): void {
    this.stopPause?.();
    this.stopPause = null;
  }

  private tell(): void {
    this.stopPause = null;
    if (!this.isStale || !this.parts.isOpen()) return;
    this.isStale = false;
    const content = this.parts.content();
    this.parts.onContent(content);
    this.parts.publisher.ticker.onChanged(content);
    this.stopPause = this.parts.scheduler.after(TICKER_EVERY_MS, () => this.tell());
  }
}
