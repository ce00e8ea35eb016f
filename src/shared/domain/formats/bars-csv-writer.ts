import { toDate } from '../calendar/calendar-date';
import type { ZoneClock } from '../calendar/zone-clock';
import type { BarColumns } from '../candle/bar-columns';
import { type ChartInterval, isIntraday } from '../candle/interval';

/** A column of other closes, aligned with the bars. */
export interface CsvCloses {
  /** Name and currency, as the header has them. */
  readonly header: string;
  /** NaN becomes an empty cell. */
  readonly closes: ArrayLike<number>;
}

export interface BarsCsvParts {
  readonly bars: BarColumns;
  /** Bar indices; both are included. */
  readonly from: number;
  readonly to: number;
  readonly interval: ChartInterval;
  /** Of the exchange; null where it is not known: moments are then written in UTC. */
  readonly clock: ZoneClock | null;
  /** Headers of the time, the four prices, the volume and the adjusted close, in this order. */
  readonly headers: readonly [
    time: string,
    open: string,
    high: string,
    low: string,
    close: string,
    volume: string,
    adjustedClose: string,
  ];
  readonly others: readonly CsvCloses[];
  /** Begins with a byte order mark, by which some spreadsheets know UTF-8. */
  readonly bom: boolean;
}

const BOM = '\ufeff';
const LINE_END = '\r\n';
/** What a spreadsheet takes for a formula, or strips before it does. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Bars as CSV (RFC 4180, UTF-8). A session is its date, `2026-05-28`; an intraday bar the moment of its
 * start with the offset of the exchange, `2026-05-28T09:30:00-04:00`. Numbers stand as numbers with a
 * point, and text that a spreadsheet would run begins with an apostrophe. The adjusted close is left
 * out where no bar has one.
 */
export function writeBarsCsv(parts: BarsCsvParts): string {
  const { bars, from, to, headers, others } = parts;
  const hasAdjusted = bars.adjustedClose
    .subarray(from, to + 1)
    .some((close) => !Number.isNaN(close));
  const { open, high, low, close, volume, adjustedClose } = bars;
  const columns: ArrayLike<number>[] = [open, high, low, close, volume];
  if (hasAdjusted) columns.push(adjustedClose);
  columns.push(...others.map(({ closes }) => closes));
  const own = hasAdjusted ? headers : headers.slice(0, -1);
  const lines = [[...own, ...others.map(({ header }) => header)].map(textCell).join(',')];
  for (let index = from; index <= to; index++) {
    const time = timeText(bars.time[index] as number, parts);
    lines.push([time, ...columns.map((column) => numberCell(column[index]))].join(','));
  }
  return `${parts.bom ? BOM : ''}${lines.join(LINE_END)}${LINE_END}`;
}

function timeText(time: number, { interval, clock }: BarsCsvParts): string {
  if (!isIntraday(interval)) return toDate(time);
  const wallMs = clock ? clock.wallAt(time * 1000) : time * 1000;
  const offset = Math.round((wallMs - time * 1000) / 60_000);
  return `${new Date(wallMs).toISOString().slice(0, 19)}${offsetText(offset)}`;
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const pad = (count: number): string => String(count).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function numberCell(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '' : String(value);
}

function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
