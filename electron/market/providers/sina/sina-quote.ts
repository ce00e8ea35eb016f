import type { ProviderQuote } from '../../../core/market/market-data-provider-port';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import type { Bar } from '../../../../src/shared/domain/candle/bar-columns';
import type { ZoneClock } from '../../../../src/shared/domain/calendar/zone-clock';
import type { ZoneClocks } from '../zone-clocks';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';

/** Positions in a line, checked against recorded answers. Volumes are in shares. */
interface Layout {
  readonly zone: string;
  readonly currency: string;
  readonly open: number;
  readonly previousClose: number;
  readonly price: number;
  readonly high: number;
  readonly low: number;
  readonly volume: number;
  readonly date: number;
  readonly time: number;
}

const MAINLAND: Layout = {
  ...{ zone: 'Asia/Shanghai', currency: 'CNY' },
  ...{ open: 1, previousClose: 2, price: 3, high: 4, low: 5, volume: 8, date: 30, time: 31 },
};
const HONG_KONG: Layout = {
  ...{ zone: 'Asia/Hong_Kong', currency: 'HKD' },
  ...{ open: 2, previousClose: 3, high: 4, low: 5, price: 6, volume: 12, date: 17, time: 18 },
};

/** The lines of an answer by symbol; an unknown symbol has an empty one. Null for anything else. */
export function splitSinaLines(text: string): ReadonlyMap<string, readonly string[]> | null {
  const lines = new Map<string, readonly string[]>();
  for (const [, symbol = '', fields = ''] of text.matchAll(/hq_str_(\w+)="([^"]*)"/g)) {
    lines.set(symbol, fields.split(','));
  }
  return lines.size > 0 ? lines : null;
}

/** @returns null where the line holds no price: before the first trade it says 0.000 */
export function readSinaQuote(
  instrument: InstrumentId,
  symbol: string,
  fields: readonly string[],
  clocks: ZoneClocks,
): ProviderQuote | null {
  const layout = symbol.startsWith('rt_hk') ? HONG_KONG : MAINLAND;
  const number = (at: number): number => Number(fields[at] ?? '');
  const price = number(layout.price);
  const session = (fields[layout.date] ?? '').replaceAll('/', '-');
  const asOf = readTime(session, fields[layout.time] ?? '', clocks.of(layout.zone));
  if (!(price > 0) || asOf === null) return null;
  const bar = {
    ...{ time: toSessionKey(session), close: price, volume: number(layout.volume) || 0 },
    ...{ open: number(layout.open), high: number(layout.high), low: number(layout.low) },
  };
  return {
    ...{ instrument, price, asOf, session, currency: layout.currency, delayMinutes: 0 },
    previousClose: number(layout.previousClose) > 0 ? number(layout.previousClose) : null,
    openBar: isBar(bar) ? bar : null,
  };
}

/** UTC milliseconds; null where it is no moment. */
function readTime(session: string, time: string, clock: ZoneClock | null): number | null {
  const [, hours, minutes, seconds] = /^(\d\d):(\d\d):(\d\d)$/.exec(time) ?? [];
  if (!clock || seconds === undefined || !/^\d{4}-\d\d-\d\d$/.test(session)) return null;
  return clock.toUtc(session, Number(hours) * 60 + Number(minutes)) + Number(seconds) * 1000;
}

function isBar({ open, high, low, close, volume }: Bar): boolean {
  const holds = low > 0 && low <= Math.min(open, close) && high >= Math.max(open, close);
  return holds && volume >= 0;
}
