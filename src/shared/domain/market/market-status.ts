import type { InstrumentId } from '../instrument/instrument';

/**
 * `live`: prices of the network's sources over the stored bars, which are shown with their dates where
 * no source answers; `bars-folder`: a folder of CSV files; `simulated`: the simulated market.
 */
export type MarketMode = 'live' | 'bars-folder' | 'simulated';

export interface MarketStatus {
  readonly mode: MarketMode;
  /** True where the simulated market runs by itself, because no real bar was ever stored. */
  readonly unasked: boolean;
  /** Last part of the folder's path; null without a folder. */
  readonly folderName: string | null;
  /** True while files are being read. */
  readonly importing: boolean;
  /** What the last reading of the folder found; null before and without one. */
  readonly report: ImportReport | null;
}

/** What the reading of a folder of bars found, file by file. */
export interface ImportReport {
  /** UTC milliseconds. */
  readonly finishedAt: number;
  readonly files: readonly FileReport[];
  /** Set where the folder itself could not be read. */
  readonly folderError: FolderError | null;
}

export type FolderError = 'not-found' | 'not-a-folder' | 'not-readable' | 'no-csv-files';

export interface FileReport {
  readonly fileName: string;
  /** Null where the file name names no known instrument. */
  readonly instrument: InstrumentId | null;
  /** Bars taken. */
  readonly bars: number;
  readonly skippedRows: number;
  /** The first twenty skipped rows. */
  readonly skipped: readonly SkippedRow[];
  /** Set where nothing was taken from the file; earlier bars of the instrument are kept. */
  readonly error: FileError | null;
}

export type FileError =
  | 'unknown-instrument'
  | 'duplicate-instrument'
  | 'imported-by-hand'
  | 'not-readable'
  | 'too-large'
  | 'bad-gzip'
  | 'missing-columns'
  | 'not-daily'
  | 'no-valid-rows';

export interface SkippedRow {
  /** Counted from 1, the header included. */
  readonly line: number;
  readonly reason: RowFault;
}

export const ROW_FAULTS = [
  'bad-date',
  'bad-number',
  'not-positive',
  'high-below-low',
  'outside-range',
  'duplicate-date',
  'missing-cells',
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];
