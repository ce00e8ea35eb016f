import { z } from 'zod/mini';
import type { Interval } from '../../../../src/shared/domain/candle/interval';
import type { KlineVenue, VenueMarket } from '../kline-venue/kline-venue';

const PAGE = 1000;
const frame = z.object({
  e: z.literal('kline'),
  E: z.number(),
  s: z.string(),
  k: z.object({
    t: z.number(),
    o: z.string(),
    h: z.string(),
    l: z.string(),
    c: z.string(),
    v: z.string(),
  }),
});

/** Binance's market data: pages go forward, days are those of UTC. */
export const BINANCE_VENUE: KlineVenue = {
  source: 'binance',
  venue: 'BINANCE',
  pagesForward: true,
  pageSize: PAGE,
  newest: (code, market, interval, limit) =>
    question(market, `symbol=${code}&interval=${named(interval)}&limit=${limit}`),
  page: (code, market, interval, atMs) =>
    question(market, `symbol=${code}&interval=${named(interval)}&startTime=${atMs}&limit=${PAGE}`),
  readRows: (answer) => (Array.isArray(answer) ? answer : null),
  socket: {
    connection: (market) => ({
      address: market === 'spot' ? 'stream' : 'futures-stream',
      path: '/ws',
    }),
    // The server pings by itself.
    keepAlive: null,
    request: (action, codes) =>
      JSON.stringify({
        method: action.toUpperCase(),
        params: codes.map((code) => `${code.toLowerCase()}@kline_1d`),
        id: 1,
      }),
    readFrame: (text) => {
      const { success, data } = frame.safeParse(parseFrame(text));
      if (!success) return null;
      const { t, o, h, l, c, v } = data.k;
      return { code: data.s, row: [t, o, h, l, c, v], at: data.E };
    },
  },
};

function question(market: VenueMarket, query: string) {
  return market === 'spot'
    ? { address: 'spot', path: `/api/v3/klines?${query}` }
    : { address: 'futures', path: `/fapi/v1/klines?${query}` };
}

function named(interval: Interval): string {
  return interval === 'D' ? '1d' : interval;
}

/** Combined streams wrap each event. */
function parseFrame(text: string): unknown {
  try {
    const value = JSON.parse(text) as { readonly data?: unknown };
    return value.data ?? value;
  } catch {
    return null;
  }
}
