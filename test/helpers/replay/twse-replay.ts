import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import { replayPrices } from './replay-market';
import type { ReplayRoute } from './replay-server';

const TAIPEI_AHEAD_MS = 8 * 3_600_000;

/**
 * The page data of Taipei's exchange.
 *
 * @param last - the field of the last trade in place of the price: `-` where nothing was traded
 */
export function twseRoute(
  ids: readonly InstrumentId[],
  now: () => number,
  last: () => string | null = () => null,
): ReplayRoute {
  return (url) => {
    const channels = url.searchParams.get('ex_ch')?.split('|');
    if (!url.pathname.endsWith('/getStockInfo.jsp') || !channels) return null;
    const msgArray = channels.map((channel) => {
      const code = /^tse_(.*)\.tw$/.exec(channel)?.[1];
      const id = ids.find((each) => splitInstrumentId(each).code === code);
      const prices = id ? replayPrices(id, now()) : null;
      if (!prices) return { tv: '-', s: '-', c: '', z: '-' };
      const stamp = new Date(prices.asOf + TAIPEI_AHEAD_MS).toISOString();
      const price = prices.price.toFixed(4);
      return {
        ...{ c: code, ex: 'tse', n: '測試', d: stamp.slice(0, 10).replaceAll('-', '') },
        ...{ t: stamp.slice(11, 19), z: last() ?? price, o: price, h: price, l: price },
        ...{ y: prices.previousClose.toFixed(4), v: '7356', a: '-', b: `${price}_` },
      };
    });
    return JSON.stringify({ msgArray, userDelay: 5000, rtcode: '0000' });
  };
}
