import type { ListRow } from '../../src/shared/domain/formats/watchlist/list-reading';
import {
  type KnownSymbols,
  type ListOrder,
  type ListPiece,
  wholeOf,
} from '../core/transfer/list-process-messages';
import type {
  ListAnswer,
  ListQuestion,
  ListSource,
  ListTextReader,
} from '../core/transfer/list-text-reader-port';

/** A process that reads one list. */
export interface ListProcess {
  postMessage(order: ListOrder): void;
  onMessage(listener: (piece: ListPiece) => void): void;
  /** `code`: its exit code. */
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

export interface ListProcessParts {
  readonly fork: () => ListProcess;
  readonly known: () => Promise<KnownSymbols>;
  readonly log: { error(message: string): void };
}

/**
 * Reads each list in a process of its own, which ends with the reading: nothing that a file holds can
 * keep main waiting, take its memory or outlive the wish to read it.
 */
export class ListProcessClient implements ListTextReader {
  constructor(private readonly parts: ListProcessParts) {}

  async read(
    source: ListSource,
    question: ListQuestion,
    signal: AbortSignal,
  ): Promise<ListAnswer | null> {
    const known = await this.parts.known();
    if (signal.aborted) return null;
    return new Promise((resolve) => {
      const process = this.parts.fork();
      const rows: ListRow[] = [];
      let isOver = false;
      const end = (answer: ListAnswer | null): void => {
        isOver = true;
        signal.removeEventListener('abort', cancel);
        resolve(answer);
        process.kill();
      };
      const cancel = (): void => end(null);
      signal.addEventListener('abort', cancel);
      process.onMessage((piece) => {
        if (isOver) return;
        if (piece.kind === 'rows') rows.push(...piece.rows);
        else end(wholeOf(rows, piece.answer));
      });
      process.onExit((code) => {
        if (isOver) return;
        this.parts.log.error(`list process ended with code ${code}`);
        end(brokenOff(question));
      });
      process.postMessage({ source, question, known });
    });
  }
}

/** The process died: of a text that takes more memory than it has, or by somebody's hand. */
function brokenOff({ wish }: ListQuestion): ListAnswer {
  const format = wish.format ?? 'text';
  const result = { ok: false, reason: 'broken-off', line: null, format, guesses: [] } as const;
  return { result, encoding: null };
}
