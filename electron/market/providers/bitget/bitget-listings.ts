import { z } from 'zod/mini';
import type { VenueList, VenueListing } from '../kline-venue/venue-listing';

const contracts = z.object({
  code: z.literal('00000'),
  data: z.array(
    z.object({
      symbol: z.string(),
      baseCoin: z.string(),
      quoteCoin: z.string(),
      pricePlace: z.optional(z.string()),
      symbolType: z.string(),
      symbolStatus: z.string(),
    }),
  ),
});
const pairs = z.object({
  code: z.literal('00000'),
  data: z.array(
    z.object({
      symbol: z.string(),
      baseCoin: z.string(),
      quoteCoin: z.string(),
      pricePrecision: z.optional(z.string()),
      status: z.string(),
    }),
  ),
});
/** Contracts for which only closing is restricted are traded, too. */
const TRADED: ReadonlySet<string> = new Set(['normal', 'limit_open']);

/** Bitget's perpetuals, those on shares among them, and its pairs. */
export const BITGET_LISTS: readonly VenueList[] = [
  {
    question: {
      address: 'rest',
      path: '/api/v2/mix/market/contracts?productType=USDT-FUTURES',
    },
    read: (answer) =>
      contracts
        .parse(answer)
        .data.filter((each) => each.symbolType === 'perpetual' && TRADED.has(each.symbolStatus))
        .map((each) => listing('perpetual', each, each.pricePlace)),
  },
  {
    question: { address: 'rest', path: '/api/v2/spot/public/symbols' },
    read: (answer) =>
      pairs
        .parse(answer)
        .data.filter(({ status }) => status === 'online')
        .map((each) => listing('spot', each, each.pricePrecision)),
  },
];

function listing(
  market: VenueListing['market'],
  { symbol, baseCoin, quoteCoin }: Readonly<Record<'symbol' | 'baseCoin' | 'quoteCoin', string>>,
  places: string | undefined,
): VenueListing {
  const priceDecimals = places === undefined ? null : Number(places);
  return { market, code: symbol, base: baseCoin, quote: quoteCoin, priceDecimals };
}
