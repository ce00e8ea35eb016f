import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { DayOverride } from '../../src/shared/domain/calendar/day-override';
import type { DataCommand, DataEvent } from '../../src/shared/ipc/data-port';
import type { ImportNews, ImportOrder } from '../../src/shared/ipc/imports-contract';
import type { MoveQuestion, MoveSince } from '../../src/shared/domain/event-study/abnormal-move';
import type { MoveGateway } from '../core/evidence/move-gateway-port';
import type { FetchedBars, KnownSeries, StoredBars } from '../core/history/bars-store-port';
import type { HistoryGateway } from '../core/history/history-gateway-port';
import type { DataGateway } from '../core/quotes/data-gateway-port';
import type { MarketModeService } from '../core/quotes/market-mode-service';
import type { QuoteService } from '../core/quotes/quote-service';
import type { Scheduler } from '../core/quotes/scheduler-port';
import { RestartBackoff } from './restart-backoff';

/** A running data process. `Port` is Electron's MessagePortMain; nothing here looks into it. */
export interface DataProcess<Port> {
  postMessage(command: DataCommand, ports?: Port[]): void;
  onMessage(listener: (event: DataEvent) => void): void;
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

/** A page that is served. */
export interface DataPage<Port> {
  /** Takes its end of a channel; an earlier one is of no use any more. */
  deliver(port: Port): void;
}

export interface DataProcessParts<Port> {
  readonly fork: () => DataProcess<Port>;
  readonly createChannel: () => { readonly port1: Port; readonly port2: Port };
  readonly start: { readonly cacheFile: string; readonly clockOffsetMs: number };
  readonly scheduler: Scheduler;
  /** Milliseconds of a clock that only goes forward. */
  readonly monotonicMs: () => number;
  readonly log: { error(message: string, cause?: unknown): void };
}

/** Who hears of series of the network. */
export interface HistoryListener {
  seriesKnown(series: readonly KnownSeries[]): void;
  barsStored(stored: StoredBars): void;
  dataStopped(): void;
}

/** Who hears of the import that runs. */
export interface ImportListener {
  heard(news: ImportNews): void;
  dataStopped(): void;
}

/** Who hears what the data process says. */
export interface DataListeners {
  readonly market: Pick<
    MarketModeService,
    'dataLaunched' | 'dataStarted' | 'dataStopped' | 'importFinished'
  >;
  readonly quotes: Pick<QuoteService, 'ingest'>;
  readonly history: HistoryListener;
  readonly imports: ImportListener;
}

/**
 * Main's side of the data process: keeps it running, passes orders on, and gives each page a port of
 * its own to it. A process that fails is started again, with growing pauses and not for ever; pages
 * that were served get a fresh port then. One that ended because nobody needed it is started again
 * when a page does.
 */
export class DataProcessClient<Port> implements DataGateway, HistoryGateway, MoveGateway {
  private running: DataProcess<Port> | null = null;
  private listeners: DataListeners | null = null;
  private readonly pages = new Set<DataPage<Port>>();
  private readonly backoff = new RestartBackoff();
  private cancelRestart: (() => void) | null = null;
  private ended: (() => void) | null = null;
  private overrides: readonly DayOverride[] = [];
  /** Moves that are being measured, by their numbers. */
  private readonly moves = new Map<number, (move: MoveSince | null) => void>();
  private lastMove = 0;
  private isIdle = false;
  private isDisposing = false;

  constructor(private readonly parts: DataProcessParts<Port>) {}

  /** Starts the process; once started, asking again does nothing. */
  start(listeners: DataListeners): void {
    if (this.listeners) return;
    this.listeners = listeners;
    this.launch();
  }

  /** Resolves once the process is gone. */
  dispose(): Promise<void> {
    this.isDisposing = true;
    this.cancelRestart?.();
    this.pages.clear();
    const process = this.running;
    if (!process) return Promise.resolve();
    return new Promise((resolve) => {
      this.ended = resolve;
      process.kill();
    });
  }

  /** Gives the page a port, now or as soon as the process runs again. */
  connect(page: DataPage<Port>): void {
    this.pages.add(page);
    if (this.running) this.connectTo(this.running, page);
    else if (this.isIdle) this.launch();
  }

