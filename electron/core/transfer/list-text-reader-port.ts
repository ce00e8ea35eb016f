import type { TextEncoding } from '../../../src/shared/domain/formats/import/import-plan';
import type {
  ListWish,
  SymbolChoices,
} from '../../../src/shared/domain/formats/watchlist/list-plan';
import type { ListResult } from '../../../src/shared/domain/formats/watchlist/list-reading';

/** A text as it came in; `fileName` is null where it was pasted. */
export type ListSource =
  | { readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly fileName: null; readonly text: string };

export interface ListQuestion {
  /** Null where the bytes are to tell. */
  readonly encoding: TextEncoding | null;
  readonly wish: ListWish;
  readonly choices: SymbolChoices;
}

export interface ListAnswer {
  readonly result: ListResult;
  /** Null for a text that was pasted, and where the bytes were not read to their end. */
  readonly encoding: { readonly used: TextEncoding; readonly certain: boolean } | null;
}

/** Reads lists as texts. */
export interface ListTextReader {
  /** @returns null where `signal` ended it */
  read(source: ListSource, question: ListQuestion, signal: AbortSignal): Promise<ListAnswer | null>;
}
