import type { ReplayRoute } from './replay-server';

const DAY_MS = 86_400_000;

/** Daily candles of a made-up coin: today's close is `price`, each earlier one a unit lower. */
export function candleRows(price: number, nowMs: number, count: number): string[][] {
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS;
  return Array.from({ length: count }, (_, index) => {
    const age = count - 1 - index;
    const close = price - age;
    const cells = [today - age * DAY_MS, close - 0.5, close + 1, close - 2, close, 12.5];
    return cells.map(String);
  });
}

/** Binance's klines: a bare list, numbers as text but for the times. */
export function binanceRoute(price: number, now: () => number): ReplayRoute {
  return (url) => {
    if (!/\/(api\/v3|fapi\/v1)\/klines$/.test(url.pathname)) return null;
    const from = Number(url.searchParams.get('startTime') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? 500);
    const rows = candleRows(price, now(), 30).map(([time, ...rest]) => [Number(time), ...rest, 0]);
    return JSON.stringify(rows.filter(([time]) => Number(time) >= from).slice(-limit));
  };
}

/** Bitget's candles in their envelope. */
export function bitgetRoute(price: number, now: () => number): ReplayRoute {
  return (url) => {
    if (!/\/(candles|history-candles)$/.test(url.pathname)) return null;
    const limit = Number(url.searchParams.get('limit') ?? 100);
    const data = candleRows(price, now(), 30).slice(-limit);
    return JSON.stringify({ code: '00000', msg: 'success', requestTime: now(), data });
  };
}
