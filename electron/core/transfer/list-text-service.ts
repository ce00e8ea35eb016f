import type { WrittenListFormat } from '../../../src/shared/domain/formats/watchlist/list-format';
import type {
  ListSpelling,
  ListWriting,
} from '../../../src/shared/domain/formats/watchlist/list-writing';
import { writeList } from '../../../src/shared/domain/formats/watchlist/write/write-list';
import type { SymbolResolver } from '../../../src/shared/domain/instrument/resolve-symbol';
import type { WatchlistDocument } from '../../../src/shared/domain/watchlist/watchlist-document';
import type { ListAnswer, ListQuestion, ListSource, ListTextReader } from './list-text-reader-port';
import { readInTurns } from './read-in-turns';

export interface ListTextServiceParts {
  readonly resolver: () => Promise<SymbolResolver>;
  readonly spelling: () => Promise<ListSpelling>;
  /** Gives others a turn. */
  readonly pause: () => Promise<void>;
}

/** Reads and writes lists as texts, in this process. */
export class ListTextService implements ListTextReader {
  constructor(private readonly parts: ListTextServiceParts) {}

  async read(
    source: ListSource,
    question: ListQuestion,
    signal: AbortSignal,
  ): Promise<ListAnswer | null> {
    const { pause } = this.parts;
    return readInTurns(source, question, await this.parts.resolver(), { pause, signal });
  }

  async write(format: WrittenListFormat, document: WatchlistDocument): Promise<ListWriting> {
    return writeList(format, document, await this.parts.spelling());
  }
}
