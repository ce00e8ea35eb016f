import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote, QuoteDispute } from '../../../src/shared/domain/quote/quote';
import type { MarketData, MarketLatest, SourcedQuote } from '../market/market-data-port';
import { LiveQuoteBook } from './live-quote-book';
import { PollPace } from './poll-pace';
import { type PollBatch, PollPlan } from './poll-plan';
import { canBeQuote } from './quote-check';
import type { QuoteService } from './quote-service';
import type { Scheduler } from './scheduler-port';
import type { SessionPhase } from './session-phase';
import { SessionPhases } from './session-phases';
import { askWithin } from './timed-question';

/** States are looked at again this often, so that a price ages without any answer. */
export const REASSESS_MS = 5000;
/** Two rounds are never closer. */
export const ROUND_GAP_MS = 250;
/** The sources have time limits of their own; this one only guards against one that hangs. */
export const ROUND_LIMIT_MS = 60_000;

export interface LiveQuoteParts {
  readonly market: Pick<MarketData, 'latest' | 'watchStreams' | 'streamed'>;
  readonly quotes: Pick<QuoteService, 'ingestLive' | 'clearLive'>;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** 0 to below 1. */
  readonly random: () => number;
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  /** By MIC or venue. */
  readonly calendar: (mic: string) => ExchangeCalendar | undefined;
  /** Hears of faults of the program; a source's fault is none. */
  readonly onError: (error: unknown) => void;
}

/**
 * Keeps the prices of the watched instruments fresh: hears streams, asks for the rest in turns (one
 * batch of one exchange at a time), and says what each price is worth as time goes by. Does nothing
 * until it is started and active.
 */
export class LiveQuoteService {
  private readonly plan: PollPlan;
  private readonly pace = new PollPace();
  private readonly book: LiveQuoteBook;
  private started = false;
  private active = false;
  private round: AbortController | null = null;
  private stopTimer: (() => void) | null = null;
  /** UTC milliseconds; the clock may be set back. */
  private reassessedAt = 0;

  constructor(private readonly parts: LiveQuoteParts) {
    const phases = new SessionPhases();
    this.plan = new PollPlan({ ...parts, pace: this.pace, phases });
    this.book = new LiveQuoteBook(this.plan);
  }

  start(): void {
    this.started = true;
    this.resume();
  }

  dispose(): void {
    this.started = false;
    this.rest();
  }

  /** Whether the network's prices are wanted; without, those that were heard are forgotten. */
  setActive(active: boolean): void {
    if (active === this.active) return;
    this.active = active;
    if (active) return this.resume();
    this.rest();
    this.book.clear();
    this.parts.quotes.clearLive();
  }

  /** @param instruments - in the order in which they are to be asked for, the charted one among them or not */
  watch(
    instruments: readonly InstrumentId[],
    { charted }: { readonly charted: InstrumentId | null },
  ): void {
    const all = new Set(charted === null ? instruments : [charted, ...instruments]);
    this.plan.watch([...all], charted);
    const dropped = this.book.keepOnly(all);
    if (dropped.length > 0) this.parts.quotes.clearLive(dropped);
    this.resume();
  }

  /** Nobody looks at a hidden window, but alerts still need prices: half as often. */
  setVisible(visible: boolean): void {
    this.plan.setVisible(visible);
    this.wakeSoon();
  }

  /** Asks for everything anew: the network came back, or the sources were set otherwise. */
  askNow(): void {
    this.plan.restart();
    this.resume();
  }

  quoteOf(id: InstrumentId): Quote | undefined {
    return this.book.get(id);
  }

  phaseOf(id: InstrumentId): SessionPhase | null {
    return this.plan.phaseOf(id, this.parts.now());
  }

  /** A second source contradicts, or null where it agrees. */
  setDispute(id: InstrumentId, dispute: QuoteDispute | null): void {
    this.tell(this.book.setDispute(id, dispute, this.parts.now()));
  }

  private resume(): void {
    if (!this.started || !this.active) return;
    this.parts.market.watchStreams(this.plan.instruments, (said) => this.hear(said));
    this.wakeSoon();
  }

  private rest(): void {
    this.stopTimer?.();
    this.stopTimer = null;
    this.round?.abort();
    this.round = null;
    this.parts.market.watchStreams([], () => undefined);
  }

