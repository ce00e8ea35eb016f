import type { DayOverride } from '../../../src/shared/domain/calendar/day-override';
import type { MoveQuestion, MoveSince } from '../../../src/shared/domain/event-study/abnormal-move';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { DataCommand, DataEvent } from '../../../src/shared/ipc/data-port';
import type { CacheStore } from '../cache/cache-store';
import type { TidyService } from '../cache/tidy-service';
import type { FetchedBars } from '../../core/history/bars-store-port';
import type { NetworkBarsService } from '../history/network-bars-service';
import type { EvidenceStudyService } from '../evidence/evidence-study-service';
import type { FolderImportService } from '../import/folder-import-service';
import type { ImportService } from '../import/import-service';
import type { PagePort } from '../page-port/page-port';
import type { PagePortService } from '../page-port/page-port-service';
import type { RunningBars } from '../series/running-bars';
import type { QuoteFeedService } from '../quotes/quote-feed-service';
import type { SeriesService } from '../series/series-service';
import type { Timers } from '../time';
import type { IdleExitController } from './idle-exit-controller';

/** How often stored quotes are looked at: a session that ends makes `stale` of `closed`. */
export const STORED_QUOTES_MS = 60_000;
/** How often the simulated market moves. */
export const SIMULATED_QUOTES_MS = 1000;

export interface CommandParts {
  readonly cache: CacheStore;
  readonly series: SeriesService;
  readonly imports: FolderImportService;
  readonly fileImports: Pick<ImportService, 'handle'>;
  readonly networkBars: NetworkBarsService;
  readonly running: RunningBars;
  readonly tidying: TidyService;
  readonly pages: PagePortService;
  readonly quotes: QuoteFeedService;
  readonly idleExit: IdleExitController;
  readonly timers: Timers;
  /** All instruments that pages have asked for; they change where the source does. */
  readonly instruments: () => readonly InstrumentId[];
  /** Days of exchanges that the user knows better than the calendar. */
  readonly setDayOverrides: (overrides: readonly DayOverride[]) => void;
  readonly setClockOffset: (offsetMs: number) => void;
  readonly studies: Pick<EvidenceStudyService, 'measureMove'>;
  readonly send: (event: DataEvent) => void;
}

/** Carries out what main orders. */
export class CommandService {
  private releaseSimulation: (() => void) | null = null;

  constructor(private readonly parts: CommandParts) {}

  /** @param ports - that came with the command */
  async handle(command: DataCommand, ports: readonly PagePort[]): Promise<void> {
    switch (command.kind) {
      case 'start':
        return this.start(command.cacheFile, command.clockOffsetMs);
      case 'connect':
        return ports.forEach((port) => this.parts.pages.connect(port));
      case 'serve-stored':
        return this.serveStored();
      case 'serve-simulated':
        return this.serveSimulated(command.instruments);
      case 'import-folder':
        return this.importFolder(command.folder);
      case 'store-bars':
        return this.storeBars(command.bars);
      case 'import':
        return this.parts.fileImports.handle(command.order);
      case 'measure-move':
        return this.measureMove(command.id, command.question);
      case 'set-day-overrides':
        return this.parts.setDayOverrides(command.overrides);
    }
  }

  /** Whoever asked waits: a failure is an answer too. */
  private async measureMove(id: number, question: MoveQuestion): Promise<void> {
    let move: MoveSince | null = null;
    try {
      move = await this.parts.studies.measureMove(question);
    } finally {
      this.parts.send({ kind: 'move-measured', id, move });
    }
  }

  dispose(): void {
    this.parts.quotes.dispose();
    this.parts.idleExit.dispose();
    this.parts.tidying.dispose();
    this.parts.cache.dispose();
  }

  /** Everything that was stored is gone. */
  async storeLost(): Promise<void> {
    this.tellSeries();
    if (!this.parts.series.isSimulated) await this.refreshStored(this.parts.instruments());
  }

  /** Series were imported by hand, or such ones forgotten. */
  async importedChanged(changed: readonly InstrumentId[]): Promise<void> {
    this.tellSeries();
    if (!this.parts.series.isSimulated) await this.refreshStored(changed);
  }

  private tellSeries(): void {
    this.parts.send({ kind: 'series-known', series: this.parts.cache.use((all) => all.ends()) });
  }

  private async start(cacheFile: string, clockOffsetMs: number): Promise<void> {
    this.parts.setClockOffset(clockOffsetMs);
    this.parts.cache.start(cacheFile);
    this.parts.send({
      kind: 'started',
      storedSeries: this.countSeries(),
      series: this.parts.cache.use((series) => series.ends()),
    });
    this.parts.idleExit.start();
    // Quotes need the exchanges' time zones, which are slow to load: a page that waits comes first.
    await new Promise<void>((resolve) => this.parts.timers.after(0, resolve));
    if (!this.parts.series.isSimulated) await this.parts.quotes.restart(STORED_QUOTES_MS);
  }

  private async serveStored(): Promise<void> {
    const wasSimulated = this.parts.series.isSimulated;
    this.parts.series.serveStored();
    this.releaseSimulation?.();
    this.releaseSimulation = null;
    await this.refreshStored(wasSimulated ? this.parts.instruments() : []);
  }

  private async serveSimulated(instruments: readonly InstrumentId[]): Promise<void> {
    const wasSimulated = this.parts.series.isSimulated;
    this.parts.series.serveSimulated(instruments);
    this.releaseSimulation ??= this.parts.idleExit.hold();
    if (!wasSimulated) this.parts.pages.announceChanged(this.parts.instruments());
    await this.parts.quotes.restart(SIMULATED_QUOTES_MS);
  }

  private async importFolder(folder: string): Promise<void> {
    const release = this.parts.idleExit.hold();
    const { report, changed } = await this.parts.imports.import(folder);
    release();
    this.parts.send({ kind: 'import-finished', report, storedSeries: this.countSeries() });
    if (!this.parts.series.isSimulated) await this.refreshStored(changed);
  }

  private async storeBars(bars: FetchedBars): Promise<void> {
    const stored = this.parts.networkBars.store(bars);
    if (stored.outcome === 'stored') this.parts.running.note(bars, stored.lastTime);
    this.parts.send({ kind: 'bars-stored', stored });
    if (stored.outcome !== 'stored') return;
    this.parts.tidying.noteWritten(stored.instrument, stored.interval);
    if (!this.parts.series.isSimulated) await this.refreshStored([stored.instrument]);
  }

  private async refreshStored(changed: readonly InstrumentId[]): Promise<void> {
    if (changed.length > 0) this.parts.pages.announceChanged(changed);
    await this.parts.quotes.restart(STORED_QUOTES_MS);
  }

  private countSeries(): number {
    return this.parts.cache.use((series) => series.count());
  }
}
