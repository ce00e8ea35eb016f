import type { SourcedQuote } from '../../../../../electron/core/market/market-data-port';
import type { ProviderError } from '../../../../../electron/core/market/market-data-provider-port';
import type {
  Instrument,
  InstrumentId,
} from '../../../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../../../src/shared/domain/quote/quote';

/** UTC milliseconds of an instant such as `2026-11-24T14:30`. */
export const utc = (text: string): number => Date.parse(`${text}Z`);

/** What a source says of a made-up price. */
export function said(
  instrument: InstrumentId,
  asOf: number,
  price: number,
  more: Partial<SourcedQuote['quote']> & { readonly source?: MarketSource } = {},
): SourcedQuote {
  const { source = 'yahoo', ...quote } = more;
  return {
    source,
    quote: {
      instrument,
      price,
      previousClose: 100,
      currency: null,
      asOf,
      session: new Date(asOf).toISOString().slice(0, 10),
      delayMinutes: 0,
      openBar: null,
      ...quote,
    },
  };
}

export function failure(
  reason: ProviderError['reason'] = 'unreachable',
  retryAfterMs: number | null = null,
): ProviderError {
  return {
    reason,
    retry: 'next-provider',
    retryAfterMs,
    detail: 'made up',
    skippedRows: 0,
    skipped: [],
  };
}

/** A made-up instrument; the id's first part is its exchange. */
export function madeUp(id: InstrumentId, more: Partial<Instrument> = {}): Instrument {
  return {
    id,
    name: { en: `Made-up ${id}`, zh: `虚构 ${id}` },
    kind: 'share',
    currency: 'USD',
    issuer: id.toLowerCase(),
    aliases: [],
    priceDecimals: 2,
    listedOn: null,
    ...more,
  };
}
