import { z } from 'zod/mini';
import type { Interval } from '../../../../src/shared/domain/candle/interval';
import type { KlineVenue, VenueMarket } from '../kline-venue/kline-venue';

const PAGE = 200;
const PING_EVERY_MS = 30_000;
const answer = z.object({ code: z.literal('00000'), data: z.array(z.unknown()) });
const frame = z.object({
  action: z.enum(['snapshot', 'update']),
  arg: z.object({ instId: z.string() }),
  data: z.array(z.array(z.string())),
  ts: z.number(),
});

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

/** Bitget's market data: pages go back from their end. */
export const BITGET_VENUE: KlineVenue = {
  source: 'bitget',
  venue: 'BITGET',
  pagesForward: false,
  pageSize: PAGE,
  newest: (code, market, interval, limit) => ({
    address: 'rest',
    path: `${base(market)}/candles?${query(code, market, interval)}&limit=${limit}`,
  }),
  page: (code, market, interval, atMs) => ({
    address: 'rest',
    path: `${base(market)}/history-candles?${query(code, market, interval)}&endTime=${atMs}&limit=${PAGE}`,
  }),
  readRows: (value) => {
    const { success, data } = answer.safeParse(value);
    return success ? data.data : null;
  },
  socket: {
    connection: () => ({ address: 'stream', path: '/v2/ws/public' }),
    keepAlive: { message: 'ping', everyMs: PING_EVERY_MS },
    request: (action, codes, market) =>
      JSON.stringify({
        op: action,
        args: codes.map((instId) => ({
          instType: market === 'spot' ? 'SPOT' : 'USDT-FUTURES',
          channel: 'candle1Dutc',
          instId,
        })),
      }),
    readFrame: (text) => {
      const { success, data } = frame.safeParse(parseFrame(text));
      const row = success ? data.data.at(-1) : undefined;
      return success && row ? { code: data.arg.instId, row, at: data.ts } : null;
    },
  },
};

function base(market: VenueMarket): string {
  return market === 'spot' ? '/api/v2/spot/market' : '/api/v2/mix/market';
}

function query(code: string, market: VenueMarket, interval: Interval): string {
  const name = market === 'spot' ? SPOT_NAMES[interval] : MIX_NAMES[interval];
  const product = market === 'spot' ? '' : '&productType=USDT-FUTURES';
  return `symbol=${code}${product}&granularity=${name}`;
}

/** `pong` is no JSON. */
function parseFrame(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
