import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import type { Clock, Timers } from '../time';
import { compareQuotes } from './quote-changes';

export interface QuoteFeedParts {
  /** All quotes of what is served now. */
  readonly quotes: (nowMs: number) => Promise<readonly Quote[]>;
  readonly clock: Clock;
  readonly timers: Timers;
  /** @param replaces - true where `quotes` is all there is */
  readonly send: (quotes: readonly Quote[], replaces: boolean) => void;
  /** Hears of instruments whose session has ended. */
  readonly sessionsFinished: (instruments: readonly InstrumentId[]) => void;
  readonly onError: (error: unknown) => void;
}

/** Sends all quotes once, and then, at an interval, those that changed. */
export class QuoteFeedService {
  private last = new Map<InstrumentId, Quote>();
  private stopTicking: (() => void) | null = null;
  /** Counts restarts, so that an answer to an earlier question is told from one to this. */
  private round = 0;
  private asking = false;

  constructor(private readonly parts: QuoteFeedParts) {}

  /** Starts over with what is served now. */
  async restart(intervalMs: number): Promise<void> {
    this.dispose();
    const { round } = this;
    await this.ask(round, (quotes) => this.parts.send(quotes, true));
    if (round !== this.round) return;
    this.stopTicking = this.parts.timers.every(intervalMs, () => {
      if (!this.asking) void this.tick();
    });
  }

  dispose(): void {
    this.stopTicking?.();
    this.stopTicking = null;
    this.round++;
  }

  private async tick(): Promise<void> {
    const before = this.last;
    await this.ask(this.round, (quotes) => {
      const { changed, finished } = compareQuotes(before, quotes);
      if (changed.length > 0) this.parts.send(changed, false);
      if (finished.length > 0) this.parts.sessionsFinished(finished);
    });
  }

  private async ask(round: number, use: (quotes: readonly Quote[]) => void): Promise<void> {
    this.asking = true;
    try {
      const quotes = await this.parts.quotes(this.parts.clock());
      if (round !== this.round) return;
      this.last = new Map(quotes.map((quote) => [quote.instrument, quote]));
      use(quotes);
    } catch (error) {
      this.parts.onError(error);
    } finally {
      if (round === this.round) this.asking = false;
    }
  }
}
