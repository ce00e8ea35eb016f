import { z } from 'zod/mini';
import { SEPARATORS, TEXT_ENCODINGS, type TextEncoding } from '../domain/formats/import/import-plan';
import type { RowCounts } from '../domain/formats/import/import-faults';
import {
  type FormatGuess,
  LIST_FORMATS,
  type ListFormat,
  WRITTEN_LIST_FORMATS,
  type WrittenListFormat,
} from '../domain/formats/watchlist/list-format';
import { LIST_COLUMNS } from '../domain/formats/watchlist/list-plan';
import { LIST_LIMITS } from '../domain/formats/watchlist/list-limits';
import type {
  LeftOut,
  ListFailure,
  ListTable,
  RowVerdict,
} from '../domain/formats/watchlist/list-reading';
import type { ListLoss } from '../domain/formats/watchlist/list-writing';
import { type InstrumentId, isInstrumentId } from '../domain/instrument/instrument';
import type { AlertDraft } from '../domain/watchlist/watchlist-document';
import { invoke, push } from './build';
import type { SaveResult } from './files-contract';

/** What is pasted or dropped as text; more than a list can hold. */
export const LONGEST_PASTE = 1024 * 1024;
/** A file of a list: more than any app writes, and little enough to hold. */
export const LARGEST_LIST_BYTES = 32 * 1024 * 1024;

const nothing = z.undefined();
const importId = z.int().check(z.positive());
const listId = z.int().check(z.positive());
const line = z.int().check(z.positive());
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
    z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(LONGEST_PASTE)) }),
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
  /** `left.lines` are left out; `into` null makes a new list. Null where there is no such import. */
  commit: invoke(
    z.strictObject({
      importId,
      name: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIST_LIMITS.name)),
      into: z.nullable(listId),
      left: z.strictObject({
        lines: z.array(line).check(z.maxLength(LIST_LIMITS.rows)),
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

/** Why a file cannot be read at all. */
export type ListFileError = 'not-readable' | 'too-large';

export type ListOpening =
  | { readonly kind: 'closed' }
  | { readonly kind: 'refused'; readonly fileName: string; readonly error: ListFileError }
  | { readonly kind: 'preview'; readonly preview: ListPreview };

/** A text as it would be taken; `reading` is null where it is no list of its form. */
export interface ListPreview {
  readonly importId: number;
  /** Null for a text that was pasted. */
  readonly fileName: string | null;
  /** Null for a text that was pasted. `certain`: the bytes say so themselves. */
  readonly encoding: { readonly used: TextEncoding; readonly certain: boolean } | null;
  readonly format: ListFormat;
  /** The likeliest first. */
  readonly guesses: readonly FormatGuess[];
  readonly reading: ReadList | null;
  readonly failure: { readonly reason: ListFailure; readonly line: number | null } | null;
}

export interface ReadList {
  /** What the new list would be called. */
  readonly name: string;
  readonly sections: readonly (string | null)[];
  readonly rows: readonly ListPreviewRow[];
  readonly unreadRows: number;
  readonly counts: RowCounts;
  readonly leftOut: LeftOut;
  readonly table: ListTable | null;
}

export interface ListPreviewRow {
  readonly line: number;
  readonly text: string;
  readonly section: number;
  readonly written: string;
  /** `MIC:code` or the spelling that is kept; null where nothing is added. */
  readonly symbol: string | null;
  readonly verdict: RowVerdict;
  readonly drafts: readonly AlertDraft[];
}

export type ListCommit =
  | {
      readonly ok: true;
      readonly listId: number;
      readonly name: string;
      readonly added: number;
      /** Drafts of alerts that were handed on. */
      readonly alerts: number;
    }
  /** Nothing was changed. */
  | { readonly ok: false; readonly reason: 'list-full' | 'too-many-lists' | 'nothing' | 'unknown-list' };

/** What a form carries of a list. */
export interface ListWeighing {
  readonly written: number;
  readonly lost: readonly ListLoss[];
}
