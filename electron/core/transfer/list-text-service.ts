import type { TextEncoding } from '../../../src/shared/domain/formats/import/import-plan';
import type { WrittenListFormat } from '../../../src/shared/domain/formats/watchlist/list-format';
import type {
  ListWish,
  SymbolChoices,
} from '../../../src/shared/domain/formats/watchlist/list-plan';
import { ListReader } from '../../../src/shared/domain/formats/watchlist/list-reader';
import type { ListResult } from '../../../src/shared/domain/formats/watchlist/list-reading';
import type {
  ListSpelling,
  ListWriting,
} from '../../../src/shared/domain/formats/watchlist/list-writing';
import { writeList } from '../../../src/shared/domain/formats/watchlist/write/write-list';
import type { SymbolResolver } from '../../../src/shared/domain/instrument/resolve-symbol';
import type { WatchlistDocument } from '../../../src/shared/domain/watchlist/watchlist-document';
import { decodedPieces, encodingOf } from './list-bytes';

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

export interface ListTextServiceParts {
  readonly resolver: () => Promise<SymbolResolver>;
  readonly spelling: () => Promise<ListSpelling>;
  /** Gives others a turn. */
  readonly pause: () => Promise<void>;
}

const PASTED_PIECE = 16_384;

/** Reads and writes lists as texts, in turns of some milliseconds each. */
export class ListTextService {
  constructor(private readonly parts: ListTextServiceParts) {}

  /** @returns null where `signal` ended it */
  async read(
    source: ListSource,
    { encoding: chosen, wish, choices }: ListQuestion,
    signal: AbortSignal,
  ): Promise<ListAnswer | null> {
    const { fileName } = source;
    const resolver = await this.parts.resolver();
    const reader = new ListReader({ fileName, wish, choices, resolver });
    if (source.fileName === null) {
      const result = await this.run(reader, pieces(source.text), signal);
      return result && { result, encoding: null };
    }
    const { used, certain, isBinary } = encodingOf(source.bytes, chosen);
    const encoding = { used, certain };
    if (isBinary) return { result: NOT_TEXT, encoding };
    const result = await this.run(reader, decodedPieces(source.bytes, used), signal);
    return result && { result, encoding };
  }

  async write(format: WrittenListFormat, document: WatchlistDocument): Promise<ListWriting> {
    return writeList(format, document, await this.parts.spelling());
  }

  private async run(
    reader: ListReader,
    text: Iterable<string>,
    signal: AbortSignal,
  ): Promise<ListResult | null> {
    for (const piece of text) {
      if (signal.aborted) return null;
      reader.push(piece);
      await this.parts.pause();
    }
    const steps = reader.finishing();
    for (let step = steps.next(); ; step = steps.next()) {
      if (signal.aborted) return null;
      if (step.done) return step.value;
      await this.parts.pause();
    }
  }
}

const NOT_TEXT: ListResult = {
  ...{ ok: false, reason: 'not-text', line: null, format: 'text', guesses: [] },
};

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PASTED_PIECE) yield text.slice(at, at + PASTED_PIECE);
}
