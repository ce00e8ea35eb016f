import { z } from 'zod/mini';
import type { Interval } from '../../../../src/shared/domain/candle/interval';
import type { KlineVenue } from '../kline-venue/kline-venue';
import type { VenueMarket } from '../kline-venue/venue-question';
import { BITGET_LISTS } from './bitget-listings';
import { bitgetStream } from './bitget-stream';

const answer = z.object({ code: z.literal('00000'), data: z.array(z.unknown()) });
const trades = z.array(z.object({ price: z.string(), ts: z.string() }));

/** Plain day candles begin at 16:00 UTC; those of UTC days have a name of their own. */
const SPOT_NAMES: Readonly<Record<Interval, string>> = {
  '1m': '1min',
  '5m': '5min',
  '15m': '15min',
  '30m': '30min',
  '1h': '1h',
  D: '1Dutc',
};
const MIX_NAMES: Readonly<Record<Interval, string>> = {
  '1m': '1m',
  '5m': '5m',
  '15m': '15m',
  '30m': '30m',
  '1h': '1H',
  D: '1Dutc',
};

/** Bitget's market data: a page holds the newest bars up to its end. */
export const BITGET_VENUE: KlineVenue = {
  source: 'bitget',
  venue: 'BITGET',
  newestSize: 1000,
  pageSize: 200,
  newest: (code, market, interval, limit) => ({
    address: 'rest',
    path: `${base(market)}/candles?${query(code, market, interval)}&limit=${limit}`,
  }),
  page: (code, market, interval, untilMs, limit) => ({
    address: 'rest',
    path: `${base(market)}/history-candles?${query(code, market, interval)}&endTime=${untilMs}&limit=${limit}`,
  }),
  readRows: (value) => {
    const { success, data } = answer.safeParse(value);
    return success ? data.data : null;
  },
  lastTrade: (code, market) => ({
    address: 'rest',
    path: `${base(market)}/fills?${symbol(code, market)}&limit=1`,
  }),
  readTrade: (value) => {
    const [last] = trades.parse(answer.parse(value).data);
    return last ? { price: Number(last.price), at: Number(last.ts) } : null;
  },
  lists: BITGET_LISTS,
  socket: bitgetStream,
};

function base(market: VenueMarket): string {
  return market === 'spot' ? '/api/v2/spot/market' : '/api/v2/mix/market';
}

function query(code: string, market: VenueMarket, interval: Interval): string {
  const name = market === 'spot' ? SPOT_NAMES[interval] : MIX_NAMES[interval];
  return `${symbol(code, market)}&granularity=${name}`;
}

function symbol(code: string, market: VenueMarket): string {
  return `symbol=${code}${market === 'spot' ? '' : '&productType=USDT-FUTURES'}`;
}
