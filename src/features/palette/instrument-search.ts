import { type Instrument, splitInstrumentId } from '../../shared/domain/instrument/instrument';
import { findBest, type Found, type Searchable } from './ranked-search';
import { fold } from './text-search';

/** Instruments by code, `MIC:code`, alias and name in both languages. */
export function searchableInstruments(
  instruments: readonly Instrument[],
): readonly Searchable<Instrument>[] {
  return instruments.map((instrument) => {
    const { code } = splitInstrumentId(instrument.id);
    const { en, zh } = instrument.name;
    return {
      item: instrument,
      texts: [code, instrument.id, en, zh, ...instrument.aliases].map(fold),
    };
  });
}

/** A code or alias that is written out in full comes before everything that only begins with it. */
export function findInstruments(
  all: readonly Searchable<Instrument>[],
  query: string,
  most: number,
): readonly Found<Instrument>[] {
  const whole = fold(query.trim());
  const exact = all
    .filter(({ texts }) => whole !== '' && texts.includes(whole))
    .map(({ item }) => ({ item, rank: Infinity }));
  const known = new Set(exact.map(({ item }) => item.id));
  const others = findBest(all, query, most + exact.length).filter(
    ({ item }) => !known.has(item.id),
  );
  return [...exact, ...others].slice(0, most);
}
