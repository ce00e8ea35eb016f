import type { BarsFile, BarsFolder, OpenBarsFolder } from '../../core/market/bars-folder-port';
import { NOTHING_SAID, wholeFindings } from '../../../src/shared/domain/candle/series-findings';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type {
  FileReport,
  FolderError,
  ImportReport,
} from '../../../src/shared/domain/market/market-status';
import type { CacheStore } from '../cache/cache-store';
import type { Clock } from '../time';

export interface FolderImportParts {
  readonly openFolder: OpenBarsFolder;
  readonly cache: CacheStore;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

export interface FolderImport {
  readonly report: ImportReport;
  /** Instruments whose bars are others now. */
  readonly changed: readonly InstrumentId[];
}

/**
 * Takes the bars of a folder into the store, file by file, each in a transaction of its own. Files
 * that have not changed since they were read keep their bars and their line of the report. What the
 * folder does not have, or does not have in good order, stays as it is in the store, and so does what
 * the user imported by hand.
 */
export class FolderImportService {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: FolderImportParts) {}

  /**
   * Imports are done one after another. Where the store cannot be written, the import ends with the
   * files that came before, and the error is told.
   */
  import(folder: string): Promise<FolderImport> {
    const next = this.last.then(() => this.importFolder(folder));
    this.last = next;
    return next;
  }

  private async importFolder(path: string): Promise<FolderImport> {
    const files: FileReport[] = [];
    const changed: InstrumentId[] = [];
    let folderError: FolderError | null = null;
    try {
      const folder = this.parts.openFolder(path);
      if (!folder.capabilities.storable) throw new Error(`${folder.id} must not be stored`);
      const scan = await folder.scan();
      if (!scan.ok) folderError = scan.error;
      for (const file of scan.ok ? scan.files : []) {
        const known = this.unchangedReport(file);
        const report = known ?? (await this.importFile(folder, file));
        files.push(report);
        if (!known && report.error === null && file.instrument) changed.push(file.instrument);
      }
      if (changed.length > 0) this.parts.cache.checkpoint();
    } catch (error) {
      this.parts.onError(error);
    }
    return { report: { finishedAt: this.parts.clock(), files, folderError }, changed };
  }

  private unchangedReport({ instrument, error, fingerprint }: BarsFile): FileReport | null {
    if (instrument === null || error !== null) return null;
    const origin = this.parts.cache.use((series) => series.originOf(instrument, 'D'));
    return origin?.fingerprint === fingerprint ? origin.report : null;
  }

  private async importFile(
    folder: BarsFolder,
    { fileName, instrument, error, fingerprint }: BarsFile,
  ): Promise<FileReport> {
    if (instrument === null || error !== null) return refused(fileName, instrument, error);
    const origin = this.parts.cache.use((series) => series.originOf(instrument, 'D'));
    if (origin?.source === 'csv-file') return refused(fileName, instrument, 'imported-by-hand');
    const result = await folder.history({ instrument, interval: 'D', since: null });
    if (!result.ok) {
      const { reason, skippedRows, skipped } = result.error;
      return { fileName, instrument, bars: 0, skippedRows, skipped, error: reason };
    }
    const { bars, skippedRows, skipped } = result.history;
    const report = {
      fileName,
      instrument,
      bars: bars.length,
      skippedRows,
      skipped,
      error: null,
    };
    this.parts.cache.use((series) =>
      series.replace(instrument, 'D', bars, {
        source: folder.id,
        importedAt: this.parts.clock(),
        fingerprint,
        report,
        findings: wholeFindings(bars, NOTHING_SAID),
      }),
    );
    return report;
  }
}

function refused(
  fileName: string,
  instrument: InstrumentId | null,
  error: FileReport['error'],
): FileReport {
  return { fileName, instrument, bars: 0, skippedRows: 0, skipped: [], error };
}
