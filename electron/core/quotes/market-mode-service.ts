import { basename } from 'node:path';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { ImportReport, MarketStatus } from '../../../src/shared/domain/market/market-status';
import type { Signal } from '../events/signal';
import type { AppFacts } from '../settings/app-facts-port';
import type { DataGateway } from './data-gateway-port';
import { FolderImport } from './folder-import';
import {
  decideAtStart,
  decideWithoutFolder,
  type MarketDecision,
  type MarketLaunch,
} from './market-mode-decision';

export interface MarketModeParts {
  readonly launch: MarketLaunch;
  readonly facts: AppFacts;
  readonly gateway: DataGateway;
  /** The instruments that a simulated market is to have. */
  readonly simulatedInstruments: () => readonly InstrumentId[];
  readonly changed: Signal<MarketStatus>;
}

/**
 * Decides whether a folder, the network or the simulated market is shown, and orders it from the data
 * process; the network's prices stand over the stored bars. Orders are given whenever that process starts, so that one that was restarted serves
 * what is meant to be on the screen; a folder is not read again by that.
 */
export class MarketModeService {
  private decision: MarketDecision = { mode: 'live', unasked: false };
  private folder: string | null = null;
  /** True for a folder that a command line named: it is shown for this run, whatever it holds. */
  private isFolderOfCommandLine = false;
  private realBarsEverStored = false;
  private dataRunning = false;
  private report: ImportReport | null = null;
  private readonly reading: FolderImport;

  constructor(private readonly parts: MarketModeParts) {
    this.reading = new FolderImport(parts.gateway);
  }

  start(): void {
    const { launch, facts } = this.parts;
    const { realBarsEverStored, barsFolder } = facts.read();
    this.realBarsEverStored = realBarsEverStored;
    this.folder = launch.barsFolder ?? barsFolder;
    this.isFolderOfCommandLine = launch.barsFolder !== null;
    this.decision = decideAtStart({ launch, rememberedFolder: barsFolder, realBarsEverStored });
    if (this.decision.mode === 'bars-folder') this.reading.request();
  }

  status(): MarketStatus {
    return {
      ...this.decision,
      folderName: this.folder === null ? null : basename(this.folder) || this.folder,
      importing: this.reading.isUnderWay,
      report: this.report,
    };
  }

  /**
   * The data process is being started and no page is connected yet. A simulated market is ordered
   * now, so that no page is shown stored bars first.
   */
  dataLaunched(): void {
    this.dataRunning = true;
    if (this.decision.mode === 'simulated') this.serve();
  }

  /** @param storedSeries - number of series of real bars in the store */
  dataStarted(storedSeries: number): void {
    const ordered = this.dataRunning ? this.decision : null;
    this.dataRunning = true;
    const isNews = this.noteRealBars(storedSeries > 0);
    if (this.decision.unasked && this.realBarsEverStored) {
      this.decision = decideWithoutFolder(true);
    }
    if (this.decision !== ordered || this.decision.mode !== 'simulated') this.serve();
    this.tell();
    if (isNews) this.parts.facts.write({ realBarsEverStored: true });
  }

  /** The data process ended, as it should or not. */
  dataStopped(): void {
    this.dataRunning = false;
    this.reading.abandon();
    this.tell();
  }

  /** Shows the folder that the user chose in the dialog, and remembers it. */
  useBarsFolder(folder: string): void {
    this.parts.facts.write({ barsFolder: folder });
    this.showFolder(folder, false);
  }

  /** Shows a folder for this run only, as a second start of the app with `--bars-folder` asks for. */
  visitBarsFolder(folder: string): void {
    this.showFolder(folder, true);
  }

  /** Does nothing where no folder is known. */
  rescanBarsFolder(): void {
    if (this.folder !== null) this.readFolder();
  }

  startSimulation(): void {
    this.reading.withdraw();
    this.show({ mode: 'simulated', unasked: false });
  }

  /** Real bars came over the network: a simulated market that nobody asked for makes way for them. */
  networkBarsStored(): void {
    const isNews = this.noteRealBars(true);
    if (this.decision.unasked) this.show({ mode: 'live', unasked: false });
    if (isNews) this.parts.facts.write({ realBarsEverStored: true });
  }

  /** Bars were imported by hand: a simulated market makes way for them, asked for or not. */
  barsImported(): void {
    const isNews = this.noteRealBars(true);
    const mode = this.folder === null ? 'live' : 'bars-folder';
    if (this.decision.mode === 'simulated') this.show({ mode, unasked: false });
    if (isNews) this.parts.facts.write({ realBarsEverStored: true });
  }

  /** The network in place of a folder, which is not read again by itself; its bars stay in the store. */
  useNetwork(): void {
    this.reading.withdraw();
    this.folder = null;
    this.report = null;
    this.parts.facts.write({ barsFolder: null });
    this.show({ mode: 'live', unasked: false });
  }

  /** True where sources on the network are to be asked. An unasked simulation lasts only until they answer. */
  get wantsNetwork(): boolean {
    return this.decision.mode === 'live' || this.decision.unasked;
  }

  /** Back to the folder, or to the network where none is known. */
  stopSimulation(): void {
    if (this.decision.mode !== 'simulated') return;
    if (this.folder !== null && this.report === null) this.reading.request();
    this.show({ mode: this.folder === null ? 'live' : 'bars-folder', unasked: false });
  }

  /** The simulated market is to have other instruments. */
  simulatedInstrumentsChanged(): void {
    if (this.decision.mode === 'simulated') this.serve();
  }

  /** What the reading of the folder found; bars of it are in the store now. */
  importFinished(report: ImportReport, storedSeries: number): void {
    this.reading.finish();
    const isNews = this.noteRealBars(
      storedSeries > 0 || report.files.some((file) => file.bars > 0),
    );
    if (this.reading.isUnderWay) {
      this.beginReading();
    } else {
      this.report = report;
      if (this.hasNothingToShow()) {
        this.decision = decideWithoutFolder(false);
        this.serve();
      }
    }
    this.tell();
    if (isNews) this.parts.facts.write({ realBarsEverStored: true });
  }

  /** An empty folder that a command line asked for stays on the screen, as empty as it is. */
  private hasNothingToShow(): boolean {
    const isEmpty = this.decision.mode === 'bars-folder' && !this.realBarsEverStored;
    return isEmpty && !this.isFolderOfCommandLine;
  }

  private showFolder(folder: string, isFolderOfCommandLine: boolean): void {
    this.folder = folder;
    this.isFolderOfCommandLine = isFolderOfCommandLine;
    this.report = null;
    this.readFolder();
  }

  private readFolder(): void {
    this.reading.request();
    this.show({ mode: 'bars-folder', unasked: false });
  }

  private show(decision: MarketDecision): void {
    const wasSimulated = this.decision.mode === 'simulated';
    this.decision = decision;
    if (wasSimulated === (decision.mode === 'simulated')) this.beginReading();
    else this.serve();
    this.tell();
  }

  private serve(): void {
    if (!this.dataRunning) return;
    if (this.decision.mode === 'simulated') {
      this.parts.gateway.serveSimulated(this.parts.simulatedInstruments());
      return;
    }
    this.parts.gateway.serveStored();
    this.beginReading();
  }

  private beginReading(): void {
    if (this.dataRunning && this.folder !== null) this.reading.begin(this.folder);
  }

  /** @returns true where that was not known before */
  private noteRealBars(seen: boolean): boolean {
    const isNews = seen && !this.realBarsEverStored;
    if (isNews) this.realBarsEverStored = true;
    return isNews;
  }

  private tell(): void {
    this.parts.changed.emit(this.status());
  }
}
