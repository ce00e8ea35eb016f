import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { splitInstrumentId } from '../../../src/shared/domain/instrument/instrument';
import {
  toTencentBarsSymbol,
  toTencentQuoteSymbol,
} from '../../../electron/market/providers/tencent/tencent-symbol';
import { replayPrices } from './replay-market';
import type { ReplayRoute } from './replay-server';

const FIELDS = 90;
const MARKET_NUMBER: Readonly<Record<string, string>> = { XHKG: '100', XSHG: '1', XSHE: '51' };

/** `测试` in GBK: names come in that encoding, and must not hurt what stands behind them. */
const NAME = Uint8Array.of(0xb2, 0xe2, 0xca, 0xd4);

/** Tencent's quotes (GBK, fields by position) and daily bars. */
export function tencentRoute(ids: readonly InstrumentId[], now: () => number): ReplayRoute {
  return (url) => {
    const symbols = /\/q=(.*)$/.exec(url.pathname)?.[1]?.split(',');
    if (symbols) return Buffer.concat(symbols.map((symbol) => quoteLine(ids, symbol, now())));
    const [symbol = ''] = url.searchParams.get('param')?.split(',') ?? [];
    return url.pathname.endsWith('/fqkline/get') ? barsAnswer(ids, symbol, now()) : null;
  };
}

function quoteLine(ids: readonly InstrumentId[], symbol: string, now: number): Uint8Array {
  const id = ids.find((each) => toTencentQuoteSymbol(each) === symbol);
  const prices = id ? replayPrices(id, now) : null;
  if (!id || !prices) return Buffer.from('v_pv_none_match="1";\n');
  const { mic, code } = splitInstrumentId(id);
  const stamp = new Date(prices.asOf + 8 * 3_600_000).toISOString();
  const [date = '', time = ''] = stamp.slice(0, 19).split('T');
  const fields = Array.from({ length: FIELDS }, () => '0');
  fields[0] = MARKET_NUMBER[mic] ?? '200';
  fields[1] = 'NAME';
  fields[2] = code;
  fields[3] = String(prices.price);
  fields[4] = String(prices.previousClose);
  for (const at of [5, 33, 34]) fields[at] = String(prices.price);
  fields[6] = '1200';
  fields[30] =
    mic === 'XHKG'
      ? `${date.replaceAll('-', '/')} ${time}`
      : `${date}${time}`.replaceAll(/\D/g, '');
  fields[mic === 'XHKG' ? 75 : 82] = prices.instrument.currency;
  const [before = '', after = ''] = `v_${symbol}="${fields.join('~')}";\n`.split('NAME');
  return Buffer.concat([Buffer.from(before), NAME, Buffer.from(after)]);
}

function barsAnswer(ids: readonly InstrumentId[], symbol: string, now: number): string {
  const id = ids.find((each) => toTencentBarsSymbol(each) === symbol);
  const rows = (id ? (replayPrices(id, now)?.bars ?? []) : []).map((bar) => [
    new Date(bar.time * 1000).toISOString().slice(0, 10),
    ...[bar.open, bar.close, bar.high, bar.low, bar.volume].map(String),
  ]);
  return JSON.stringify({ code: 0, msg: '', data: { [symbol]: { day: rows } } });
}
