import type { Bar } from '../../../src/shared/domain/candle/bar-columns';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import { replayPrices } from './replay-market';
import type { ReplayRoute } from './replay-server';

const DAY_S = 86_400;

export type ReplayMarket = 'spot' | 'perpetual';

/** The one of these instruments that a venue calls `code` in one of its markets. */
export function findPair(
  ids: readonly InstrumentId[],
  venue: string,
  market: ReplayMarket,
  code: string,
): InstrumentId | undefined {
  return ids.find((id) => {
    const { mic, code: own } = splitInstrumentId(id);
    const isPerpetual = own.endsWith('.P') || own === 'ZHIPUUSDT';
    const isWanted = isPerpetual === (market === 'perpetual');
    return mic === venue && isWanted && own.replace('.P', '') === code;
  });
}

/** Days of UTC, oldest first, the one under way last. */
export function dayCandles(id: InstrumentId, now: number): readonly Bar[] {
  const prices = replayPrices(id, now);
  if (!prices) return [];
  const { bars, price, previousClose } = prices;
  const [open, close] = [previousClose, price];
  const [low, high] = [Math.min(open, close), Math.max(open, close)];
  const time = Math.floor(now / 1000 / DAY_S) * DAY_S;
  return [...bars, { time, open, high, low, close, volume: 12.5 }];
}

export const numbersOf = ({ time, open, high, low, close, volume }: Bar): readonly number[] => [
  ...[time * 1000, open, high, low, close, volume],
];

/** Binance's klines (a bare list, numbers as text but for the times) and last trade. */
export function binanceRoute(ids: readonly InstrumentId[], now: () => number): ReplayRoute {
  return (url) => {
    const [, api, question] = /^\/(api\/v3|fapi\/v1)\/(klines|trades)$/.exec(url.pathname) ?? [];
    const market = api === 'api/v3' ? 'spot' : 'perpetual';
    const code = url.searchParams.get('symbol') ?? '';
    const id = question ? findPair(ids, 'BINANCE', market, code) : undefined;
    if (!id) return null;
    if (question === 'trades') {
      const { price, asOf } = replayPrices(id, now()) ?? {};
      return JSON.stringify([{ id: 1, price: String(price), qty: '1', time: asOf }]);
    }
    const rows = candlesAsked(id, url, now(), 500).map(([time, ...rest]) => [
      ...[time, ...rest.map(String), Number(time) + DAY_S * 1000 - 1],
      ...['0', 9, '0', '0', '0'],
    ]);
    return JSON.stringify(rows);
  };
}

/** Bitget's candles and last trade in their envelope. */
export function bitgetRoute(ids: readonly InstrumentId[], now: () => number): ReplayRoute {
  return (url) => {
    const [, product, question = ''] =
      /^\/api\/v2\/(spot|mix)\/market\/(candles|history-candles|fills)$/.exec(url.pathname) ?? [];
    const market = product === 'spot' ? 'spot' : 'perpetual';
    const id = findPair(ids, 'BITGET', market, url.searchParams.get('symbol') ?? '');
    if (!id || question === '') return null;
    const { price, asOf } = replayPrices(id, now()) ?? {};
    const data =
      question === 'fills'
        ? [{ tradeId: '1', price: String(price), size: '1', side: 'Buy', ts: String(asOf) }]
        : candlesAsked(id, url, now(), 100).map((row) => [...row, 0, 0].map(String));
    return JSON.stringify({ code: '00000', msg: 'success', requestTime: now(), data });
  };
}

function candlesAsked(id: InstrumentId, url: URL, now: number, standard: number) {
  const until = Number(url.searchParams.get('endTime') ?? Infinity);
  const limit = Number(url.searchParams.get('limit') ?? standard);
  const rows = dayCandles(id, now).map(numbersOf);
  return rows.filter(([time = 0]) => time <= until).slice(-limit);
}
