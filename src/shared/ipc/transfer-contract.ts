import { z } from 'zod/mini';
import { SEPARATORS, TEXT_ENCODINGS } from '../domain/formats/import/import-plan';
import { LIST_FORMATS, WRITTEN_LIST_FORMATS } from '../domain/formats/watchlist/list-format';
import { LIST_COLUMNS } from '../domain/formats/watchlist/list-plan';
import { LIST_LIMITS } from '../domain/formats/watchlist/list-limits';
import {
  LARGEST_LIST_BYTES,
  type ListCommit,
  type ListOpening,
  type ListPreview,
  type ListWeighing,
} from '../domain/formats/watchlist/list-preview';
import { type InstrumentId, isInstrumentId } from '../domain/instrument/instrument';
import { invoke, push } from './build';
import type { SaveResult } from './files-contract';

/** What is pasted or dropped as text; more than a list can hold. */
export const LONGEST_PASTE = 1024 * 1024;

const nothing = z.undefined();
const importId = z.int().check(z.positive());
const listId = z.int().check(z.positive());
const rowNumber = z.int().check(z.nonnegative(), z.maximum(LIST_LIMITS.rows));
const fileName = z.string().check(z.minLength(1), z.maxLength(255));
const instrument = z.custom<InstrumentId>(
  (value) => typeof value === 'string' && isInstrumentId(value),
);
const table = z.partial(
  z.strictObject({
    separator: z.enum(SEPARATORS),
    decimalMark: z.enum(['.', ',']),
    hasHeader: z.boolean(),
    columns: z.readonly(z.array(z.enum(LIST_COLUMNS)).check(z.maxLength(LIST_LIMITS.columns))),
  }),
);
const choice = z.strictObject({
  written: z.string().check(z.minLength(1), z.maxLength(LIST_LIMITS.symbol)),
  /** Null takes the choice back. */
  symbol: z.nullable(instrument),
});
/** A correction of nothing is none. */
const correction = z
  .partial(
    z.strictObject({
      format: z.enum(LIST_FORMATS),
      encoding: z.enum(TEXT_ENCODINGS),
      table,
      choice,
    }),
  )
  .check(z.refine((wish) => Object.keys(wish).length > 0));

/**
 * Lists in from files and texts, and out to files. Main shows the dialogs and keeps the paths.
 * Nothing is changed before `commit`.
 */
export const transferContract = {
  openFile: invoke(nothing)<ListOpening>(),
  openText: invoke(
    z.strictObject({
      text: z.string().check(z.minLength(1), z.maxLength(LONGEST_PASTE), z.regex(/^[^\0]*$/)),
    }),
  )<ListOpening>(),
  /** A file that was dropped on the window: its bytes, and its name for the eye. */
  openBytes: invoke(
    z.strictObject({
      fileName,
      bytes: z
        .instanceof(Uint8Array)
        .check(z.refine(({ byteLength }) => byteLength <= LARGEST_LIST_BYTES)),
    }),
  )<ListOpening>(),
  /** Reads the same text again by what the user decided. Null where there is no such import. */
  correct: invoke(z.strictObject({ importId, correction }))<ListPreview | null>(),
  /** `left.rows` are the numbers of rows that are left out; `into` null makes a new list. Null where there is no such import. */
  commit: invoke(
    z.strictObject({
      importId,
      name: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIST_LIMITS.name)),
      into: z.nullable(listId),
      left: z.strictObject({
        rows: z.array(rowNumber).check(z.maxLength(LIST_LIMITS.rows)),
      }),
      withAlerts: z.boolean(),
    }),
  )<ListCommit | null>(),
  cancel: invoke(z.strictObject({ importId }))<void>(),
  /** What a form would not carry of a list. Null where there is no such list. */
  weigh: invoke(
    z.strictObject({ listId, format: z.enum(WRITTEN_LIST_FORMATS) }),
  )<ListWeighing | null>(),
  exportList: invoke(
    z.strictObject({ listId, format: z.enum(WRITTEN_LIST_FORMATS) }),
  )<SaveResult | null>(),
  /** A file that the system opened the app with. */
  onOpened: push<ListOpening>(),
} as const;
