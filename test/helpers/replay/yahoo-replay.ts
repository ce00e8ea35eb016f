import { createZoneClock } from '../../../src/shared/domain/calendar/zone-clock';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { toYahooSymbol } from '../../../electron/market/providers/yahoo/yahoo-symbol';
import { INTERVALS } from '../../../src/shared/domain/candle/interval';
import { extendedRows } from './extended-rows';
import { replayIntraday } from './replay-intraday';
import { replayPrices } from './replay-market';
import type { ReplayRoute } from './replay-server';

const OPENS_AT_MINUTE = 570;

/** Yahoo's chart answer for the instruments that it is given. */
export function yahooRoute(ids: readonly InstrumentId[], now: () => number): ReplayRoute {
  return (url) => {
    const [, symbol = ''] = /\/v8\/finance\/chart\/([^?]+)$/.exec(url.pathname) ?? [];
    const id = ids.find((each) => toYahooSymbol(each) === decodeURIComponent(symbol));
    const prices = id ? replayPrices(id, now()) : null;
    if (!id || !prices) return null;
    const interval = url.searchParams.get('interval') ?? '1d';
    if (interval !== '1d') return intradayAnswer(id, symbol, interval, url, now());
    const clock = createZoneClock(prices.timeZone);
    const from = Number(url.searchParams.get('period1') ?? now() / 1000 - 8 * 86_400);
    const bars = prices.bars.filter(({ time }) => time >= from);
    const at = (date: string): number => clock.toUtc(date, OPENS_AT_MINUTE) / 1000;
    const dates = bars.map(({ time }) => new Date(time * 1000).toISOString().slice(0, 10));
    const isOpen = dates.at(-1) !== prices.session;
    const today = isOpen ? [prices.price] : [];
    const column = (name: 'open' | 'high' | 'low' | 'close' | 'volume'): number[] => [
      ...bars.map((bar) => bar[name]),
      ...today.map((price) => (name === 'volume' ? 1000 : price)),
    ];
    return JSON.stringify({
      chart: {
        result: [
          {
            meta: {
              currency: prices.instrument.currency,
              symbol: decodeURIComponent(symbol),
              exchangeTimezoneName: prices.timeZone,
              regularMarketPrice: prices.price,
              regularMarketTime: Math.floor(prices.asOf / 1000),
              chartPreviousClose: 1,
              priceHint: 2,
            },
            timestamp: [...dates.map(at), ...(isOpen ? [Math.floor(prices.asOf / 1000)] : [])],
            indicators: {
              quote: [
                {
                  open: column('open'),
                  high: column('high'),
                  low: column('low'),
                  close: column('close'),
                  volume: column('volume'),
                },
              ],
              adjclose: [{ adjclose: column('close') }],
            },
          },
        ],
        error: null,
      },
    });
  };
}

/** Bars of the sessions that the window touches, the one under way with the last trade behind it. */
function intradayAnswer(
  id: InstrumentId,
  symbol: string,
  interval: string,
  url: URL,
  now: number,
): string | null {
  const length = INTERVALS.find((each) => each === interval) ?? '1m';
  const regular = replayIntraday(id, length, now);
  const prices = replayPrices(id, now);
  if (!regular || !prices) return null;
  const asksAll = url.searchParams.get('includePrePost') === 'true';
  const around = asksAll ? extendedRows(id, length, regular, now) : [];
  const intraday = [...regular, ...around].sort((one, other) => one.time - other.time);
  const [from, to] = ['period1', 'period2'].map((name) => Number(url.searchParams.get(name)));
  const rows = intraday.filter(({ time }) => time >= (from ?? 0) && time < (to ?? Infinity));
  const last = rows.at(-1);
  const live =
    last && last === intraday.at(-1) ? [{ ...last, time: last.time + 37, volume: 0 }] : [];
  const all = [...rows, ...live];
  const column = (name: 'open' | 'high' | 'low' | 'close' | 'volume'): number[] =>
    all.map((bar) => bar[name]);
  const names = ['open', 'high', 'low', 'close', 'volume'] as const;
  const quote = Object.fromEntries(names.map((name) => [name, column(name)]));
  const meta = {
    currency: prices.instrument.currency,
    symbol: decodeURIComponent(symbol),
    exchangeTimezoneName: prices.timeZone,
    regularMarketPrice: prices.price,
    regularMarketTime: Math.floor(prices.asOf / 1000),
    priceHint: 2,
  };
  const timestamp = all.map(({ time }) => time);
  const result = { meta, ...(all.length > 0 && { timestamp }), indicators: { quote: [quote] } };
  return JSON.stringify({ chart: { result: [result], error: null } });
}
