import {
  type Instrument,
  type InstrumentId,
  isInstrumentId,
} from '../../shared/domain/instrument/instrument';
import type { Found } from '../palette/ranked-search';

/** One thing that the search field offers to add. */
export type AddChoice =
  | { readonly kind: 'known'; readonly symbol: InstrumentId }
  /** A source of the network knows it; the catalogue learns it when it is added. */
  | { readonly kind: 'found'; readonly symbol: InstrumentId; readonly instrument: Instrument }
  /** A well-formed `MIC:code` that the catalogue does not have. */
  | { readonly kind: 'not-in-catalogue'; readonly symbol: InstrumentId }
  /** Kept, never charted. */
  | { readonly kind: 'as-written'; readonly symbol: string };

/** What the catalogue has, what sources know besides, and at the end what was written where it names nothing known. */
export function addChoices(
  found: readonly Found<Instrument>[],
  ofSources: readonly Instrument[],
  query: string,
): AddChoice[] {
  const listed = new Set(found.map(({ item }) => item.id));
  const known = [
    ...found.map(({ item }): AddChoice => ({ kind: 'known', symbol: item.id })),
    ...ofSources
      .filter(({ id }) => !listed.has(id))
      .map((instrument): AddChoice => ({ kind: 'found', symbol: instrument.id, instrument })),
  ];
  const written = query.trim();
  const id = written.toUpperCase();
  const isExact =
    found.some(({ rank }) => rank === Infinity) || known.some(({ symbol }) => symbol === id);
  if (written === '' || isExact) return known;
  const own: AddChoice = isInstrumentId(id)
    ? { kind: 'not-in-catalogue', symbol: id }
    : { kind: 'as-written', symbol: written };
  return [...known, own];
}
