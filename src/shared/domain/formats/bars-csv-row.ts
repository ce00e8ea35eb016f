import type { RowFault } from '../market/market-status';
import type { BarsCsvLayout } from './bars-csv-layout';
import { allocateSpans, asciiText, splitCells } from './csv-cells';
import { parseSessionStamp } from './csv-date';
import { parseDecimal } from './csv-decimal';

/**
 * By how much, as a fraction, open and close may lie outside low..high. Sources that adjust prices
 * for splits and dividends round each column by itself, so a close at the day's high comes out a
 * last digit above it (20.790001 beside 20.79). Wrong prices are off by orders of magnitude more.
 */
export const RANGE_TOLERANCE = 1e-6;

const SPACE = 0x20;
const QUOTE = 0x22;
/** How sources write that they have no adjusted close; some of them compute one and arrive here. */
const NO_NUMBER = /^[+-]?(null|nan|n\/a|na|none|inf|infinity|-)?$/i;
const LONGEST_NO_NUMBER = 9;

/**
 * Reads rows of a file of bars, one after another into the same fields, so that a million rows make
 * no million objects.
 */
export class BarsCsvRow {
  /** UTC seconds: 00:00 UTC of the session's date. */
  time = 0;
  /** Time of day of the row's date cell; null where it holds a date only. */
  minuteOfDay: number | null = null;
  open = 0;
  high = 0;
  low = 0;
  close = 0;
  /** 0 where the file says nothing. */
  volume = 0;
  /** NaN where the file says nothing or nothing usable. */
  adjustedClose = NaN;

  private readonly spans;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly layout: BarsCsvLayout,
  ) {
    this.spans = allocateSpans(layout.cellCount);
  }

  /**
   * Reads the row in `[start, end)`.
   *
   * @returns what is wrong with the row, by the first of: cells, date, numbers, signs, range; null
   * where it is a bar
   */
  read(start: number, end: number): RowFault | null {
    const { separator, cellCount, neededCells } = this.layout;
    const count = splitCells(this.bytes, start, end, separator, this.spans);
    if (count < neededCells) return 'missing-cells';
    // A cell too many comes from a separator inside a number; which of the cells it was is a guess.
    if (count > cellCount && !this.isEmptyFrom(cellCount, end)) return 'bad-number';
    return this.readDate() ?? this.readNumbers() ?? this.checkRange();
  }

  private readDate(): RowFault | null {
    const cell = this.layout.columns.date;
    const stamp = parseSessionStamp(this.bytes, this.startOf(cell), this.endOf(cell));
    if (!stamp) return 'bad-date';
    this.time = stamp.sessionKey;
    this.minuteOfDay = stamp.minuteOfDay;
    return null;
  }

  private readNumbers(): RowFault | null {
    const { columns } = this.layout;
    this.open = this.numberIn(columns.open);
    this.high = this.numberIn(columns.high);
    this.low = this.numberIn(columns.low);
    this.close = this.numberIn(columns.close);
    this.volume = this.isEmpty(columns.volume) ? 0 : this.numberIn(columns.volume);
    // The sum is finite only where all five are: prices near the limit of doubles are not meant.
    const sum = this.open + this.high + this.low + this.close + this.volume;
    if (!Number.isFinite(sum) || this.volume < 0) return 'bad-number';
    // A volume of `-0` is a volume of 0.
    this.volume += 0;
    return this.readAdjustedClose();
  }

  private readAdjustedClose(): RowFault | null {
    const cell = this.layout.columns.adjustedClose;
    this.adjustedClose = NaN;
    if (this.isEmpty(cell)) return null;
    const value = this.numberIn(cell);
    if (Number.isNaN(value)) return this.saysNoNumber(cell) ? null : 'bad-number';
    // Adjusting by too large a dividend ends at or below zero: no price, and no harm to the bar.
    if (value > 0 && Number.isFinite(value)) this.adjustedClose = value;
    return null;
  }

  private checkRange(): RowFault | null {
    const { open, high, low, close } = this;
    if (!(open > 0 && high > 0 && low > 0 && close > 0)) return 'not-positive';
    if (high < low) return 'high-below-low';
    const highest = high * (1 + RANGE_TOLERANCE);
    const lowest = low * (1 - RANGE_TOLERANCE);
    const inside = Math.max(open, close) <= highest && Math.min(open, close) >= lowest;
    return inside ? null : 'outside-range';
  }

  private numberIn(cell: number): number {
    return parseDecimal(this.bytes, this.startOf(cell), this.endOf(cell));
  }

  private saysNoNumber(cell: number): boolean {
    const start = this.startOf(cell);
    const end = this.endOf(cell);
    return end - start <= LONGEST_NO_NUMBER && NO_NUMBER.test(asciiText(this.bytes, start, end));
  }

  private isEmpty(cell: number): boolean {
    return cell < 0 || this.startOf(cell) === this.endOf(cell);
  }

  private isEmptyFrom(cell: number, end: number): boolean {
    for (let index = this.endOf(cell - 1); index < end; index++) {
      const byte = this.bytes[index];
      if (byte !== this.layout.separator && byte !== SPACE && byte !== QUOTE) return false;
    }
    return true;
  }

  private startOf(cell: number): number {
    return this.spans.starts[cell] as number;
  }

  private endOf(cell: number): number {
    return this.spans.ends[cell] as number;
  }
}
