import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINANCE_VENUE } from '../../../../../../electron/market/providers/binance/binance-venue';
import { BITGET_VENUE } from '../../../../../../electron/market/providers/bitget/bitget-venue';
import { readKline } from '../../../../../../electron/market/providers/kline-venue/kline-rows';

/** Recorded answers of the venues. They lie beside the project, or nowhere. */
const FIXTURES = resolve(import.meta.dirname, '../../../../../../../shared/fixtures');
const CROSS_VENUE = 'cross-venue/stock-perp-index-1h-2026-09-04T01Z.json';

const json = (path: string): unknown => JSON.parse(readFileSync(join(FIXTURES, path), 'utf8'));

describe.skipIf(!existsSync(FIXTURES))('recorded answers of venues (skipped without them)', () => {
  it.each(['AAPLUSDT', 'METAUSDT', 'GOOGLUSDT'])(
    '%s: both venues tell of the same hour in their own shapes, and hardly differ',
    (code) => {
      const { bitget, binance } = json(CROSS_VENUE) as Record<string, Record<string, unknown>>;
      const [one, other] = [
        readKline(BITGET_VENUE.readRows(bitget?.[code])?.[0]),
        readKline(BINANCE_VENUE.readRows(binance?.[code])?.[0]),
      ];
      expect(one?.time).toBe(Date.parse('2026-09-04T01:00:00Z') / 1000);
      expect(other?.time).toBe(one?.time);
      const ratio = (one?.close ?? NaN) / (other?.close ?? NaN);
      expect(Math.abs(ratio - 1)).toBeLessThan(0.002);
    },
  );

  it('Bitget: every recorded candle of a contract is one', () => {
    const answer = json('bitget/rest-v2-mix-history-mark-candles-BTCUSDT-1m.json');
    const rows = BITGET_VENUE.readRows(answer) ?? [];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(readKline)).not.toContain(null);
  });

  it('no answer of one venue is taken for one of the other, or for trades', () => {
    const tickers = json('bitget/rest-v2-spot-tickers-BTCUSDT.json');
    expect(BINANCE_VENUE.readRows(tickers)).toBeNull();
    expect(BITGET_VENUE.readRows(json('binance/rest-klines-BTCUSDT-1m.json'))).toBeNull();
    for (const { readTrade } of [BINANCE_VENUE, BITGET_VENUE]) {
      expect(() => readTrade(tickers)).toThrow();
      expect(() => readTrade(json('binance/rest-ticker-24hr-BTCUSDT.json'))).toThrow();
      expect(() => readTrade({ code: '40034', msg: 'no such pair', data: null })).toThrow();
    }
  });

  it('both venues: what is no list of theirs gives no instruments', () => {
    for (const { lists } of [BINANCE_VENUE, BITGET_VENUE]) {
      for (const { read } of lists) {
        expect(() => read(json('bitget/rest-v2-spot-tickers-BTCUSDT.json'))).toThrow();
        expect(() => read(json('binance/rest-klines-BTCUSDT-1m.json'))).toThrow();
      }
    }
  });
});
