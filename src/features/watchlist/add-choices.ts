import {
  type Instrument,
  type InstrumentId,
  isInstrumentId,
} from '../../shared/domain/instrument/instrument';
import type { Found } from '../palette/ranked-search';

/** One thing that the search field offers to add. */
export type AddChoice =
  | { readonly kind: 'known'; readonly symbol: InstrumentId }
  /** A well-formed `MIC:code` that the catalogue does not have. */
  | { readonly kind: 'not-in-catalogue'; readonly symbol: InstrumentId }
  /** Kept, never charted. */
  | { readonly kind: 'as-written'; readonly symbol: string };

/** What was found, and at the end what was written where it names nothing in the catalogue. */
export function addChoices(found: readonly Found<Instrument>[], query: string): AddChoice[] {
  const known = found.map(({ item }): AddChoice => ({ kind: 'known', symbol: item.id }));
  const written = query.trim();
  const id = written.toUpperCase();
  const isExact = found.some(({ rank }) => rank === Infinity);
  if (written === '' || isExact) return known;
  const own: AddChoice = isInstrumentId(id)
    ? { kind: 'not-in-catalogue', symbol: id }
    : { kind: 'as-written', symbol: written };
  return [...known, own];
}
