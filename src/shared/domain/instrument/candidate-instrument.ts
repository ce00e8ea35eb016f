import { type Instrument, splitInstrumentId } from './instrument';
import { usualPriceDecimals } from './price-decimals';
import type { SymbolCandidate } from './resolve-symbol';

/**
 * The line that the catalogue keeps of a candidate that it did not have. Where no name is known the
 * code stands for it; a kind that is not known stays so (`unknown`).
 *
 * @returns null where the currency is not known: a price without one is none
 */
export function candidateInstrument(candidate: SymbolCandidate): Instrument | null {
  const { id, currency } = candidate;
  if (currency === null) return null;
  const { code } = splitInstrumentId(id);
  const kind = candidate.kind ?? 'unknown';
  return {
    id,
    name: candidate.name ?? { en: code, zh: code },
    kind,
    currency,
    issuer: id.toLowerCase(),
    aliases: [],
    priceDecimals: usualPriceDecimals(kind, currency),
    listedOn: null,
  };
}
