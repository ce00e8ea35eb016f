import { type BarColumns, packBars, viewPackedBars, allocateBars } from './bar-columns';

export const BAR_FAULTS = [
  'not-finite',
  'not-positive',
  'outside-range',
  'not-rising',
  'in-the-future',
] as const;
export type BarFault = (typeof BAR_FAULTS)[number];

export interface CleanBars {
  readonly bars: BarColumns & { readonly buffer: ArrayBuffer };
  /** Rows that were left out, by their place in what came; never repaired. */
  readonly faults: readonly { readonly index: number; readonly fault: BarFault }[];
}

/**
 * The rows that can be bars: finite, positive prices, low <= open and close <= high, a volume that is
 * not negative, times that rise strictly and do not lie behind `lastTime`. Of two rows for one time
 * that follow each other the later holds: sources repeat the last bar with its newer values. An
 * adjusted close that is not positive becomes NaN, "not known".
 *
 * @param lastTime - UTC seconds; for daily bars the key of the last session that has finished, so that
 *   what a session under way has so far is never taken for a final bar
 */
export function cleanBars(rows: BarColumns, lastTime: number): CleanBars {
  const bars = allocateBars(rows.length);
  const faults: { index: number; fault: BarFault }[] = [];
  let length = 0;
  for (let index = 0; index < rows.length; index++) {
    const time = rows.time[index] as number;
    const before = length > 0 ? (bars.time[length - 1] as number) : -Infinity;
    const fault = rowFault(rows, index) ?? timeFault(time, before, lastTime);
    if (fault !== null) {
      faults.push({ index, fault });
      continue;
    }
    if (time === before) length--;
    copyRow(rows, index, bars, length);
    length++;
  }
  const buffer = packBars(bars, 0, length);
  return { bars: { ...viewPackedBars(buffer), buffer }, faults };
}

function timeFault(time: number, before: number, lastTime: number): BarFault | null {
  if (time < before) return 'not-rising';
  return time > lastTime ? 'in-the-future' : null;
}

function rowFault(rows: BarColumns, index: number): BarFault | null {
  const [open, high, low, close] = [rows.open, rows.high, rows.low, rows.close].map(
    (column) => column[index] as number,
  ) as [number, number, number, number];
  const volume = rows.volume[index] as number;
  const isFinite = [open, high, low, close, volume, rows.time[index]].every(Number.isFinite);
  if (!isFinite) return 'not-finite';
  if (low <= 0 || volume < 0) return 'not-positive';
  return low > Math.min(open, close) || high < Math.max(open, close) ? 'outside-range' : null;
}

function copyRow(from: BarColumns, index: number, to: BarColumns, place: number): void {
  to.time[place] = from.time[index] as number;
  to.open[place] = from.open[index] as number;
  to.high[place] = from.high[index] as number;
  to.low[place] = from.low[index] as number;
  to.close[place] = from.close[index] as number;
  to.volume[place] = from.volume[index] as number;
  const adjusted = from.adjustedClose[index] as number;
  to.adjustedClose[place] = Number.isFinite(adjusted) && adjusted > 0 ? adjusted : NaN;
}
