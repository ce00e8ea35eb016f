import type { LocalizedText } from '../text/localized-text';
import { createExchangeBook } from './exchange-book';
import type { ExchangeCodes } from './exchange-codes';
import type { Instrument, InstrumentId, InstrumentKind } from './instrument';
import { readBareDigits } from './spelling/bare-digits';
import { readBareTicker, TENCENT_CASE } from './spelling/bare-ticker';
import { readBloomberg } from './spelling/bloomberg-spelling';
import { readIndex } from './spelling/index-spelling';
import { readChineseWord, readEastmoney, readTongdaxin } from './spelling/numbered-market-spelling';
import { readPair } from './spelling/pair-spelling';
import { readPrefix } from './spelling/prefix-spelling';
import { readSuffix } from './spelling/suffix-spelling';
import { readVendor } from './spelling/vendor-spelling';
import {
  settled,
  type SymbolContext,
  type SymbolFamily,
  type SymbolReading,
  type SymbolText,
} from './symbol-reading';
import { factsOfId } from './unlisted-instrument';

/** One instrument that a text can mean. What is not known of it is null. */
export interface SymbolCandidate {
  readonly id: InstrumentId;
  readonly name: LocalizedText | null;
  /** As {@link Instrument.currency}. */
  readonly currency: string | null;
  readonly kind: InstrumentKind | null;
}

export interface Resolution {
  /** The likeliest first, each once; empty where the text is no spelling of an instrument. */
  readonly candidates: readonly SymbolCandidate[];
  /**
   * True where the text does not settle which one is meant: then ask. There may be one candidate
   * even so: a bare `700` can only be Hong Kong, and does not say it.
   */
  readonly ambiguous: boolean;
}

export interface SymbolResolver {
  /**
   * Reads any usual spelling of an instrument, or its common name in English or Chinese written out;
   * capitals do not matter where they say nothing. Never
   * throws, and never chooses between two.
   */
  resolve(text: string): Resolution;
}

export interface SymbolResolverOptions {
  /** Venue of a pair that names none (`BTCUSDT`); Binance by default. */
  readonly cryptoVenue?: string;
}

const UNKNOWN: Resolution = { candidates: [], ambiguous: false };
const LONGEST_SPELLING = 64;
const CONTROL = /\p{Cc}/u;
/** A word with a small letter in it: nobody writes a ticker that is not known so. */
const SMALL_LETTER = /\p{Ll}/u;
/** Spellings without any exchange, in which an alias is one opinion among others. */
const BARE_FAMILIES: readonly SymbolFamily[] = [readBareDigits, readBareTicker];
const FAMILIES: readonly SymbolFamily[] = [
  ...[readSuffix, readPrefix, readBloomberg, readVendor],
  ...[readEastmoney, readTongdaxin, readChineseWord, readPair, readIndex],
];

/**
 * Reads every spelling of instruments into their ids.
 *
 * @param exchanges - as `readExchangeCodes` gives them
 * @param catalogue - instruments that are known; their ids, aliases and names count more than any rule.
 * A name in capitals may be a ticker besides, and asks then. An instrument that the catalogue does not
 * have still gets its id, where the spelling settles that
 */
export function createSymbolResolver(
  exchanges: readonly ExchangeCodes[],
  catalogue: readonly Instrument[],
  options: SymbolResolverOptions = {},
): SymbolResolver {
  const instruments = new Map<string, Instrument>(catalogue.map((line) => [line.id, line]));
  const aliases = indexBy(catalogue, (line) => line.aliases.map(aliasKey));
  const names = indexBy(catalogue, ({ name }) => [name.en, name.zh].map(nameKey));
  const context: SymbolContext = {
    book: createExchangeBook(exchanges),
    find: (id) => instruments.get(id),
    aliased: (alias) => aliases.get(alias.toUpperCase()) ?? [],
    cryptoVenue: options.cryptoVenue ?? 'BINANCE',
  };

  function read(text: SymbolText): readonly SymbolReading[] {
    if (instruments.has(text.upper)) return settled([text.upper as InstrumentId]);
    const known = settled(aliases.get(text.upper) ?? aliases.get(text.written) ?? []);
    const bare = BARE_FAMILIES.flatMap((family) => family(text, context));
    if (known.length > 0) return [...known, ...bare];
    const named = settled(names.get(text.upper) ?? []);
    if (named.length > 0) return SMALL_LETTER.test(text.written) ? named : [...named, ...bare];
    return [...bare, ...FAMILIES.flatMap((family) => family(text, context))];
  }

  function describe(id: InstrumentId): SymbolCandidate {
    const line = instruments.get(id);
    if (!line) return { id, name: null, ...factsOfId(context.book, id) };
    return { id, name: line.name, currency: line.currency, kind: line.kind };
  }

  return {
    resolve: (written) => {
      const text = tidy(written);
      const readings = text === null ? [] : read(text);
      const ids = [...new Set(readings.flatMap((reading) => meant(reading, context)))];
      if (ids.length === 0) return UNKNOWN;
      const ambiguous = ids.length > 1 || readings.some(({ certainty }) => certainty === 'ask');
      return { candidates: ids.map(describe), ambiguous };
    },
  };
}

function meant(
  { ids, certainty }: SymbolReading,
  { find }: SymbolContext,
): readonly InstrumentId[] {
  if (certainty === 'ask') return ids;
  const known = ids.filter((id) => find(id));
  return known.length > 0 ? known : ids;
}

function indexBy(
  catalogue: readonly Instrument[],
  keysOf: (line: Instrument) => readonly string[],
): ReadonlyMap<string, readonly InstrumentId[]> {
  const index = new Map<string, InstrumentId[]>();
  for (const line of catalogue) {
    for (const key of new Set(keysOf(line))) {
      index.set(key, [...(index.get(key) ?? []), line.id]);
    }
  }
  return index;
}

function nameKey(name: string): string {
  return tidy(name)?.upper ?? name;
}

/** With Tencent's capitals in it an alias counts as it is written. */
function aliasKey(alias: string): string {
  return TENCENT_CASE.test(alias) ? alias : (tidy(alias)?.upper ?? alias);
}

/** @returns null for what is too long to be a symbol, more than one line, or nothing at all */
function tidy(text: string): SymbolText | null {
  if (text.length > LONGEST_SPELLING) return null;
  const written = text.normalize('NFKC').trim().replace(/ +/g, ' ');
  return written === '' || CONTROL.test(written) ? null : { written, upper: written.toUpperCase() };
}
