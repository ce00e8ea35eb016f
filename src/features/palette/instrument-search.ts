import { type Instrument, splitInstrumentId } from '../../shared/domain/instrument/instrument';
import { findBest, type Found, type Searchable } from './ranked-search';
import { NO_READINGS, type Readings } from '../../shared/domain/text/readings';
import { fold, searchText } from '../../shared/domain/text/text-search';

/** Instruments by code, `MIC:code`, alias and name in both languages, in Chinese also by pinyin. */
export function searchableInstruments(
  instruments: readonly Instrument[],
  readings: Readings = NO_READINGS,
): readonly Searchable<Instrument>[] {
  return instruments.map((instrument) => {
    const { code } = splitInstrumentId(instrument.id);
    const { en, zh } = instrument.name;
    return {
      item: instrument,
      texts: [
        ...[code, instrument.id, ...instrument.aliases].map((text) => searchText(text)),
        ...[en, zh].map((text) => searchText(text, { readings, isName: true })),
      ],
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
    .filter(({ texts }) => whole !== '' && texts.some(({ folded }) => folded === whole))
    .map(({ item }) => ({ item, rank: Infinity }));
  const known = new Set(exact.map(({ item }) => item.id));
  const others = findBest(all, query, most + exact.length).filter(
    ({ item }) => !known.has(item.id),
  );
  return [...exact, ...others].slice(0, most);
}
