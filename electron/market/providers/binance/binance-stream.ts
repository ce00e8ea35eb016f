import { z } from 'zod/mini';
import { parseFrame } from '../kline-venue/parse-frame';
import type { VenueSocket } from '../kline-venue/kline-venue';

const PING_EVERY_MS = 30_000;
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
/** Combined streams wrap each event. */
const wrapped = z.object({ stream: z.string(), data: z.unknown() });

/**
 * Binance's streams. Candles of futures come under `/market` alone: the older path greets, confirms
 * the subscription and never sends any (change notice of the venue, in force since 2026-04-23).
 */
export const binanceStream: VenueSocket = {
  connection: (market) =>
    market === 'spot'
      ? { address: 'stream', path: '/ws' }
      : { address: 'futures-stream', path: '/market/ws' },
  // Futures are pinged every three minutes only, too seldom to tell a quiet market from a dead line.
  keepAlive: { message: null, everyMs: PING_EVERY_MS },
  request: (action, codes) =>
    JSON.stringify({
      method: action.toUpperCase(),
      params: codes.map((code) => `${code.toLowerCase()}@kline_1d`),
      id: 1,
    }),
  readFrame: (text) => {
    const value = parseFrame(text);
    const event = wrapped.safeParse(value);
    const { success, data } = frame.safeParse(event.success ? event.data.data : value);
    if (!success) return null;
    const { t, o, h, l, c, v } = data.k;
    return { kind: 'candle', code: data.s, row: [t, o, h, l, c, v], at: data.E };
  },
};
