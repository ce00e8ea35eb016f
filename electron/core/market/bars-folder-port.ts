import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { FileError, FolderError } from '../../../src/shared/domain/market/market-status';
import type {
  HistoryRequest,
  HistoryResult,
  MarketDataProvider,
} from './market-data-provider-port';

/** One folder of files of bars, as a provider. Its instruments are those of the last scan. */
export interface BarsFolder extends MarketDataProvider {
  /** Looks at the names and sizes of the files; reads none of them. */
  scan(): Promise<FolderScan>;
  /** What can go wrong is the file's fault. Scans first where that was not done yet. */
  history(request: HistoryRequest): Promise<HistoryResult<FileError>>;
}

/** Opens a folder, which need not exist: the scan tells. */
export type OpenBarsFolder = (folder: string) => BarsFolder;

export type FolderScan =
  | { readonly ok: true; readonly files: readonly BarsFile[] }
  | { readonly ok: false; readonly error: FolderError };

export interface BarsFile {
  readonly fileName: string;
  /** Null where the name names no known instrument. */
  readonly instrument: InstrumentId | null;
  /** Set where the file is not to be read. */
  readonly error: FileError | null;
  /** Of path, size, time of change and the way of reading: as long as it is the same, so are the bars. */
  readonly fingerprint: string;
}
