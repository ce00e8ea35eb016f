import { join } from 'node:path';
import type { BarsFolder, FolderScan } from '../../../core/market/bars-folder-port';
import type {
  HistoryResult,
  ProviderCapabilities,
  ProviderError,
} from '../../../core/market/market-data-provider-port';
import { type BarsCsv, parseBarsCsv } from '../../../../src/shared/domain/formats/bars-csv';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../../src/shared/domain/quote/quote';
import type { InstrumentFileNames } from './instrument-file-names';
import { BARS_FILE_LIMITS, type BarsFileLimits, readBarsFile } from './read-bars-file';
import { scanBarsFolder } from './scan-bars-folder';

/** Daily bars from a folder of CSV files, one file for each instrument, gzip allowed. */
export class CsvFolderProvider implements BarsFolder {
  readonly id = 'csv-folder';
  readonly capabilities: ProviderCapabilities = { latest: false, storable: true };
  private fileNames: ReadonlyMap<InstrumentId, string> | null = null;

  constructor(
    private readonly folder: string,
    private readonly names: InstrumentFileNames,
    private readonly limits: BarsFileLimits = BARS_FILE_LIMITS,
  ) {}

  async scan(): Promise<FolderScan> {
    const scan = await scanBarsFolder(this.folder, (fileName) => this.names.resolve(fileName));
    const files = scan.ok ? scan.files.filter(({ error }) => error === null) : [];
    this.fileNames = new Map(
      files.map(({ instrument, fileName }) => [instrument as InstrumentId, fileName]),
    );
    return scan;
  }

  /** Scans first where that was not done yet. */
  async history(instrument: InstrumentId): Promise<HistoryResult> {
    if (this.fileNames === null) await this.scan();
    const fileName = this.fileNames?.get(instrument);
    if (fileName === undefined) return failed({ reason: 'unknown-instrument', retry: 'never' });
    const file = await readBarsFile(join(this.folder, fileName), this.limits);
    if (!file.ok) {
      return failed({
        reason: file.error,
        retry: file.error === 'not-readable' ? 'later' : 'never',
      });
    }
    return toHistory(parseBarsCsv(file.bytes));
  }

  latest(): Promise<readonly Quote[]> {
    return Promise.resolve([]);
  }
}

function toHistory({ bars, skippedCount, skipped, error }: BarsCsv): HistoryResult {
  return error === null
    ? { ok: true, history: { bars, skippedRows: skippedCount, skipped } }
    : failed({ reason: error, retry: 'never' }, skippedCount, skipped);
}

function failed(
  error: Pick<ProviderError, 'reason' | 'retry'>,
  skippedRows = 0,
  skipped: ProviderError['skipped'] = [],
): HistoryResult {
  return { ok: false, error: { ...error, skippedRows, skipped } };
}
