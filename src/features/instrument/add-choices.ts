import { type InstrumentId, isInstrumentId } from '../../shared/domain/instrument/instrument';
import type { InstrumentOffer, InstrumentOffers } from './instrument-offers';

/** One thing that the search field offers to add. */
export type AddChoice =
  | { readonly kind: 'offer'; readonly symbol: InstrumentId; readonly offer: InstrumentOffer }
  /** A well-formed `MIC:code` of an exchange that nobody here knows. */
  | { readonly kind: 'not-in-catalogue'; readonly symbol: InstrumentId }
  /** Kept, never charted. */
  | { readonly kind: 'as-written'; readonly symbol: string };

/**
 * What the text may mean, and at the end the text itself.
 *
 * @param isWhole - the text is code, alias or name of a known instrument, written out in full
 */
export function addChoices(
  { offers, asks, isSpelling }: InstrumentOffers,
  query: string,
  isWhole: boolean,
): AddChoice[] {
  const choices = offers.map((offer): AddChoice => ({ kind: 'offer', symbol: offer.id, offer }));
  const written = query.trim();
  const id = written.toUpperCase();
  const isSettled = isWhole || (isSpelling && !asks) || offers.some((offer) => offer.id === id);
  if (written === '' || isSettled) return choices;
  const own: AddChoice = isInstrumentId(id)
    ? { kind: 'not-in-catalogue', symbol: id }
    : { kind: 'as-written', symbol: written };
  return [...choices, own];
}
