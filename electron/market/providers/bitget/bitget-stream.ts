import { z } from 'zod/mini';
import type { VenueSocket } from '../kline-venue/kline-venue';
import { parseFrame } from '../kline-venue/parse-frame';

const PING_EVERY_MS = 30_000;
const arg = z.object({ instId: z.string() });
const frame = z.object({
  action: z.enum(['snapshot', 'update']),
  arg,
  data: z.array(z.array(z.string())),
  ts: z.number(),
});
const refusal = z.object({ event: z.literal('error'), arg });

/** Bitget's streams; one connection for each market, since the frames of a code name its market elsewhere. */
export const bitgetStream: VenueSocket = {
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
    const value = parseFrame(text);
    const { success, data } = frame.safeParse(value);
    if (!success) {
      const refused = refusal.safeParse(value);
      return refused.success ? { kind: 'refused', code: refused.data.arg.instId } : null;
    }
    const code = data.arg.instId;
    // Its stamp is that of the answer: of a market that stands still it would make one that trades.
    if (data.action === 'snapshot') return { kind: 'history', code, rows: data.data };
    const row = data.data.at(-1);
    return row ? { kind: 'candle', code, row, at: data.ts } : null;
  },
};
