import { toDate } from '../../../src/shared/domain/calendar/calendar-date';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import { type ReplayPrices, replayPrices } from './replay-market';
import type { ReplayRoute } from './replay-server';

/** The key that the replayed sources know. */
export const REPLAY_KEY = 'test-key';

type Find = (code: string | null) => ReplayPrices | null;

const finder =
  (ids: readonly InstrumentId[], now: () => number): Find =>
  (code) => {
    const id = ids.find((each) => splitInstrumentId(each).code === code);
    return id ? replayPrices(id, now()) : null;
  };

/** Twelve Data's daily bars, all cells text; its faults come with status 200. */
export function twelveDataRoute(ids: readonly InstrumentId[], now: () => number): ReplayRoute {
  const find = finder(ids, now);
  const fault = (code: number): string =>
    JSON.stringify({ code, message: 'see the manual', status: 'error', meta: {} });
  return (url, { authorization }) => {
    if (url.pathname !== '/time_series') return null;
    if (authorization !== `apikey ${REPLAY_KEY}`) return fault(401);
    const prices = find(url.searchParams.get('symbol'));
    if (!prices) return fault(404);
    const values = prices.bars.map(({ time, ...bar }) => ({
      datetime: toDate(time),
      ...Object.fromEntries(Object.entries(bar).map(([name, value]) => [name, String(value)])),
    }));
    const from = url.searchParams.get('start_date') ?? '';
    return JSON.stringify({
      meta: { symbol: url.searchParams.get('symbol'), interval: '1day', currency: 'USD' },
      values: values.filter(({ datetime }) => datetime >= from),
      status: 'ok',
    });
  };
}

/** Finnhub's quote; of an unknown symbol all is zero. */
export function finnhubRoute(ids: readonly InstrumentId[], now: () => number): ReplayRoute {
  const find = finder(ids, now);
  return (url, headers) => {
    if (url.pathname !== '/api/v1/quote') return null;
    if (headers['x-finnhub-token'] !== REPLAY_KEY) {
      return { status: 401, body: '{"error":"Invalid API key"}' };
    }
    const prices = find(url.searchParams.get('symbol'));
    const price = prices?.price ?? 0;
    return JSON.stringify({
      ...{ c: price, d: 0, dp: 0, h: price, l: price, o: price, pc: prices?.previousClose ?? 0 },
      t: Math.floor((prices?.asOf ?? 0) / 1000),
    });
  };
}

/**
 * Tiingo's daily bars: raw prices beside those that are adjusted for everything.
 *
 * @param split - `factor` new shares for one from the session `date` on; before, raw prices are higher
 */
export function tiingoRoute(
  ids: readonly InstrumentId[],
  now: () => number,
  split: { readonly date: string; readonly factor: number } | null = null,
): ReplayRoute {
  const find = finder(ids, now);
  return (url, { authorization }) => {
    const [, symbol = null] = /^\/tiingo\/daily\/([^/]+)\/prices$/.exec(url.pathname) ?? [];
    if (symbol === null) return null;
    if (authorization !== `Token ${REPLAY_KEY}`) return { status: 403, body: '{"detail":"token"}' };
    const prices = find(decodeURIComponent(symbol));
    if (!prices) return { status: 404, body: '{"detail":"Not found."}' };
    const from = url.searchParams.get('startDate') ?? '';
    const days = prices.bars.map((bar) => {
      const date = toDate(bar.time);
      const raw = split && date < split.date ? split.factor : 1;
      return {
        date: `${date}T00:00:00.000Z`,
        ...{
          open: bar.open * raw,
          high: bar.high * raw,
          low: bar.low * raw,
          close: bar.close * raw,
        },
        ...{ volume: bar.volume / raw, divCash: 0, adjClose: bar.close * 0.97 },
        ...{ adjOpen: bar.open * 0.97, adjHigh: bar.high * 0.97, adjLow: bar.low * 0.97 },
        splitFactor: split?.date === date ? split.factor : 1,
      };
    });
    return JSON.stringify(days.filter(({ date }) => date.slice(0, 10) >= from));
  };
}
