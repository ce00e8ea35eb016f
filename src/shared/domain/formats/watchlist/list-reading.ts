import type { SymbolCandidate } from '../../instrument/resolve-symbol';
import type { AlertDraft, DocumentItem } from '../../watchlist/watchlist-document';
import type { RowCounts } from '../import/import-faults';
import type { FormatGuess, ListFormat } from './list-format';
import type { ListTablePlan } from './list-plan';

/** Why nothing can be taken from a text as it is. */
export const LIST_FAILURES = [
  'empty',
  /** Bytes that are no text in any encoding. */
  'not-text',
  'too-large',
  'not-of-format',
  'newer-version',
  'refused-key',
  'too-deep',
  /** The reading ended before the text did, for want of memory. */
  'broken-off',
] as const;
export type ListFailure = (typeof LIST_FAILURES)[number];

/** Something of a row that is not as the file has it. */
export type RowWarning =
  /** Nothing resolves the spelling: it is kept as it is written, without a price. */
  | { readonly kind: 'unknown-symbol' }
  /** The spelling does not say which one is meant: kept as it is written until somebody chooses. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly SymbolCandidate[] }
  /** Several symbols in a formula (`NASDAQ:SMH/AMEX:SPY`) or a future: kept, and not charted. */
  | { readonly kind: 'spread' | 'future' }
  /** A value that is no such value was left out. `value`: its beginning. */
  | { readonly kind: 'value-left-out'; readonly field: RowField; readonly value: string }
  /** A text above the limit was cut. */
  | { readonly kind: 'text-cut'; readonly field: RowField; readonly longest: number }
  /** Entries above the limit were left out. */
  | { readonly kind: 'entries-left-out'; readonly field: RowField; readonly most: number };

export const ROW_FIELDS = [
  'note',
  'section',
  'flags',
  'targets',
  'lots',
  'quantity',
  'price',
  'currency',
  'date',
  'commission',
  'comment',
  'highLimit',
  'lowLimit',
  'side',
] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** Why a row is left out. */
export type RowFault =
  | { readonly kind: 'no-symbol' }
  /** Not a line of this format. */
  | { readonly kind: 'not-of-format' }
  /** The row is cash, which no list keeps. */
  | { readonly kind: 'cash' }
  | { readonly kind: 'symbol-too-long'; readonly longest: number }
  /** Control characters in the symbol. */
  | { readonly kind: 'bad-symbol' }
  /** A quote that is opened and never closed. */
  | { readonly kind: 'open-quote' }
  | { readonly kind: 'line-too-long'; readonly longest: number }
  /** Behind the last item or section that a list can hold. */
  | { readonly kind: 'list-full' | 'too-many-sections'; readonly most: number };

export type RowVerdict =
  | { readonly kind: 'valid' }
  | { readonly kind: 'warning'; readonly warnings: readonly RowWarning[] }
  /**
   * The section has the instrument already, in whatever spelling, from `ofLine`. What this row has
   * besides (lots, flags, levels, a note) was added to that item where `merged`.
   */
  | {
      readonly kind: 'duplicate';
      readonly ofLine: number;
      readonly merged: boolean;
      readonly warnings: readonly RowWarning[];
    }
  | { readonly kind: 'invalid'; readonly fault: RowFault };

/** One row of a list as it would be taken. Several of them may stand on one line. */
export interface ListRow {
  /** The line of the text on which it begins, counted from 1. */
  readonly line: number;
  /** The beginning of the row as it is written. */
  readonly text: string;
  /** Index in {@link ListReading.sections}. */
  readonly section: number;
  /** What the file writes for the symbol: the key of a choice. */
  readonly written: string;
  /** Null where nothing is added: of an invalid row and of a duplicate. */
  readonly item: DocumentItem | null;
  readonly verdict: RowVerdict;
  readonly drafts: readonly AlertDraft[];
}

/** What the file has besides rows and a list does not keep. */
export interface LeftOut {
  /** Names of columns or keys; bounded in number and length. */
  readonly names: readonly string[];
}

/** A text as a list. */
export interface ListReading {
  readonly format: ListFormat;
  /** All forms that the text can have, the likeliest first. */
  readonly guesses: readonly FormatGuess[];
  /** What the text itself calls the list; null where it does not say. */
  readonly name: string | null;
  /** Names in order; null for rows before the first name. Empty sections of the file count. */
  readonly sections: readonly (string | null)[];
  /** At most `LIST_LIMITS.rows` of them. */
  readonly rows: readonly ListRow[];
  /** Rows behind the last one looked at; they count as invalid. */
  readonly unreadRows: number;
  readonly counts: RowCounts;
  readonly leftOut: LeftOut;
  /** Of a table: how it was read, with its header and first rows as they are written; else null. */
  readonly table: ListTable | null;
}

export interface ListTable {
  readonly plan: ListTablePlan;
  /** Empty where there is none. */
  readonly header: readonly string[];
  readonly firstRows: readonly (readonly string[])[];
}

export type ListResult =
  | { readonly ok: true; readonly reading: ListReading }
  | {
      readonly ok: false;
      readonly reason: ListFailure;
      /** Where it ended, counted from 1; null where no line is meant. */
      readonly line: number | null;
      readonly format: ListFormat;
      readonly guesses: readonly FormatGuess[];
    };
