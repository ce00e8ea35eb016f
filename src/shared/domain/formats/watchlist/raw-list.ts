import type { Flag, Lot, TargetLevel } from '../../watchlist/watchlist-document';
import type { ListFailure, ListTable, RowFault, RowWarning } from './list-reading';

/** What a row keeps besides its symbol. */
export interface RawDetails {
  readonly note: string;
  readonly flags: readonly Flag[];
  readonly targets: readonly TargetLevel[];
  readonly lots: readonly Lot[];
  /** Limits that become drafts of alert rules. */
  readonly highLimit: number | null;
  readonly lowLimit: number | null;
}

export const NO_RAW_DETAILS: RawDetails = {
  ...{ note: '', flags: [], targets: [], lots: [], highLimit: null, lowLimit: null },
};

/** A row as its format says it, before anybody looks up what its symbol means. */
export interface RawRow extends RawDetails {
  readonly line: number;
  readonly text: string;
  /** Index in {@link RawList.sections}. */
  readonly section: number;
  /** The spelling that is kept where nothing resolves it. */
  readonly written: string;
  /** Readings of the symbol, the one that says most first; the first that means anything counts. */
  readonly spellings: readonly string[];
  /** Settle between instruments that a spelling can mean; null where the row does not say them. */
  readonly name: string | null;
  readonly currency: string | null;
  readonly warnings: readonly RowWarning[];
  readonly fault: RowFault | null;
}

export interface RawList {
  readonly name: string | null;
  readonly sections: readonly (string | null)[];
  readonly rows: readonly RawRow[];
  readonly unreadRows: number;
  readonly leftOut: readonly string[];
  readonly table: ListTable | null;
}

/** Why a text is no list. */
export interface RawFailure {
  readonly reason: ListFailure;
  readonly line: number | null;
}

/** Reads a text in pieces of any size into a `RawListCollector`. */
export interface ListTextParser {
  push(text: string): void;
  /** @returns why the text is no list; null where it is one */
  finish(): RawFailure | null;
}
