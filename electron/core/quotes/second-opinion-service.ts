import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketSource, Quote, QuoteDispute } from '../../../src/shared/domain/quote/quote';
import type { MarketData } from '../market/market-data-port';
import { canBeQuote } from './quote-check';
import { compareOpinions, DISPUTE_MARGINS, type DisputeMargins } from './quote-dispute';
import type { Scheduler } from './scheduler-port';
import type { SessionPhase } from './session-phase';
import { askWithin } from './timed-question';

export const OPINION_MS = 60_000;
const OPINION_LIMIT_MS = 30_000;
/** Sources asked in a row: the first others may be late, and no opinion on a price of this moment. */
const MOST_ASKED = 3;
/** Share of the interval by which it is longer or shorter. */
const JITTER = 0.1;

export interface SecondOpinionParts {
  readonly market: Pick<MarketData, 'latest'>;
  readonly live: {
    quoteOf(id: InstrumentId): Quote | undefined;
    phaseOf(id: InstrumentId): SessionPhase | null;
    setDispute(id: InstrumentId, dispute: QuoteDispute | null): void;
  };
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** 0 to below 1. */
  readonly random: () => number;
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  readonly onError: (error: unknown) => void;
  readonly margins?: DisputeMargins;
}

/**
 * Once a minute asks another source for the charted instrument, and for one of the watchlist in turn,
 * and flags a price that is contradicted. The flag goes when they agree again.
 */
export class SecondOpinionService {
  private listed: readonly InstrumentId[] = [];
  private charted: InstrumentId | null = null;
  private next = 0;
  private active = false;
  private stopTimer: (() => void) | null = null;
  private question: AbortController | null = null;

  constructor(private readonly parts: SecondOpinionParts) {}

  watch(
    instruments: readonly InstrumentId[],
    { charted }: { readonly charted: InstrumentId | null },
  ): void {
    this.listed = instruments.filter((id) => id !== charted);
    this.charted = charted;
  }

  setActive(active: boolean): void {
    if (active === this.active) return;
    this.active = active;
    if (active) this.wait();
    else this.dispose();
  }

  dispose(): void {
    this.active = false;
    this.stopTimer?.();
    this.stopTimer = null;
    this.question?.abort();
    this.question = null;
  }

  private wait(): void {
    const { scheduler, random } = this.parts;
    const delayMs = OPINION_MS * (1 - JITTER + 2 * JITTER * random());
    this.stopTimer = scheduler.after(delayMs, () => {
      this.stopTimer = null;
      void this.turn();
    });
  }

  private async turn(): Promise<void> {
    const due = [this.charted, this.nextListed()].filter((id) => id !== null);
    for (const id of due) {
      if (this.active) await this.ask(id, []);
    }
    if (this.active && this.stopTimer === null) this.wait();
  }

  /** The next of the list that has a price at all. */
  private nextListed(): InstrumentId | null {
    for (let tried = 0; tried < this.listed.length; tried++) {
      const id = this.listed[this.next++ % this.listed.length];
      if (id !== undefined && this.parts.live.quoteOf(id) !== undefined) return id;
    }
    return null;
  }

  /** @param asked - sources whose prices were of another time */
  private async ask(id: InstrumentId, asked: readonly MarketSource[]): Promise<void> {
    const { market, live, scheduler, now, onError } = this.parts;
    const shown = live.quoteOf(id);
    if (shown === undefined) return;
    const abort = new AbortController();
    this.question = abort;
    const answer = await askWithin(OPINION_LIMIT_MS, scheduler, abort, (signal) =>
      market.latest({
        instruments: [id],
        nowMs: now(),
        avoid: [shown.source, ...asked],
        signal,
      }),
    );
    if (this.question !== abort) return;
    this.question = null;
    if (answer.kind === 'threw') onError(answer.error);
    if (answer.kind !== 'answered') return;
    const incomparable = this.compare(id, answer.result.quotes);
    if (incomparable === null || asked.length + 1 >= MOST_ASKED) return;
    await this.ask(id, [...asked, incomparable]);
  }

  /** @returns the source whose price is of another time, session or currency; null where there is none */
  private compare(
    id: InstrumentId,
    quotes: Awaited<ReturnType<MarketData['latest']>>['quotes'],
  ): MarketSource | null {
    const { live, now, instrument, margins = DISPUTE_MARGINS } = this.parts;
    // Asked again: the price may be a newer one by now.
    const shown = live.quoteOf(id);
    const other = quotes.find(({ quote }) => quote.instrument === id);
    if (shown === undefined || other === undefined || !canBeQuote(other.quote, now())) return null;
    const margin = margins[instrument(id)?.kind ?? 'share'];
    const opinion = compareOpinions(shown, other, margin, live.phaseOf(id));
    if (opinion === 'not-comparable') return other.source;
    live.setDispute(id, opinion);
    return null;
  }
}
