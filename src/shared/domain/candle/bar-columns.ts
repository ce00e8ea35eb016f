/**
 * Bars of one series as columns. All columns have the same length and ascend strictly in `time`.
 *
 * `time` is in UTC seconds. For daily and longer intervals it is the session key: 00:00 UTC of the
 * session's own calendar date at its exchange, so that a date maps to one bar without a time zone.
 * Prices are in the instrument's currency, `volume` in units of the instrument (0 where the source
 * gives none), `adjustedClose` is NaN where the source gives none.
 */
export interface BarColumns {
  readonly length: number;
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  readonly adjustedClose: Float64Array;
}

/** One bar; the same units as {@link BarColumns}. */
export interface Bar {
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** Order of the columns in a packed buffer. */
export const BAR_COLUMN_NAMES = [
  'time',
  'open',
  'high',
  'low',
  'close',
  'volume',
  'adjustedClose',
] as const;

/**
 * Columns that share one buffer, column after column in the order of {@link BAR_COLUMN_NAMES}:
 * the form in which a series is stored and crosses processes.
 *
 * @param buffer - its byte length must be a multiple of 56 (7 columns of 8 bytes)
 * @throws RangeError when it is not
 */
export function viewPackedBars(buffer: ArrayBuffer): BarColumns {
  const bytesPerBar = BAR_COLUMN_NAMES.length * Float64Array.BYTES_PER_ELEMENT;
  const length = buffer.byteLength / bytesPerBar;
  if (!Number.isInteger(length)) {
    throw new RangeError(
      `packed bars: ${buffer.byteLength} bytes are no multiple of ${bytesPerBar}`,
    );
  }
  const column = (index: number): Float64Array =>
    new Float64Array(buffer, index * length * Float64Array.BYTES_PER_ELEMENT, length);
  return {
    length,
    time: column(0),
    open: column(1),
    high: column(2),
    low: column(3),
    close: column(4),
    volume: column(5),
    adjustedClose: column(6),
  };
}

/** Columns over a fresh buffer, all zero. */
export function allocateBars(length: number): BarColumns & { readonly buffer: ArrayBuffer } {
  const buffer = new ArrayBuffer(length * BAR_COLUMN_NAMES.length * Float64Array.BYTES_PER_ELEMENT);
  return { ...viewPackedBars(buffer), buffer };
}

/** The columns of the bars `from` (included) to `to` (excluded), over the same memory. */
export function subBars(bars: BarColumns, from: number, to: number): BarColumns {
  return {
    length: Math.max(0, to - from),
    time: bars.time.subarray(from, to),
    open: bars.open.subarray(from, to),
    high: bars.high.subarray(from, to),
    low: bars.low.subarray(from, to),
    close: bars.close.subarray(from, to),
    volume: bars.volume.subarray(from, to),
    adjustedClose: bars.adjustedClose.subarray(from, to),
  };
}

/** Copies the bars `from` (included) to `to` (excluded) into one packed buffer. */
export function packBars(bars: BarColumns, from = 0, to = bars.length): ArrayBuffer {
  const target = allocateBars(Math.max(0, to - from));
  for (const name of BAR_COLUMN_NAMES) {
    target[name].set(bars[name].subarray(from, to));
  }
  return target.buffer;
}

/** The bar at `index`; undefined outside the series. */
export function barAt(bars: BarColumns, index: number): Bar | undefined {
  if (index < 0 || index >= bars.length) return undefined;
  return {
    time: bars.time[index] as number,
    open: bars.open[index] as number,
    high: bars.high[index] as number,
    low: bars.low[index] as number,
    close: bars.close[index] as number,
    volume: bars.volume[index] as number,
  };
}

/** True where both bars have the same numbers; a zero has no sign, and NaN is NaN. */
export function isSameBar(one: BarColumns, index: number, other: BarColumns, at: number): boolean {
  for (const name of BAR_COLUMN_NAMES) {
    const mine = one[name][index] as number;
    const theirs = other[name][at] as number;
    if (mine !== theirs && !(Number.isNaN(mine) && Number.isNaN(theirs))) return false;
  }
  return true;
}

export function isSameBars(one: BarColumns, other: BarColumns): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) {
    if (!isSameBar(one, index, other, index)) return false;
  }
  return true;
}

/** Index of the first bar at or after `time` (UTC seconds); `bars.length` when there is none. */
export function lowerBound(bars: Pick<BarColumns, 'time' | 'length'>, time: number): number {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bars.time[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
