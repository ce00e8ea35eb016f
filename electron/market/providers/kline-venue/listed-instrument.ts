import type { Instrument, InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import type { VenueListing } from './venue-listing';

const STANDARD_DECIMALS = 2;

/**
 * A listing as an instrument of its own. A perpetual is none of its share's or coin's lines: it has another
 * issuer, and its own id (`BITGET:AAPLUSDT.P`) unless the catalogue has it under the pair.
 *
 * @param known - of the catalogue
 */
export function listedInstrument(
  venue: string,
  { market, code, base, quote, priceDecimals }: VenueListing,
  known: (id: InstrumentId) => Instrument | undefined,
): Instrument {
  const pair: InstrumentId = `${venue}:${code}`;
  const own = known(pair);
  const isPerpetual = market === 'perpetual';
  if (own && (own.kind === 'derivative') === isPerpetual) return own;
  const common = { currency: quote, priceDecimals: priceDecimals ?? STANDARD_DECIMALS };
  const issuer = base.toLowerCase();
  if (!isPerpetual) {
    const name = `${base}/${quote}`;
    const identity = { id: pair, name: { en: name, zh: name }, issuer } as const;
    return { ...identity, ...common, kind: 'crypto', aliases: [], listedOn: null };
  }
  return {
    ...{ id: `${pair}.P`, name: { en: `${base} perpetual`, zh: `${base} 永续合约` } },
    ...{ ...common, kind: 'derivative', issuer: `${issuer}-perpetual` },
    ...{ aliases: [], listedOn: null },
  };
}
