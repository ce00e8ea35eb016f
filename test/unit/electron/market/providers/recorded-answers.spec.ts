import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKline } from '../../../../../electron/market/providers/kline-venue/kline-rows';
import { BINANCE_VENUE } from '../../../../../electron/market/providers/binance/binance-venue';
import { BITGET_VENUE } from '../../../../../electron/market/providers/bitget/bitget-venue';
import {
  readSinaQuote,
  splitSinaLines,
} from '../../../../../electron/market/providers/sina/sina-quote';
import { readTencentBars } from '../../../../../electron/market/providers/tencent/tencent-bars';
import {
  readTencentQuote,
  splitTencentLines,
} from '../../../../../electron/market/providers/tencent/tencent-quote';
import { readYahooChart } from '../../../../../electron/market/providers/yahoo/yahoo-chart';
import { readYahooSearch } from '../../../../../electron/market/providers/yahoo/yahoo-search';
import { ZoneClocks } from '../../../../../electron/market/providers/zone-clocks';
import { toDate } from '../../../../../src/shared/domain/calendar/calendar-date';
import type { Interval } from '../../../../../src/shared/domain/candle/interval';

/** Recorded answers of the real sources. They lie beside the project, or nowhere. */
const FIXTURES = resolve(import.meta.dirname, '../../../../../../shared/fixtures');
const clocks = new ZoneClocks();

const text = (path: string): string => readFileSync(join(FIXTURES, path), 'utf8');
const yahoo = (path: string): unknown => {
  const { response } = JSON.parse(text(`yahoo/${path}`)) as { response: { body: unknown } };
  return typeof response.body === 'string' ? JSON.parse(response.body) : response.body;
};
const chartOf = (name: string) => readYahooChart(yahoo(`chart/${name}.json`), true, clocks);

