import { z } from 'zod/mini';
import type { VenueList, VenueListing } from '../kline-venue/venue-listing';

const info = z.object({
  symbols: z.array(
    z.object({
      symbol: z.string(),
      status: z.string(),
      baseAsset: z.string(),
      quoteAsset: z.string(),
      contractType: z.optional(z.string()),
      pricePrecision: z.optional(z.number()),
    }),
  ),
});
/** Perpetuals on coins, and on shares and the like. */
const PERPETUAL = /PERPETUAL$/;

/** Binance's perpetuals and pairs; of these the answer without the sets of permissions, which are most of it. */
export const BINANCE_LISTS: readonly VenueList[] = [
  {
    question: { address: 'futures', path: '/fapi/v1/exchangeInfo' },
    read: (answer) =>
      traded(answer)
        .filter(({ contractType }) => PERPETUAL.test(contractType ?? ''))
        .map((each) => listing('perpetual', each)),
  },
  {
    question: {
      address: 'spot',
      path: '/api/v3/exchangeInfo?permissions=SPOT&symbolStatus=TRADING&showPermissionSets=false',
    },
    read: (answer) => traded(answer).map((each) => listing('spot', each)),
  },
];

type Symbol = z.infer<typeof info>['symbols'][number];

function traded(answer: unknown): readonly Symbol[] {
  return info.parse(answer).symbols.filter(({ status }) => status === 'TRADING');
}

function listing(
  market: VenueListing['market'],
  { symbol, baseAsset, quoteAsset, pricePrecision }: Symbol,
): VenueListing {
  const priceDecimals = market === 'perpetual' ? (pricePrecision ?? null) : null;
  return { market, code: symbol, base: baseAsset, quote: quoteAsset, priceDecimals };
}
