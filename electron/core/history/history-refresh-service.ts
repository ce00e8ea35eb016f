import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { ShownSeries } from '../../../src/shared/domain/chart/desk-charts';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import type { MarketData } from '../market/market-data-port';
import type { Scheduler } from '../quotes/scheduler-port';
import { askWithin } from '../quotes/timed-question';
import type { KnownSeries, StoredBars } from './bars-store-port';
import type { HistoryGateway } from './history-gateway-port';
import {
  type HistoryJob,
  HistoryPlan,
  type SeriesKey,
  seriesKey,
  type SeriesName,
} from './history-plan';

/** Pause between two series in the background, so that prices come first. */
export const PAUSE_MS = 2000;
/** How often is looked for what became due. */
export const LOOK_MS = 60_000;
/** The same while the chart needs bars that come by the minute. */
export const LOOK_INTRADAY_MS = 5000;
/** The sources have time limits of their own; this one only guards against one that hangs. */
export const QUESTION_LIMIT_MS = 2 * 60_000;
export const STORING_LIMIT_MS = 60_000;
/** Sources whose bars were refused are not asked again, but no series is asked of all of them in a row. */
const MOST_SOURCES = 3;

export interface HistoryRefreshParts {
  readonly market: Pick<MarketData, 'history' | 'intervals'>;
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
 * Keeps the stored daily bars of the watched instruments up to date, and those that the chart is made
 * of, one series after another: what is charted first and at once, the others in the background. Works only while it is active and the
 * data process, which keeps the bars, runs.
 */
export class HistoryRefreshService {
  private readonly plan: HistoryPlan;
  /** Series whose stored bars hold no more. */
  private readonly whole = new Set<SeriesKey>();
  /** Sources whose bars of the series were refused. */
  private readonly avoided = new Map<SeriesKey, readonly MarketSource[]>();
  private active = false;
  private storeRuns = false;
  private job: { readonly series: SeriesName; readonly abort: AbortController } | null = null;
  private stopTimer: (() => void) | null = null;
  private stopStoring: (() => void) | null = null;

  constructor(private readonly parts: HistoryRefreshParts) {
    this.plan = new HistoryPlan({ ...parts, intervals: (id) => parts.market.intervals(id) });
  }

  dispose(): void {
    this.active = false;
    this.rest();
  }

  watch(instruments: readonly InstrumentId[], shown: readonly ShownSeries[]): void {
    this.plan.watch(instruments, shown);
    this.resume();
  }

  /** Whether bars of before the open and after the close are shown. */
  setExtended(extended: boolean): void {
    this.plan.setExtended(extended);
    this.resume();
  }

  setVisible(visible: boolean): void {
    this.plan.setVisible(visible);
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
    this.plan.know(series);
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
    const series = this.job?.series;
    if (!series || seriesKey(series) !== seriesKey(stored)) return;
    this.stopStoring?.();
    this.stopStoring = null;
    this.job = null;
    if (stored.outcome === 'stored') this.noteStored(series, stored);
    else if (stored.outcome === 'void') this.noteVoid(series);
    else if (stored.outcome === 'kept') this.plan.noteImported(series);
    else this.noteRefused(series, stored.source);
    this.resume();
  }

  private noteStored(series: SeriesName, stored: StoredBars): void {
    this.whole.delete(seriesKey(series));
    this.avoided.delete(seriesKey(series));
    this.plan.stored(series, stored, this.parts.now());
    if (stored.lastTime > 0) this.parts.onKept();
  }

  /** The whole is asked for once, and not again and again where that too is void. */
  private noteVoid(series: SeriesName): void {
    const key = seriesKey(series);
    if (this.whole.has(key)) this.plan.failed(series, 0, this.parts.now());
    this.whole.add(key);
  }

  private noteRefused(series: SeriesName, source: MarketSource): void {
    const key = seriesKey(series);
    const avoided = [...(this.avoided.get(key) ?? []), source];
    if (avoided.length < MOST_SOURCES) {
      this.avoided.set(key, avoided);
      return;
    }
    this.giveUp(series, 0);
  }

  /** For now; the next attempt may ask any source again. */
  private giveUp(series: SeriesName, retryAfterMs: number): void {
    this.avoided.delete(seriesKey(series));
    this.plan.failed(series, retryAfterMs, this.parts.now());
  }

  private resume(): void {
    if (!this.active || !this.storeRuns || this.job !== null) return;
    const next = this.plan.next(this.parts.now(), this.whole);
    if (next !== null && this.plan.isCharted(next)) return this.begin(next);
    this.wait(next === null ? this.lookMs() : PAUSE_MS);
  }

  private wait(delayMs: number): void {
    this.stopTimer?.();
    this.stopTimer = this.parts.scheduler.after(delayMs, () => {
      this.stopTimer = null;
      const next = this.plan.next(this.parts.now(), this.whole);
      if (next === null) this.wait(this.lookMs());
      else this.begin(next);
    });
  }

  private lookMs(): number {
    return this.plan.followsIntraday ? LOOK_INTRADAY_MS : LOOK_MS;
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
    this.plan.began(job, this.parts.now());
    void this.ask(job);
  }

  private async ask(job: HistoryJob): Promise<void> {
    const { market, scheduler, onError } = this.parts;
    const abort = new AbortController();
    this.job = { series: job, abort };
    const avoid = this.avoided.get(seriesKey(job)) ?? [];
    const { instrument, interval, since } = job;
    const answer = await askWithin(QUESTION_LIMIT_MS, scheduler, abort, (signal) =>
      market.history({ instrument, interval, since, signal }, avoid),
    );
    if (this.job?.abort !== abort) return;
    if (answer.kind === 'answered' && answer.result.ok) {
      this.handOver(job, answer.result);
      return;
    }
    if (answer.kind === 'threw') onError(answer.error);
    const error = answer.kind === 'answered' && !answer.result.ok ? answer.result.error : null;
    this.fail(job, error?.retryAfterMs ?? 0);
  }

  private handOver(
    job: HistoryJob,
    { source, history }: Extract<Awaited<ReturnType<MarketData['history']>>, { ok: true }>,
  ): void {
    const { bars, splits, currency, skippedRows } = history;
    this.stopStoring = this.parts.scheduler.after(STORING_LIMIT_MS, () => {
      this.stopStoring = null;
      this.fail(job, 0);
    });
    this.parts.gateway.storeBars({
      instrument: job.instrument,
      interval: job.interval,
      source,
      buffer: bars.buffer,
      splits,
      currency,
      skippedRows,
      isWhole: job.since === null,
    });
  }

  private fail(series: SeriesName, retryAfterMs: number): void {
    this.job = null;
    this.giveUp(series, retryAfterMs);
    this.resume();
  }
}