  private hear(said: SourcedQuote): void {
    const id = said.quote.instrument;
    // What was on its way when the watching changed is nobody's any more.
    if (!this.started || !this.active || !this.plan.has(id)) return;
    const nowMs = this.parts.now();
    if (!canBeQuote(said.quote, nowMs)) return this.tell(this.book.refuse([id], nowMs));
    this.plan.answered(id);
    this.plan.heard([said]);
    this.tell(this.book.take([said], nowMs));
  }

  private wakeSoon(): void {
    if (this.started && this.active) this.wakeIn(ROUND_GAP_MS);
  }

  private wakeIn(delayMs: number): void {
    this.stopTimer?.();
    this.stopTimer = this.parts.scheduler.after(delayMs, () => this.wake());
  }

  private wake(): void {
    this.stopTimer = null;
    if (this.plan.instruments.length === 0) return;
    const nowMs = this.parts.now();
    const streamed = this.parts.market.streamed();
    if (Math.abs(nowMs - this.reassessedAt) >= REASSESS_MS) this.reassess(nowMs, streamed);
    if (this.round === null) {
      const batch = this.plan.take(nowMs, streamed);
      if (batch !== null) void this.ask(batch);
    }
    const nextAt = this.round === null ? this.plan.nextAt(nowMs, streamed) : null;
    const turnInMs = (nextAt ?? Infinity) - nowMs;
    const reassessInMs = REASSESS_MS - (nowMs - this.reassessedAt);
    this.wakeIn(Math.max(ROUND_GAP_MS, Math.min(turnInMs, reassessInMs)));
  }

  private reassess(nowMs: number, streamed: ReadonlySet<InstrumentId>): void {
    this.reassessedAt = nowMs;
    this.plan.measure(nowMs, streamed);
    this.tell([...this.book.confirm(streamed, nowMs), ...this.book.reassess(nowMs)]);
  }

  private async ask({ exchange, instruments }: PollBatch): Promise<void> {
    const abort = new AbortController();
    this.round = abort;
    const nowMs = this.parts.now();
    const answer = await askWithin(ROUND_LIMIT_MS, this.parts.scheduler, abort, (signal) =>
      this.parts.market.latest({ instruments, nowMs, signal }),
    );
    if (this.round !== abort) return;
    this.round = null;
    if (answer.kind === 'threw') this.parts.onError(answer.error);
    this.digest(instruments, answer.kind === 'answered' ? answer.result : NOTHING);
    if (answer.kind === 'answered' && answer.result.quotes.length > 0) {
      this.pace.took(exchange, instruments.length, this.parts.now() - nowMs);
    }
    this.wakeSoon();
  }

  private digest(instruments: readonly InstrumentId[], answer: MarketLatest): void {
    const nowMs = this.parts.now();
    const asked = new Set(instruments.filter((id) => this.plan.has(id)));
    const said = answer.quotes.filter(({ quote }) => asked.has(quote.instrument));
    const good = said.filter(({ quote }) => canBeQuote(quote, nowMs));
    const answered = new Set(good.map(({ quote }) => quote.instrument));
    const spokeNonsense = new Set(said.map(({ quote }) => quote.instrument));
    const isRefused = (id: InstrumentId): boolean =>
      spokeNonsense.has(id) || answer.failed.get(id)?.reason === 'refused-value';
    const unanswered = [...asked].filter((id) => !answered.has(id));
    for (const { quote, leastEveryMs } of good) this.plan.answered(quote.instrument, leastEveryMs);
    this.plan.heard(good);
    for (const id of unanswered) this.plan.failed(id, answer.failed.get(id) ?? null, nowMs);
    this.tell([
      ...this.book.take(good, nowMs),
      ...this.book.refuse(unanswered.filter(isRefused), nowMs),
      ...this.book.fail(
        unanswered.filter((id) => !isRefused(id)),
        nowMs,
      ),
    ]);
  }

  private tell(quotes: readonly Quote[]): void {
    if (quotes.length > 0) this.parts.quotes.ingestLive(quotes);
  }
}

const NOTHING: MarketLatest = { quotes: [], failed: new Map() };
