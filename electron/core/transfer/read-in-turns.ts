import { ListReader } from '../../../src/shared/domain/formats/watchlist/list-reader';
import type { ListResult } from '../../../src/shared/domain/formats/watchlist/list-reading';
import type { SymbolResolver } from '../../../src/shared/domain/instrument/resolve-symbol';
import { decodedPieces, encodingOf } from './list-bytes';
import type { ListAnswer, ListQuestion, ListSource } from './list-text-reader-port';

export interface ReadingTurns {
  /** Gives others a turn. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

const PASTED_PIECE = 16_384;

/** Reads a text piece by piece, with a turn for others after each. @returns null where `signal` ended it */
export async function readInTurns(
  source: ListSource,
  { encoding: chosen, wish, choices }: ListQuestion,
  resolver: SymbolResolver,
  turns: ReadingTurns,
): Promise<ListAnswer | null> {
  const { fileName } = source;
  const reader = new ListReader({ fileName, wish, choices, resolver });
  if (source.fileName === null) {
    const result = await run(reader, pieces(source.text), turns);
    return result && { result, encoding: null };
  }
  const { used, certain, isBinary } = encodingOf(source.bytes, chosen);
  const encoding = { used, certain };
  if (isBinary) return { result: NOT_TEXT, encoding };
  const result = await run(reader, decodedPieces(source.bytes, used), turns);
  return result && { result, encoding };
}

async function run(
  reader: ListReader,
  text: Iterable<string>,
  { pause, signal }: ReadingTurns,
): Promise<ListResult | null> {
  for (const piece of text) {
    if (signal.aborted) return null;
    reader.push(piece);
    await pause();
  }
  const steps = reader.finishing();
  for (let step = steps.next(); ; step = steps.next()) {
    if (signal.aborted) return null;
    if (step.done) return step.value;
    await pause();
  }
}

const NOT_TEXT: ListResult = {
  ...{ ok: false, reason: 'not-text', line: null, format: 'text', guesses: [] },
};

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PASTED_PIECE) yield text.slice(at, at + PASTED_PIECE);
}
