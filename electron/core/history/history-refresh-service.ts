import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import type { MarketData } from '../market/market-data-port';
import type { Scheduler } from '../quotes/scheduler-port';
import { askWithin } from '../quotes/timed-question';
import type { KnownSeries, StoredBars } from './bars-store-port';
import type { HistoryGateway } from './history-gateway-port';
import { type HistoryJob, HistoryPlan } from './history-plan';

/** Pause between two series in the background, so that prices come first. */
export const PAUSE_MS = 2000;
/** How often is looked for what became due. */
export const LOOK_MS = 60_000;
/** The sources have time limits of their own; this one only guards against one that hangs. */
export const QUESTION_LIMIT_MS = 2 * 60_000;
export const STORING_LIMIT_MS = 60_000;
/** Sources whose bars were refused are not asked again, but no series is asked of all of them in a row. */
const MOST_SOURCES = 3;

export interface HistoryRefreshParts {
  readonly market: Pick<MarketData, 'history'>;
  readonly gateway: HistoryGateway;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** 0 to below 1. */
  readonly random: () => number;
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  /** By MIC or venue. */
  readonly calendar: (mic: string) => ExchangeCalendar | undefined;
  /** Bars of the network are in the store. */
  readonly onKept: () => void;
  /** Hears of faults of the program; a source's fault is none. */
  readonly onError: (error: unknown) => void;
}

/**
 * Keeps the stored daily bars of the watched instruments up to date, one series after another: the
 * charted one first and at once, the others in the background. Works only while it is active and the
 * data process, which keeps the bars, runs.
 */
export class HistoryRefreshService {
  private readonly plan: HistoryPlan;
  /** Series whose stored bars hold no more. */
  private readonly whole = new Set<InstrumentId>();
  /** Sources whose bars of the series were refused. */
  private readonly avoided = new Map<InstrumentId, readonly MarketSource[]>();
  private charted: InstrumentId | null = null;
  private active = false;
  private storeRuns = false;
  private job: { readonly instrument: InstrumentId; readonly abort: AbortController } | null = null;
  private stopTimer: (() => void) | null = null;
  private stopStoring: (() => void) | null = null;

  constructor(private readonly parts: HistoryRefreshParts) {
    this.plan = new HistoryPlan(parts);
  }

  dispose(): void {
    this.active = false;
    this.rest();
  }

  watch(
    instruments: readonly InstrumentId[],
    { charted }: { readonly charted: InstrumentId | null },
  ): void {
    this.plan.watch(instruments, charted);
    this.charted = charted;
    this.resume();
  }

  /** Whether the network's bars are wanted. */
  setActive(active: boolean): void {
    if (active === this.active) return;
    this.active = active;
    if (active) this.resume();
    else this.rest();
  }

  /** The data process runs, and has these series. What an earlier one was handed may be lost. */
  seriesKnown(series: readonly KnownSeries[]): void {
    if (this.stopStoring !== null) this.rest();
    const daily = series.filter(({ interval }) => interval === 'D');
    this.plan.know(daily.map(({ instrument, lastTime }) => [instrument, lastTime] as const));
    this.storeRuns = true;
    this.resume();
  }

  /** The data process ended; what was handed over may be lost. */
  dataStopped(): void {
    this.storeRuns = false;
    this.rest();
  }

  /** Asks for everything that is missing anew: the network came back, or the sources were set otherwise. */
  askNow(): void {
    this.plan.forgive();
    this.avoided.clear();
    this.resume();
  }

  /** What became of bars that were handed over. */
  barsStored(stored: StoredBars): void {
    const { instrument } = stored;
    if (stored.interval !== 'D' || this.job?.instrument !== instrument) return;
    this.stopStoring?.();
    this.stopStoring = null;
    this.job = null;
    if (stored.outcome === 'stored') this.noteStored(instrument, stored.lastTime);
    else if (stored.outcome === 'void') this.noteVoid(instrument);
    else this.noteRefused(instrument, stored.source);
    this.resume();
  }

  private noteStored(instrument: InstrumentId, lastTime: number): void {
    this.whole.delete(instrument);
    this.avoided.delete(instrument);
    this.plan.stored(instrument, lastTime, this.parts.now());
    if (lastTime > 0) this.parts.onKept();
  }

  /** The whole is asked for once, and not again and again where that too is void. */
  private noteVoid(instrument: InstrumentId): void {
    if (this.whole.has(instrument)) this.plan.failed(instrument, 0, this.parts.now());
    this.whole.add(instrument);
  }

  private noteRefused(instrument: InstrumentId, source: MarketSource): void {
    const avoided = [...(this.avoided.get(instrument) ?? []), source];
    if (avoided.length < MOST_SOURCES) {
      this.avoided.set(instrument, avoided);
      return;
    }
    this.giveUp(instrument, 0);
  }

  /** For now; the next attempt may ask any source again. */
  private giveUp(instrument: InstrumentId, retryAfterMs: number): void {
    this.avoided.delete(instrument);
    this.plan.failed(instrument, retryAfterMs, this.parts.now());
  }

  private resume(): void {
    if (!this.active || !this.storeRuns || this.job !== null) return;
    const next = this.plan.next(this.parts.now(), this.whole);
    if (next !== null && next.instrument === this.charted) return this.begin(next);
    this.wait(next === null ? LOOK_MS : PAUSE_MS);
  }

  private wait(delayMs: number): void {
    this.stopTimer?.();
    this.stopTimer = this.parts.scheduler.after(delayMs, () => {
      this.stopTimer = null;
      const next = this.plan.next(this.parts.now(), this.whole);
      if (next === null) this.wait(LOOK_MS);
      else this.begin(next);
    });
  }

  private rest(): void {
    this.stopTimer?.();
    this.stopTimer = null;
    this.stopStoring?.();
    this.stopStoring = null;
    this.job?.abort.abort();
    this.job = null;
  }

  private begin(job: HistoryJob): void {
    this.stopTimer?.();
    this.stopTimer = null;
    void this.ask(job);
  }

  private async ask({ instrument, since }: HistoryJob): Promise<void> {
    const { market, scheduler, onError } = this.parts;
    const abort = new AbortController();
    this.job = { instrument, abort };
    const avoid = this.avoided.get(instrument) ?? [];
    const answer = await askWithin(QUESTION_LIMIT_MS, scheduler, abort, (signal) =>
      market.history({ instrument, interval: 'D', since, signal }, avoid),
    );
    if (this.job?.abort !== abort) return;
    if (answer.kind === 'answered' && answer.result.ok) {
      this.handOver(instrument, since, answer.result);
      return;
    }
    if (answer.kind === 'threw') onError(answer.error);
    const error = answer.kind === 'answered' && !answer.result.ok ? answer.result.error : null;
    this.fail(instrument, error?.retryAfterMs ?? 0);
  }

  private handOver(
    instrument: InstrumentId,
    since: number | null,
    { source, history }: Extract<Awaited<ReturnType<MarketData['history']>>, { ok: true }>,
  ): void {
    const { bars, splits, currency } = history;
    this.stopStoring = this.parts.scheduler.after(STORING_LIMIT_MS, () => {
      this.stopStoring = null;
      this.fail(instrument, 0);
    });
    this.parts.gateway.storeBars({
      instrument,
      interval: 'D',
      source,
      buffer: bars.buffer,
      splits,
      currency,
      isWhole: since === null,
    });
  }

  private fail(instrument: InstrumentId, retryAfterMs: number): void {
    this.job = null;
    this.giveUp(instrument, retryAfterMs);
    this.resume();
  }
}
