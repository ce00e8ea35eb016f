import type {
  Instrument,
  InstrumentId,
  InstrumentKind,
} from '../../shared/domain/instrument/instrument';
import type { Resolution, SymbolCandidate } from '../../shared/domain/instrument/resolve-symbol';
import type { LocalizedText } from '../../shared/domain/text/localized-text';
import type { Found } from '../palette/ranked-search';

/** An instrument that a text may mean. What is not known of it is null. */
export interface InstrumentOffer {
  readonly id: InstrumentId;
  readonly name: LocalizedText | null;
  readonly currency: string | null;
  readonly kind: InstrumentKind | null;
  /** `spelling`: nobody has said yet that it exists; what it is follows from its code. */
  readonly origin: 'catalogue' | 'spelling' | 'source';
}

export interface InstrumentOffers {
  /** Those of the catalogue first, each once. */
  readonly offers: readonly InstrumentOffer[];
  /** The text does not say which of them it means: nothing may be chosen for the user. */
  readonly asks: boolean;
  /** The text by itself means one of {@link offers}, or several. */
  readonly isSpelling: boolean;
  /** How well the best of them answers the text, as in the search of the catalogue; 0 for none. */
  readonly rank: number;
}

export interface OfferSources {
  /** What of the catalogue answers the text, the best first. */
  readonly found: readonly Found<Instrument>[];
  readonly meaning: Resolution;
  readonly ofSources: readonly Instrument[];
  readonly known: (id: string) => Instrument | undefined;
}

/**
 * What a text may mean, from the catalogue, its spelling and the sources together. A text that is the
 * beginning of a known name is no question although it may be a ticker besides, as nearly every short
 * word in Latin letters may.
 */
export function instrumentOffers({
  found,
  meaning,
  ofSources,
  known,
}: OfferSources): InstrumentOffers {
  const { candidates, ambiguous } = meaning;
  const meant = candidates.flatMap(({ id }) => known(id) ?? []);
  const heard = new Map(ofSources.map((hit) => [hit.id, hit] as const));
  const all = [
    ...[...meant, ...found.map(({ item }) => item)].map(catalogueOffer),
    ...candidates.map((candidate) => unlisted(candidate, heard.get(candidate.id))),
    ...ofSources.map((hit) => (known(hit.id) ? catalogueOffer(hit) : sourceOffer(hit))),
  ];
  const byId = new Map<string, InstrumentOffer>();
  for (const offer of all) if (!byId.has(offer.id)) byId.set(offer.id, offer);
  const isSpelling =
    meant.length > 0 || (candidates.length > 0 && (!ambiguous || found.length === 0));
  const rank = meant.length > 0 || (isSpelling && !ambiguous) ? Infinity : (found[0]?.rank ?? 0);
  return { offers: [...byId.values()], asks: ambiguous && isSpelling, isSpelling, rank };
}

export function catalogueOffer({ id, name, currency, kind }: Instrument): InstrumentOffer {
  return { id, name, currency, kind, origin: 'catalogue' };
}

function sourceOffer({ id, name, currency, kind }: Instrument): InstrumentOffer {
  return { id, name, currency, kind, origin: 'source' };
}

function unlisted(candidate: SymbolCandidate, hit: Instrument | undefined): InstrumentOffer {
  return hit ? sourceOffer(hit) : { ...candidate, origin: 'spelling' };
}
