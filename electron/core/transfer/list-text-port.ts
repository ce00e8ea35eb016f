import type { TextEncoding } from '../../../src/shared/domain/formats/import/import-plan';
import type { WrittenListFormat } from '../../../src/shared/domain/formats/watchlist/list-format';
import type {
  ListWish,
  SymbolChoices,
} from '../../../src/shared/domain/formats/watchlist/list-plan';
import type { ListResult } from '../../../src/shared/domain/formats/watchlist/list-reading';
import type { ListWriting } from '../../../src/shared/domain/formats/watchlist/list-writing';
import type { WatchlistDocument } from '../../../src/shared/domain/watchlist/watchlist-document';

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
  /** Null for a text that was pasted. */
  readonly encoding: { readonly used: TextEncoding; readonly certain: boolean } | null;
}

/** Reads and writes lists as texts. */
export interface ListTexts {
  /** Null where `signal` ended it. Lets others work in between. */
  read(source: ListSource, question: ListQuestion, signal: AbortSignal): Promise<ListAnswer | null>;
  write(format: WrittenListFormat, document: WatchlistDocument): Promise<ListWriting>;
}
