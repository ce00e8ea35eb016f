import { join } from 'node:path';
import type { BarsFolder, FolderScan } from '../../../core/market/bars-folder-port';
import type {
  HistoryRequest,
  HistoryResult,
  LatestResult,
  ProviderCapabilities,
  ProviderError,
  SearchResult,
} from '../../../core/market/market-data-provider-port';
import { type BarsCsv, parseBarsCsv } from '../../../../src/shared/domain/formats/bars-csv';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import type { FileError } from '../../../../src/shared/domain/market/market-status';
import { notOffered } from '../not-offered';
import type { InstrumentFileNames } from './instrument-file-names';
import { BARS_FILE_LIMITS, type BarsFileLimits, readBarsFile } from './read-bars-file';
import { scanBarsFolder } from './scan-bars-folder';

/** Daily bars from a folder of CSV files, one file for each instrument, gzip allowed. */
export class CsvFolderProvider implements BarsFolder {
  readonly id = 'csv-folder';
  readonly capabilities: ProviderCapabilities = {
    latestBatch: 0,
    intervals: ['D'],
    search: false,
    stream: false,
    storable: true,
  };
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

  /** A folder is asked by itself and competes with no other source. */
  priority(): number {
    return 0;
  }

  async history({ instrument, interval }: HistoryRequest): Promise<HistoryResult<FileError>> {
    if (interval !== 'D') return failed({ reason: 'not-daily', retry: 'stop' });
    if (this.fileNames === null) await this.scan();
    const fileName = this.fileNames?.get(instrument);
    if (fileName === undefined) return failed({ reason: 'unknown-instrument', retry: 'stop' });
    const file = await readBarsFile(join(this.folder, fileName), this.limits);
    if (!file.ok) {
      return failed({
        reason: file.error,
        retry: file.error === 'not-readable' ? 'retry' : 'stop',
      });
    }
    return toHistory(parseBarsCsv(file.bytes));
  }

  latest(): Promise<LatestResult> {
    return Promise.resolve(notOffered('the last bar is the last price'));
  }

  search(): Promise<SearchResult> {
    return Promise.resolve(notOffered('a folder is not searched'));
  }

  stream(): null {
    return null;
  }
}

function toHistory({ bars, skippedCount, skipped, error }: BarsCsv): HistoryResult<FileError> {
  return error === null
    ? {
        ok: true,
        history: { bars, splits: [], currency: null, skippedRows: skippedCount, skipped },
      }
    : failed({ reason: error, retry: 'stop' }, skippedCount, skipped);
}

function failed(
  error: Pick<ProviderError<FileError>, 'reason' | 'retry'>,
  skippedRows = 0,
  skipped: ProviderError['skipped'] = [],
): HistoryResult<FileError> {
  const detail = error.reason;
  return { ok: false, error: { ...error, retryAfterMs: null, detail, skippedRows, skipped } };
}
