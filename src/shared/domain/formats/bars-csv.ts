import { allocateBars, type BarColumns } from '../candle/bar-columns';
import type { RowFault, SkippedRow } from '../market/market-status';
import { BarCollector } from './bar-collector';
import { readBarsCsvLayout } from './bars-csv-layout';
import { BarsCsvRow } from './bars-csv-row';
import { endOfContent, endOfLine } from './csv-cells';

/** How many skipped rows are named; the others are only counted. */
export const NAMED_SKIPPED_ROWS = 20;

const USUAL_ROW_BYTES = 40;

/** What was read from a file of daily bars. Rows are taken as they are, or skipped; never repaired. */
export interface BarsCsv {
  /** Oldest first, one bar a session; empty where `error` is set. */
  readonly bars: BarColumns & { readonly buffer: ArrayBuffer };
  readonly skippedCount: number;
  /** The first {@link NAMED_SKIPPED_ROWS}, in the order of the file. */
  readonly skipped: readonly SkippedRow[];
  /**
   * `missing-columns`: no header with a date, open, high, low and close column. `not-daily`: several
   * rows of one session at different times of day. `no-valid-rows`: no row is a daily bar.
   */
  readonly error: 'missing-columns' | 'not-daily' | 'no-valid-rows' | null;
}

/**
 * Reads daily bars from a CSV file.
 *
 * Encoding UTF-8, with or without byte order mark; lines end in LF or CRLF; cells are separated by
 * comma, semicolon or tab, and may be quoted within their line. The first line that is not blank
 * names the columns, in any order and in any capitals: Date (or Datetime), Open, High, Low, Close,
 * and optionally Adj Close (or Adjusted Close) and Volume; others are ignored. Numbers have a
 * decimal point and no thousands separators.
 *
 * Dates: `YYYY-MM-DD`, `YYYY/MM/DD`, `YYYYMMDD`, or a date-time, of which the date as written is the
 * session's. Rows may stand in any order. A row is skipped with its line number and reason where a
 * cell is missing, the date does not exist, a number is missing or none, a price is not positive,
 * the high is below the low, open or close lie outside low..high by more than `RANGE_TOLERANCE`, or
 * the session has a bar from a line further up. An empty volume is 0; an adjusted close that is
 * empty, `null`, `NaN`, infinite or not positive is NaN and leaves the rest of the row good.
 *
 * Never throws, whatever the bytes are.
 */
export function parseBarsCsv(bytes: Uint8Array): BarsCsv {
  const layout = readBarsCsvLayout(bytes);
  if (!layout) return nothingTaken('missing-columns', 0, []);
  const row = new BarsCsvRow(bytes, layout);
  const collector = new BarCollector(bytes.length / USUAL_ROW_BYTES);
  const skipped: SkippedRow[] = [];
  let skippedCount = 0;
  let rowCount = 0;
  let line = layout.firstRowLine;
  for (let start = layout.rowsStart; start < bytes.length; line++) {
    const lineEnd = endOfLine(bytes, start);
    const end = endOfContent(bytes, start, lineEnd);
    if (end > start) {
      rowCount++;
      const reason: RowFault | null =
        row.read(start, end) ?? (collector.add(row) ? null : 'duplicate-date');
      if (reason !== null) {
        skippedCount++;
        if (skipped.length < NAMED_SKIPPED_ROWS) skipped.push({ line, reason });
      }
    }
    start = lineEnd + 1;
  }
  if (collector.isIntraday) return nothingTaken('not-daily', rowCount, skipped);
  const bars = collector.toBars();
  if (bars.length === 0) return nothingTaken('no-valid-rows', skippedCount, skipped);
  return { bars, skippedCount, skipped, error: null };
}

function nothingTaken(
  error: NonNullable<BarsCsv['error']>,
  skippedCount: number,
  skipped: readonly SkippedRow[],
): BarsCsv {
  return { bars: allocateBars(0), skippedCount, skipped, error };
}
