import { z } from 'zod/mini';
import type { Interval } from '../../../../src/shared/domain/candle/interval';
import type { KlineVenue } from '../kline-venue/kline-venue';
import type { VenueMarket, VenueQuestion } from '../kline-venue/venue-question';
import { BINANCE_LISTS } from './binance-listings';
import { binanceStream } from './binance-stream';

const trades = z.array(z.object({ price: z.string(), time: z.number() }));

/** Binance's market data: days are those of UTC, and a page holds the newest bars up to its end. */
export const BINANCE_VENUE: KlineVenue = {
  source: 'binance',
  venue: 'BINANCE',
  newestSize: 1000,
  pageSize: 1000,
  newest: (code, market, interval, limit) =>
    question(market, `klines?symbol=${code}&interval=${named(interval)}&limit=${limit}`),
  page: (code, market, interval, untilMs, limit) =>
    question(
      market,
      `klines?symbol=${code}&interval=${named(interval)}&endTime=${untilMs}&limit=${limit}`,
    ),
  readRows: (answer) => (Array.isArray(answer) ? answer : null),
  lastTrade: (code, market) => question(market, `trades?symbol=${code}&limit=1`),
  readTrade: (answer) => {
    const last = trades.parse(answer).at(-1);
    return last ? { price: Number(last.price), at: last.time } : null;
  },
  lists: BINANCE_LISTS,
  socket: binanceStream,
};

function question(market: VenueMarket, query: string): VenueQuestion {
  return market === 'spot'
    ? { address: 'spot', path: `/api/v3/${query}` }
    : { address: 'futures', path: `/fapi/v1/${query}` };
}

function named(interval: Interval): string {
  return interval === 'D' ? '1d' : interval;
}
