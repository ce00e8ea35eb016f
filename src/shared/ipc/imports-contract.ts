import { z } from 'zod/mini';
import { INTERVALS } from '../domain/candle/interval';
import {
  COLUMN_ROLES,
  DATE_FORMS,
  IMPORT_ZONES,
  SEPARATORS,
  TEXT_ENCODINGS,
} from '../domain/formats/import/import-plan';
import {
  type FilePreview,
  IMPORT_MODES,
  type ImportCorrection,
  type ImportProgress,
  type ImportResult,
} from '../domain/formats/import/import-preview';
import { type InstrumentId, isInstrumentId } from '../domain/instrument/instrument';
import { invoke, push } from './build';

const nothing = z.undefined();
const importId = z.int().check(z.positive());
const instrument = z.custom<InstrumentId>(
  (value) => typeof value === 'string' && isInstrumentId(value),
);
const plan = z.partial(
  z.strictObject({
    encoding: z.enum(TEXT_ENCODINGS),
    separator: z.enum(SEPARATORS),
    decimalMark: z.enum(['.', ',']),
    hasHeader: z.boolean(),
    columns: z.readonly(z.array(z.enum(COLUMN_ROLES)).check(z.maxLength(512))),
    dateForm: z.enum(DATE_FORMS),
    interval: z.enum(INTERVALS),
    zone: z.enum(IMPORT_ZONES),
  }),
);
/** A correction of nothing is none. */
const correction = z
  .partial(z.strictObject({ included: z.boolean(), mode: z.enum(IMPORT_MODES), instrument, plan }))
  .check(z.refine((wish) => Object.keys(wish).length > 0));

/**
 * The import of files of bars. Main shows the dialog and keeps the paths; the page names files by
 * their place in the preview.
 */
export const importsContract = {
  /** Null where the user closed the dialog. The preview comes as a push. */
  chooseFiles: invoke(nothing)<ImportOpening>(),
  chooseFolder: invoke(nothing)<ImportOpening>(),
  correct: invoke(
    z.strictObject({ importId, file: z.int().check(z.nonnegative()), correction }),
  )<void>(),
  commit: invoke(z.strictObject({ importId }))<void>(),
  cancel: invoke(z.strictObject({ importId }))<void>(),
  /** Forgets the imported bars of an instrument, so that the sources' are fetched again. */
  remove: invoke(z.strictObject({ instrument }))<void>(),
  onNews: push<ImportNews>(),
  /** The menu asks the page to start an import. */
  onWanted: push<ImportWish>(),
} as const;

export interface ImportOpening {
  readonly importId: number | null;
}

export interface ImportWish {
  readonly from: 'files' | 'folder';
}

/** Main to data process. */
export type ImportOrder =
  | { readonly kind: 'open'; readonly importId: number; readonly paths: readonly string[] }
  | {
      readonly kind: 'correct';
      readonly importId: number;
      readonly file: number;
      readonly correction: ImportCorrection;
    }
  | { readonly kind: 'commit'; readonly importId: number }
  | { readonly kind: 'cancel'; readonly importId: number }
  | { readonly kind: 'remove'; readonly instrument: InstrumentId };

/** What main tells the page of the running import. */
export type ImportNews =
  | { readonly kind: 'preview'; readonly importId: number; readonly files: readonly FilePreview[] }
  | { readonly kind: 'progress'; readonly importId: number; readonly progress: ImportProgress }
  | { readonly kind: 'finished'; readonly importId: number; readonly result: ImportResult };
