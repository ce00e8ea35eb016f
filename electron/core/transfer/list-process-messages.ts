import type { ListRow } from '../../../src/shared/domain/formats/watchlist/list-reading';
import type { ExchangeCodes } from '../../../src/shared/domain/instrument/exchange-codes';
import type { Instrument } from '../../../src/shared/domain/instrument/instrument';
import type { ListAnswer, ListQuestion, ListSource } from './list-text-reader-port';

/** What spellings mean depends on these. */
export interface KnownSymbols {
  readonly codes: readonly ExchangeCodes[];
  readonly instruments: readonly Instrument[];
}

/** All that a process needs to read one list. */
export interface ListOrder {
  readonly source: ListSource;
  readonly question: ListQuestion;
  readonly known: KnownSymbols;
}

/** An answer on its way: its rows in order, then all the rest of it. */
export type ListPiece =
  | { readonly kind: 'rows'; readonly rows: readonly ListRow[] }
  | { readonly kind: 'rest'; readonly answer: ListAnswer };

/** So many are taken in within some milliseconds. */
const ROWS_A_PIECE = 500;

/** An answer in pieces, so that who hears it can do something else between two of them. */
export function* piecesOf({ result, encoding }: ListAnswer): Generator<ListPiece> {
  if (!result.ok) return yield { kind: 'rest', answer: { result, encoding } };
  const { rows, ...reading } = result.reading;
  for (let at = 0; at < rows.length; at += ROWS_A_PIECE) {
    yield { kind: 'rows', rows: rows.slice(at, at + ROWS_A_PIECE) };
  }
  yield {
    kind: 'rest',
    answer: { result: { ok: true, reading: { ...reading, rows: [] } }, encoding },
  };
}

/** The answer again. @param rows - of all pieces before `rest`, in order */
export function wholeOf(rows: readonly ListRow[], { result, encoding }: ListAnswer): ListAnswer {
  if (!result.ok) return { result, encoding };
  return { result: { ok: true, reading: { ...result.reading, rows } }, encoding };
}
