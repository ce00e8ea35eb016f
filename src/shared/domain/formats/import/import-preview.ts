import type { Interval } from '../../candle/interval';
import type { InstrumentId } from '../../instrument/instrument';
import type { MarketSource } from '../../quote/quote';
import type { FaultyRow, RowCounts } from './import-faults';
import type { BarsPlan, DateForm, PlanWish } from './import-plan';

/** Why nothing can be taken from a file as it is. */
export const IMPORT_FILE_ERRORS = [
  'not-readable',
  'too-large',
  'bad-gzip',
  'empty',
  'not-text',
  'not-a-table',
  'no-valid-rows',
  'same-series',
] as const;
export type ImportFileError = (typeof IMPORT_FILE_ERRORS)[number];

/** What the user has to settle before a file can be imported; a zone only has to be looked at. */
export const IMPORT_QUESTIONS = ['instrument', 'columns', 'date-form', 'interval', 'zone'] as const;
export type ImportQuestion = (typeof IMPORT_QUESTIONS)[number];

/** `merge`: bars of the file hold, stored ones of other times stay; `replace`: only the file's remain. */
export const IMPORT_MODES = ['merge', 'replace'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/** One bar as it will be taken; units of `BarColumns`. */
export interface PreviewBar {
  readonly line: number;
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
  /** Null where the file gives none. */
  readonly adjustedClose: number | null;
}

/** What is stored of the series that a file would be written to. */
export interface StoredBefore {
  readonly source: MarketSource;
  readonly bars: number;
  /** UTC seconds. */
  readonly firstTime: number;
  readonly lastTime: number;
  /** Stored bars whose time the file has too. */
  readonly shared: number;
  /** False where they differ by more than rounding: one of the two is adjusted otherwise. */
  readonly agrees: boolean;
}

/** One file of an import as it would be taken. */
export interface FilePreview {
  readonly fileName: string;
  readonly bytes: number;
  /** False where the user left it out. */
  readonly included: boolean;
  readonly error: ImportFileError | null;
  /** Null as long as nobody knows which one it is. */
  readonly instrument: InstrumentId | null;
  /** What the name or the column of symbols can mean, where it does not settle it. */
  readonly candidates: readonly InstrumentId[];
  /** Null where the file is no table. */
  readonly table: TablePreview | null;
  readonly mode: ImportMode;
  readonly stored: StoredBefore | null;
}

export interface TablePreview {
  readonly plan: BarsPlan;
  /** False where the bytes would make sense in other encodings as well. */
  readonly encodingCertain: boolean;
  readonly dateForms: readonly DateForm[];
  /** Not settled yet. */
  readonly questions: readonly ImportQuestion[];
  readonly header: readonly string[];
  /** The first rows as they are written. */
  readonly rows: readonly (readonly string[])[];
  readonly counts: RowCounts;
  readonly faults: readonly FaultyRow[];
  /** The first bars as they will be taken. */
  readonly bars: readonly PreviewBar[];
  /** IANA zone that `plan.zone` comes to. */
  readonly timezone: string;
  /** UTC seconds; null where no row is a bar. */
  readonly firstTime: number | null;
  readonly lastTime: number | null;
}

/** What the user decided of one file; what is left out stays as it was. */
export interface ImportCorrection {
  readonly included?: boolean | undefined;
  readonly instrument?: InstrumentId | undefined;
  readonly mode?: ImportMode | undefined;
  readonly plan?: PlanWish | undefined;
}

/** True where the file can be written as it stands. */
export function isReady({ error, instrument, table }: FilePreview): boolean {
  const open = table?.questions.filter((question) => question !== 'zone') ?? [];
  return error === null && instrument !== null && table !== null && open.length === 0;
}

/** A series that was written. */
export interface ImportedSeries {
  readonly fileName: string;
  readonly instrument: InstrumentId;
  readonly interval: Interval;
  /** Bars of the file. */
  readonly bars: number;
}

/** Why nothing of an import was written. */
export const IMPORT_FAILURES = [
  'cancelled',
  'file-changed',
  'store-changed',
  'disk-full',
  'store-failed',
  'process-ended',
] as const;
export type ImportFailure = (typeof IMPORT_FAILURES)[number];

/** All files of an import, or none of them. */
export type ImportResult =
  | { readonly ok: true; readonly series: readonly ImportedSeries[]; readonly leftOutRows: number }
  | {
      readonly ok: false;
      readonly reason: ImportFailure;
      /** The file at which it ended; null where it was none in particular. */
      readonly fileName: string | null;
    };

/** How far the reading or the writing of an import is. */
export interface ImportProgress {
  readonly phase: 'reading' | 'writing';
  readonly fileName: string;
  readonly filesDone: number;
  readonly files: number;
  readonly bytesDone: number;
  readonly bytes: number;
  readonly rows: number;
}