describe.skipIf(!existsSync(FIXTURES))('recorded answers (skipped without them)', () => {
  it.each([
    ['AAPL-1d-2020-split-dividend', 49, '2020-08-31', '2020-11-06', 'USD'],
    ['NVDA-1d-2021-split', 252, '2021-02-01', '2022-01-28', 'USD'],
    ['OCDO.L-1d-GBp', 1, '2020-01-02', '2020-01-02', 'GBp'],
    ['TSLA-1d-2010-2023', 3303, '2010-06-29', '2023-08-11', 'USD'],
    ['BTC-USD-1d', 3, '2020-01-01', '2020-01-03', 'USD'],
  ])('Yahoo %s: %i bars from %s to %s in %s', (name, count, from, to, currency) => {
    const chart = chartOf(name);
    const times = chart?.bars.time ?? new Float64Array();
    expect(chart?.bars.length).toBe(count);
    expect([toDate(times[0] as number), toDate(times.at(-1) as number)]).toEqual([from, to]);
    expect(chart?.currency).toBe(currency);
  });

  it('Yahoo: splits stand on their session, float noise is gone', () => {
    const apple = chartOf('AAPL-1d-2020-split-dividend');
    expect(apple?.splits).toEqual([
      { time: Date.parse('2020-08-31T00:00:00Z') / 1000, numerator: 4, denominator: 1 },
    ]);
    expect([apple?.bars.open[0], apple?.bars.close[0]]).toEqual([127.58, 129.04]);
    expect(chartOf('NVDA-1d-2021-split')?.splits[0]).toMatchObject({ numerator: 4 });
  });

  it('Yahoo: every chart that was recorded can be read', () => {
    const names = readdirSync(join(FIXTURES, 'yahoo/chart'));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      expect(readYahooChart(yahoo(`chart/${name}`), true, clocks), name).not.toBeNull();
    }
  });

  it('Yahoo: what is no chart is none', () => {
    for (const name of readdirSync(join(FIXTURES, 'yahoo/errors'))) {
      const { response } = JSON.parse(text(`yahoo/errors/${name}`)) as {
        response: { body: unknown };
      };
      expect(readYahooChart(response.body, true, clocks), name).toBeNull();
    }
  });

  it('Yahoo: a search gives our ids, the line in Hong Kong among them', () => {
    const ids = readYahooSearch(yahoo('search/BABA.json'))?.map(({ id }) => id);
    expect(ids?.slice(0, 2)).toEqual(['XNYS:BABA', 'XHKG:09988']);
    const [coin] = readYahooSearch(yahoo('search/BTC-USD.json')) ?? [];
    expect(coin).toMatchObject({ id: 'CRYPTO:BTC-USD', kind: 'crypto', currency: 'USD' });
    expect(readYahooSearch(yahoo('search/WSKT.JK.json'))).toEqual([]);
  });

  it.each([
    ['hk00700', 'XHKG:00700', 439.2, 446.4, 'HKD', '2026-08-18T03:05:23Z', 10_586_859],
    ['sh510300', 'XSHG:510300', 4.76, 4.801, 'CNY', '2026-08-18T03:20:29Z', 477_383_800],
    ['usAAPL', 'XNAS:AAPL', 305.59, 305.93, 'USD', '2026-08-17T20:00:02Z', 38_169_263],
  ] as const)('Tencent %s', (symbol, id, price, previousClose, currency, at, volume) => {
    const bytes = readFileSync(join(FIXTURES, 'cn-quotes/quotebar/tencent-quotes.gbk.bin'));
    const lines = splitTencentLines(new TextDecoder('gb18030').decode(bytes));
    expect(readTencentQuote(id, lines?.get(symbol) ?? [], clocks)).toMatchObject({
      ...{ price, previousClose, currency, asOf: Date.parse(at) },
      openBar: { volume, close: price },
    });
  });

  it('Tencent: bars are open, CLOSE, high, low; a dividend behind them hurts nobody', () => {
    const read = (name: string, symbol: string) =>
      readTencentBars(JSON.parse(text(`cn-quotes/tencent-kline/${name}.json`)), symbol, 1);
    const hongKong = read('hk00700-day-2026-09-trimmed', 'hk00700');
    expect([...(hongKong?.bars.close ?? [])]).toEqual([433.4, 426, 419]);
    expect([...(hongKong?.bars.high ?? [])]).toEqual([438.8, 431, 430.4]);
    const withDividend = read('sh600519-day-2023-06-trimmed-exdividend', 'sh600519');
    expect(withDividend?.bars.length).toBeGreaterThan(0);
    expect(withDividend?.skippedRows).toBe(0);
    expect(read('sh999999-invalid-symbol', 'sh999999')?.bars.length).toBe(0);
  });

  it('Sina: a price of Shanghai, and none before the first trade or for an unknown symbol', () => {
    const bytes = readFileSync(join(FIXTURES, 'cn-quotes/quotebar/sina-quotes.gbk.bin'));
    const lines = splitSinaLines(new TextDecoder('gb18030').decode(bytes));
    const fields = lines?.get('sh510300') ?? [];
    expect(readSinaQuote('XSHG:510300', 'sh510300', fields, clocks)).toMatchObject({
      ...{ price: 4.76, previousClose: 4.801, session: '2026-08-18', currency: 'CNY' },
      openBar: { volume: 477_761_143 },
    });
    const early = splitSinaLines(text('cn-quotes/sina/easyquotation-2019.txt'));
    const quotes = [...(early ?? [])].map(([symbol, line]) =>
      readSinaQuote('XSHG:600000', symbol, line, clocks),
    );
    expect(quotes.filter((quote) => quote === null)).toHaveLength(2);
    expect(splitSinaLines(text('cn-quotes/sina/blocked-http-456.html'))).toBeNull();
  });

  it('Binance and Bitget: candles of REST and of the stream', () => {
    const rows = BINANCE_VENUE.readRows(JSON.parse(text('binance/rest-klines-BTCUSDT-1m.json')));
    expect(readKline(rows?.[0])).toEqual({
      ...{ time: 1_783_302_540, open: 63606.01, high: 63611.82, low: 63581.7 },
      ...{ close: 63611.81, volume: 5.64552 },
    });
    const frames = text('binance/ws-frames.ndjson').trim().split('\n');
    const candles = frames.map((frame) => BINANCE_VENUE.socket.readFrame(frame));
    expect(candles[0]).toMatchObject({ kind: 'candle', code: 'BTCUSDT', at: 1_787_380_868_016 });
    expect(candles.filter((candle) => candle === null)).toHaveLength(2);
    const [ack = '', update = ''] = text('bitget/ws-frames.ndjson').trim().split('\n');
    expect(BITGET_VENUE.socket.readFrame(ack)).toBeNull();
    const candle = BITGET_VENUE.socket.readFrame(update);
    expect(candle).toMatchObject({ kind: 'candle', code: 'BTCUSDT', at: 1_786_650_728_706 });
    const row = candle?.kind === 'candle' ? candle.row : null;
    expect(readKline(row)).toMatchObject({ close: 63415.2, volume: 0.2824 });
  });
});

describe('the names that venues have for an interval', () => {
  it.each<[Interval, string, string]>([
    ['D', 'interval=1d', 'granularity=1Dutc'],
    ['1h', 'interval=1h', 'granularity=1h'],
    ['1m', 'interval=1m', 'granularity=1min'],
  ])('%s', (interval, binance, bitget) => {
    expect(BINANCE_VENUE.newest('BTCUSDT', 'spot', interval, 2).path).toContain(binance);
    expect(BITGET_VENUE.newest('BTCUSDT', 'spot', interval, 2).path).toContain(bitget);
  });
});
