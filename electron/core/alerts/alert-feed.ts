import type { EngineTick } from '../../../src/shared/domain/alert/engine/alert-engine';
import { exchangeDate } from '../../../src/shared/domain/calendar/session-clock';
import { toSessionKey } from '../../../src/shared/domain/calendar/calendar-date';
import type { Interval } from '../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketMode } from '../../../src/shared/domain/market/market-status';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import { joinSplits, type ShareSplit } from '../../../src/shared/domain/alert/share-split';
import type { AlertBars, AlertHistory } from './alert-history-port';
import type { AlertHours } from './alert-hours-port';
import type { LastPrice } from './alert-repository-port';
import type { AlertWatch } from './alert-watch';
import { pathOfBars } from './bar-path';
import { PriceSteps } from './price-steps';
import { judgeQuote, tickOfQuote } from './quote-gate';

export interface AlertFeedParts {
  readonly watch: Pick<
    AlertWatch,
    | 'isWatched'
    | 'lastOf'
    | 'hear'
    | 'hearFirst'
    | 'hearLate'
    | 'commit'
    | 'closeBars'
    | 'instruments'
  >;
  readonly history: AlertHistory;
  readonly hours: AlertHours;
  readonly mode: () => MarketMode;
  /** UTC milliseconds. */
  readonly now: () => number;
  /**
   * Levels and what was heard are in other shares from here on.
   *
   * @returns whether that could be kept; the price is not to be heard where not
   */
  readonly onSplit: (instrument: InstrumentId, split: ShareSplit) => boolean;
  /** The price stepped like a split that nobody knows. */
  readonly onSuspect: (instrument: InstrumentId) => void;
}

/** Less than this between two prices is no time that was missed. */
export const MISSED_MS = 2 * 60_000;
/** For so long prices wait for the bars of a time that was missed; what hangs is not to silence rules. */
export const PATIENCE_MS = 2 * 60_000;
/** Bars of a minute are kept by sources for days only. */
const MINUTES_REACH_MS = 5 * 86_400_000;
/** Prices may still be on their way when a bar is over. */
const GRACE_MS = 5000;
const MS_PER_MINUTE = 60_000;

interface CatchUp {
  /** The last quote since then. */
  newest: Quote;
  /** UTC milliseconds. */
  readonly since: number;
}

/**
 * Brings prices to the rules: only those that are worth it, in the shares of today, and after a time in
 * which nothing was heard the bars of that time first.
 */
export class AlertFeed {
  private readonly steps = new PriceSteps();
  /** Instruments of which prices may have been missed. */
  private readonly missed = new Set<InstrumentId>();
  /** Bars are being asked for. */
  private readonly catchingUp = new Map<InstrumentId, CatchUp>();
  /** How late the source of each instrument is; none while its price is stale. */
  private readonly delays = new Map<InstrumentId, number>();

  constructor(private readonly parts: AlertFeedParts) {}

  /** The app slept or did not run: what was missed is looked up when the next price comes. */
  noteGap(): void {
    for (const instrument of this.parts.watch.instruments()) this.missed.add(instrument);
  }

  /** Another market, with prices of its own. */
  restart(): void {
    this.missed.clear();
    this.catchingUp.clear();
    this.delays.clear();
    this.noteGap();
  }

  hear(quotes: readonly Quote[]): void {
    for (const quote of quotes) {
      if (this.parts.watch.isWatched(quote.instrument)) this.hearOne(quote);
    }
    this.parts.watch.commit();
  }

  /** Closes the bars that are over by the clock, where prices are fresh. */
  closeBars(): void {
    const { watch, now } = this.parts;
    for (const [instrument, delayMs] of this.delays) {
      watch.closeBars(instrument, now() - delayMs - GRACE_MS);
    }
    watch.commit();
  }

