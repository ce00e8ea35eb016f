import type { ExchangesFile } from '../../src/shared/domain/calendar/exchanges-file';
import { readExchangeCodes } from '../../src/shared/domain/instrument/exchange-codes';
import type { Instrument } from '../../src/shared/domain/instrument/instrument';
import { createSymbolResolver } from '../../src/shared/domain/instrument/resolve-symbol';
import type { SymbolAnswer } from './launch-request';

/** What the answers below are looked up in. */
export interface SymbolBook {
  readonly instruments: readonly Instrument[];
  readonly exchanges: ExchangesFile;
}

/** What a symbol on the command line means; what the spelling does not settle is never chosen. */
export function findSymbol(text: string, book: SymbolBook): SymbolAnswer {
  const { candidates, ambiguous } = resolverOf(book).resolve(text);
  const [first] = candidates;
  if (!first) return { kind: 'unknown' };
  return ambiguous
    ? { kind: 'ambiguous', candidates: candidates.map(({ id }) => id) }
    : { kind: 'found', id: first.id };
}

/** The answer to `--resolve`: one line of JSON, names in English. */
export function resolveAnswer(text: string, book: SymbolBook): string {
  const { candidates, ambiguous } = resolverOf(book).resolve(text);
  return JSON.stringify({
    candidates: candidates.map(({ id, name, currency, kind }) => ({
      ...{ id, name: name === null ? null : name.en },
      ...{ currency, kind },
    })),
    ambiguous,
  });
}

function resolverOf({ instruments, exchanges }: SymbolBook) {
  return createSymbolResolver(readExchangeCodes(exchanges), instruments);
}
