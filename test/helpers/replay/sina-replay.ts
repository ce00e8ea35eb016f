import { createZoneClock } from '../../../src/shared/domain/calendar/zone-clock';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import { type ReplayPrices, replayPrices } from './replay-market';
import type { ReplayRoute } from './replay-server';

const FIELDS = 34;
const OWN_PAGES = 'https://finance.sina.com.cn';
const BEIJING_AHEAD_MS = 8 * 3_600_000;
/** `测试` in GBK. */
const NAME = Uint8Array.of(0xb2, 0xe2, 0xca, 0xd4);
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Sina's lines (GBK, fields by position), which it gives only to its own pages.
 *
 * @param untraded - instruments before their first trade: their price is 0.000
 */
export function sinaRoute(
  ids: readonly InstrumentId[],
  now: () => number,
  untraded: ReadonlySet<InstrumentId> = new Set(),
): ReplayRoute {
  return (url, { referer }) => {
    const symbols = /^\/list=(.*)$/.exec(url.pathname)?.[1]?.split(',');
    if (!symbols) return null;
    if (!referer?.startsWith(OWN_PAGES)) return { status: 403, body: 'Kinsoku jikou desu!' };
    return Buffer.concat(
      symbols.map((symbol) => {
        const id = ids.find((each) => symbolOf(each) === symbol);
        const prices = id ? replayPrices(id, now()) : null;
        const isUntraded = id !== undefined && untraded.has(id);
        return line(symbol, prices ? fieldsOf(symbol, prices, isUntraded) : null);
      }),
    );
  };
}

function symbolOf(id: InstrumentId): string {
  const { mic, code } = splitInstrumentId(id);
  if (mic === 'XHKG') return `rt_hk${code}`;
  if (mic === 'XSHG' || mic === 'XSHE') return `${mic === 'XSHG' ? 'sh' : 'sz'}${code}`;
  return `gb_${code.toLowerCase()}`;
}

function line(symbol: string, fields: readonly string[] | null): Uint8Array {
  if (!fields) return Buffer.from(`var hq_str_${symbol}="";\n`);
  const [before = '', after = ''] = `var hq_str_${symbol}="${fields.join(',')}";\n`.split('NAME');
  return Buffer.concat([Buffer.from(before), NAME, Buffer.from(after)]);
}

function fieldsOf(symbol: string, prices: ReplayPrices, isUntraded: boolean): string[] {
  const fields = Array.from({ length: FIELDS }, () => '0');
  const set = (price: number, at: readonly number[]): void =>
    at.forEach((index) => (fields[index] = isUntraded ? '0.000' : price.toFixed(3)));
  const minute = new Date(prices.asOf + BEIJING_AHEAD_MS).toISOString();
  const [date, time] = [minute.slice(0, 10), minute.slice(11, 19)];
  if (symbol.startsWith('gb_')) {
    set(prices.price, [1, 5, 6, 7]);
    fields[26] = String(prices.previousClose);
    fields[10] = '1200';
    fields[3] = `${date} ${time}`;
    fields[25] = americanMoment(prices);
  } else if (symbol.startsWith('rt_hk')) {
    set(prices.price, [2, 4, 5, 6]);
    fields[3] = String(prices.previousClose);
    fields[12] = '1200';
    [fields[17], fields[18]] = [date.replaceAll('-', '/'), time];
  } else {
    set(prices.price, [1, 3, 4, 5]);
    fields[2] = String(prices.previousClose);
    fields[8] = '1200';
    [fields[30], fields[31]] = [date, time];
  }
  fields[symbol.startsWith('rt_hk') ? 1 : 0] = 'NAME';
  return fields;
}

/** `May 28 10:00AM EDT` */
function americanMoment({ asOf, timeZone }: ReplayPrices): string {
  const clock = createZoneClock(timeZone);
  const date = clock.dateAt(asOf);
  const minutes = Math.floor((asOf - clock.toUtc(date, 0)) / 60_000);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  const month = MONTHS[Number(date.slice(5, 7)) - 1];
  return `${month} ${Number(date.slice(8))} ${two(hour % 12 || 12)}:${two(minute)}${hour < 12 ? 'AM' : 'PM'} EDT`;
}
