import type { ProviderQuote } from '../../../core/market/market-data-provider-port';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import type { ZoneClock } from '../../../../src/shared/domain/calendar/zone-clock';
import type { ZoneClocks } from '../zone-clocks';
import type { Bar } from '../../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import { tencentLot } from './tencent-lot';

/** Positions in a line, checked against recorded answers. */
const AT = {
  market: 0,
  price: 3,
  previousClose: 4,
  open: 5,
  volume: 6,
  time: 30,
  high: 33,
  low: 34,
};

/** What the first field of a line says of its market. */
const MARKETS: Readonly<Record<string, { zone: string; currencyAt: number }>> = {
  '1': { zone: 'Asia/Shanghai', currencyAt: 82 },
  '51': { zone: 'Asia/Shanghai', currencyAt: 82 },
  '100': { zone: 'Asia/Hong_Kong', currencyAt: 75 },
  '200': { zone: 'America/New_York', currencyAt: 35 },
};

/** The lines of an answer by the symbol that was asked; an unknown symbol has none. Null for anything else. */
export function splitTencentLines(text: string): ReadonlyMap<string, readonly string[]> | null {
  const lines = new Map<string, readonly string[]>();
  for (const [, symbol = '', fields = ''] of text.matchAll(/v_(\w[\w.]*)="([^"]*)"/g)) {
    if (symbol !== 'pv_none_match') lines.set(symbol, fields.split('~'));
  }
  return lines.size > 0 || text.includes('v_pv_none_match') ? lines : null;
}

/** Before the first trade of a session the line says 0 beside the close of the one before. */
export function isUntradedTencent(fields: readonly string[]): boolean {
  return Number(fields[AT.price]) === 0 && positive(fields[AT.previousClose]) !== null;
}

/** @returns null where the line holds no price */
export function readTencentQuote(
  instrument: InstrumentId,
  fields: readonly string[],
  clocks: ZoneClocks,
): ProviderQuote | null {
  const market = MARKETS[fields[AT.market] ?? ''];
  const price = positive(fields[AT.price]);
  const clock = market ? clocks.of(market.zone) : null;
  if (!market || !clock || price === null) return null;
  const asOf = readTime(fields[AT.time] ?? '', clock);
  if (asOf === null) return null;
  const session = clock.dateAt(asOf);
  const currency = fields[market.currencyAt] ?? '';
  return {
    instrument,
    price,
    previousClose: positive(fields[AT.previousClose]),
    currency: /^[A-Z]{3}$/.test(currency) ? currency : null,
    asOf,
    session,
    delayMinutes: 0,
    openBar: readBar(fields, toSessionKey(session), price, tencentLot(instrument)),
  };
}

function readBar(fields: readonly string[], time: number, close: number, lot: number): Bar | null {
  const open = positive(fields[AT.open]);
  const high = positive(fields[AT.high]);
  const low = positive(fields[AT.low]);
  if (open === null || high === null || low === null) return null;
  if (low > Math.min(open, close) || high < Math.max(open, close)) return null;
  const volume = Number(fields[AT.volume]);
  return { time, open, high, low, close, volume: volume >= 0 ? volume * lot : 0 };
}

/** `20260818112030`, `2026/08/18 11:05:23` or `2026-08-17 16:00:02`, on the clock of the market. */
function readTime(text: string, clock: ZoneClock): number | null {
  const [, year, month, day, hours, minutes, seconds] =
    /^(\d{4})[/-]?(\d\d)[/-]?(\d\d) ?(\d\d):?(\d\d):?(\d\d)$/.exec(text) ?? [];
  if (seconds === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return clock.toUtc(`${year}-${month}-${day}`, minute) + Number(seconds) * 1000;
}

function positive(text: string | undefined): number | null {
  const value = Number(text);
  return Number.isFinite(value) && value > 0 ? value : null;
}
