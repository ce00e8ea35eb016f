import { createExchangeBook } from '../../../instrument/exchange-book';
import type { ExchangeCodes } from '../../../instrument/exchange-codes';
import type { Instrument, InstrumentId } from '../../../instrument/instrument';
import type { SymbolResolver } from '../../../instrument/resolve-symbol';
import { factsOfId } from '../../../instrument/unlisted-instrument';
import type { WrittenListFormat } from '../list-format';
import type { ListSpelling } from '../list-writing';
import { settleSymbol } from '../settle-symbol';
import { isOwnSpelling, possibleSpellings, readSpelling } from './format-spellings';

/** How forms spell the instruments, tried against the resolver that would read them again. */
export function createListSpelling(
  exchanges: readonly ExchangeCodes[],
  resolver: SymbolResolver,
  catalogue: readonly Instrument[],
): ListSpelling {
  const book = createExchangeBook(exchanges);
  const instruments = new Map<string, Instrument>(catalogue.map((line) => [line.id, line]));
  const meaning = (spellings: readonly string[]): InstrumentId | null =>
    settleSymbol({ spellings, name: null, currency: null }, resolver).id;

  function spell(format: WrittenListFormat, id: InstrumentId): string | null {
    const possible = possibleSpellings(format, id, book, instruments.get(id));
    const settled = possible.find((text) => meaning(readSpelling(format, text)) === id);
    return settled ?? possible.find((text) => offers(readSpelling(format, text), id)) ?? null;
  }

  function offers(spellings: readonly string[], id: InstrumentId): boolean {
    const [first] = spellings.map((text) => resolver.resolve(text).candidates).filter(isAny);
    return first?.some((candidate) => candidate.id === id) ?? false;
  }

  return {
    symbol: spell,
    isOwn: (format, id, text) => isOwnSpelling(format, id, text, book),
    meaning,
    name: (id) => instruments.get(id)?.name.en ?? null,
    currency: (id) => instruments.get(id)?.currency ?? factsOfId(book, id).currency,
  };
}

function isAny(candidates: readonly unknown[]): boolean {
  return candidates.length > 0;
}
