import type { AlertDraft } from '../../watchlist/watchlist-document';
import type { RowCounts } from '../import/import-faults';
import type { TextEncoding } from '../import/import-plan';
import type { FormatGuess, ListFormat } from './list-format';
import type { LeftOut, ListFailure, ListTable, RowVerdict } from './list-reading';
import type { ListLoss } from './list-writing';

/** A file of a list: more than any app writes, and little enough to hold. */
export const LARGEST_LIST_BYTES = 32 * 1024 * 1024;

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
  /** Index in the reading; a line can hold several rows. */
  readonly number: number;
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
  | { readonly ok: false; readonly reason: 'list-full' | 'nothing' | 'unknown-list' };

/** What a form carries of a list. */
export interface ListWeighing {
  readonly written: number;
  readonly lost: readonly ListLoss[];
}