  private hearOne(quote: Quote): void {
    const { watch, hours, mode, now } = this.parts;
    const { instrument, asOf } = quote;
    const last = watch.lastOf(instrument);
    const verdict = judgeQuote(quote, { mode: mode(), nowMs: now(), hasBefore: last !== null });
    if (quote.state === 'stale') this.missed.add(instrument);
    if (verdict !== 'take') this.delays.delete(instrument);
    if (verdict === 'leave') return;
    const tick = tickOfQuote(quote, now(), hours.isRegularAt(instrument, asOf));
    if (verdict === 'first') return watch.hearFirst(instrument, tick);
    this.delays.set(instrument, (quote.delayMinutes ?? 0) * MS_PER_MINUTE);
    if (quote.state === 'simulated') return watch.hear(instrument, tick, quote.source);
    if (this.isWaiting(quote)) return;
    const hasGap = this.missed.delete(instrument) && last !== null && asOf - last.at > MISSED_MS;
    if (hasGap) void this.catchUp(quote, last);
    else this.step(quote, tick, last);
  }

  /** Prices of an instrument whose bars are asked for wait until they come, for as long as is bearable. */
  private isWaiting(quote: Quote): boolean {
    const waiting = this.catchingUp.get(quote.instrument);
    if (waiting === undefined) return false;
    waiting.newest = quote;
    if (this.parts.now() - waiting.since <= PATIENCE_MS) return true;
    this.catchingUp.delete(quote.instrument);
    return false;
  }

  private step(quote: Quote, tick: EngineTick, last: LastPrice | null): void {
    const { watch, onSplit, onSuspect } = this.parts;
    const { instrument, source } = quote;
    const verdict = this.steps.judge(instrument, tick, source, last);
    switch (verdict.kind) {
      case 'hold':
        return;
      case 'ask':
        return void this.askSplits(instrument, last);
      case 'suspect':
        return onSuspect(instrument);
      case 'split':
        if (onSplit(instrument, verdict.split)) watch.hear(instrument, tick, source);
        return;
      case 'take':
        return watch.hear(instrument, tick, source);
    }
  }

  private async askSplits(instrument: InstrumentId, last: LastPrice | null): Promise<void> {
    const since = (last?.at ?? 0) / 1000;
    const answer = await this.parts.history.bars(instrument, 'D', Math.floor(since));
    this.steps.splitsKnown(instrument, splitsSince(answer, last));
  }

  private async catchUp(quote: Quote, last: LastPrice): Promise<void> {
    const { watch, history, now, onSplit } = this.parts;
    const { instrument } = quote;
    const waiting: CatchUp = { newest: quote, since: now() };
    this.catchingUp.set(instrument, waiting);
    const interval: Interval = now() - last.at <= MINUTES_REACH_MS ? '1m' : '1h';
    const answer = await history.bars(instrument, interval, Math.floor(last.at / 1000));
    // Another market is shown by now, or prices went on without it.
    if (this.catchingUp.get(instrument) !== waiting) return;
    this.catchingUp.delete(instrument);
    if (answer !== null) {
      const splits = splitsSince(answer, last);
      if (splits.length > 0 && !onSplit(instrument, joinSplits(splits))) {
        // Without the splits its bars would fire rules: they are asked for again with the next price.
        this.missed.add(instrument);
        return;
      }
      watch.hearLate(instrument, this.pathOf(instrument, answer), answer.source);
    }
    this.hear([waiting.newest]);
  }

  private pathOf(instrument: InstrumentId, { bars }: AlertBars): Iterable<EngineTick> {
    const { watch, hours, now } = this.parts;
    const last = watch.lastOf(instrument);
    if (last === null) return [];
    const calendar = hours.calendarOf(instrument);
    return pathOfBars(bars, {
      ...{ last, heardAt: now() },
      isRegularAt: (at) => hours.isRegularAt(instrument, at),
      sessionAt: (at) =>
        calendar ? toSessionKey(exchangeDate(calendar, at)) : Math.floor(at / 86_400_000) * 86_400,
    });
  }
}

/** Those of sessions after the one of the last price. */
function splitsSince(answer: AlertBars | null, last: LastPrice | null): readonly ShareSplit[] {
  if (answer === null || last === null) return [];
  return answer.splits.filter(({ time }) => time > last.session);
}