  /** The page is gone. */
  disconnect(page: DataPage<Port>): void {
    this.pages.delete(page);
  }

  serveStored(): void {
    this.running?.postMessage({ kind: 'serve-stored' });
  }

  serveSimulated(instruments: readonly InstrumentId[]): void {
    this.running?.postMessage({ kind: 'serve-simulated', instruments });
  }

  storeBars(bars: FetchedBars): void {
    this.running?.postMessage({ kind: 'store-bars', bars });
  }

  /** Kept for a process that is started later. */
  setDayOverrides(overrides: readonly DayOverride[]): void {
    this.overrides = overrides;
    this.running?.postMessage({ kind: 'set-day-overrides', overrides });
  }

  importFolder(folder: string): void {
    this.running?.postMessage({ kind: 'import-folder', folder });
  }

  /** @returns false where nobody is there to carry it out */
  orderImport(order: ImportOrder): boolean {
    this.running?.postMessage({ kind: 'import', order });
    return this.running !== null;
  }

  /** Null while no process runs, and where it ends before it has answered. */
  measureMove(question: MoveQuestion): Promise<MoveSince | null> {
    const { running } = this;
    if (!running) return Promise.resolve(null);
    const id = ++this.lastMove;
    return new Promise((resolve) => {
      this.moves.set(id, resolve);
      running.postMessage({ kind: 'measure-move', id, question });
    });
  }

  private launch(): void {
    const process = this.parts.fork();
    const startedMs = this.parts.monotonicMs();
    this.running = process;
    this.isIdle = false;
    process.onMessage((event) => this.hear(event));
    process.onExit((code) => this.handleExit(code, this.parts.monotonicMs() - startedMs));
    process.postMessage({ kind: 'start', ...this.parts.start });
    const { overrides } = this;
    if (overrides.length > 0) process.postMessage({ kind: 'set-day-overrides', overrides });
    this.listeners?.market.dataLaunched();
    for (const page of this.pages) this.connectTo(process, page);
  }

  private connectTo(process: DataProcess<Port>, page: DataPage<Port>): void {
    const { port1, port2 } = this.parts.createChannel();
    process.postMessage({ kind: 'connect' }, [port1]);
    page.deliver(port2);
  }

  private hear(event: DataEvent): void {
    const { listeners } = this;
    if (event.kind === 'move-measured') return this.tellMove(event.id, event.move);
    if (event.kind === 'failed') return this.parts.log.error(`data process: ${event.message}`);
    if (listeners === null) return;
    switch (event.kind) {
      case 'started':
        listeners.history.seriesKnown(event.series);
        return listeners.market.dataStarted(event.storedSeries);
      case 'bars-stored':
        return listeners.history.barsStored(event.stored);
      case 'import-news':
        return listeners.imports.heard(event.news);
      case 'series-known':
        return listeners.history.seriesKnown(event.series);
      case 'quotes-updated':
        return listeners.quotes.ingest(event.quotes, event.replaces);
      case 'import-finished':
        return listeners.market.importFinished(event.report, event.storedSeries);
    }
  }

  private tellMove(id: number, move: MoveSince | null): void {
    this.moves.get(id)?.(move);
    this.moves.delete(id);
  }

  private handleExit(code: number, livedMs: number): void {
    this.running = null;
    for (const id of [...this.moves.keys()]) this.tellMove(id, null);
    if (this.isDisposing) {
      this.ended?.();
      return;
    }
    this.listeners?.market.dataStopped();
    this.listeners?.history.dataStopped();
    this.listeners?.imports.dataStopped();
    this.isIdle = code === 0 && this.pages.size === 0;
    if (!this.isIdle) this.restart(code, livedMs);
  }

  private restart(code: number, livedMs: number): void {
    const { log, scheduler } = this.parts;
    const delayMs = this.backoff.nextDelayMs(livedMs);
    if (delayMs === null) {
      log.error(`data process ended with code ${code} too often; it stays down`);
      return;
    }
    log.error(`data process ended with code ${code}; next start in ${delayMs} ms`);
    this.cancelRestart = scheduler.after(delayMs, () => this.launch());
  }
}
