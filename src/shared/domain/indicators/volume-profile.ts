import type { BarColumns } from '../candle/bar-columns';
import type { Indicator } from './indicator';

/** What a user may set: the number of rows, and the value area's share of the volume in percent. */
export const VOLUME_PROFILE: Pick<Indicator, 'id' | 'parameters' | 'ascending'> = {
  id: 'volume-profile',
  parameters: [
    { id: 'rows', kind: 'whole', min: 4, max: 500, default: 48 },
    { id: 'valueArea', kind: 'decimal', min: 1, max: 100, default: 70 },
  ],
  ascending: null,
};

/** Volume by price of a range of bars. Row 0 is the lowest; all rows are of one height. */
export interface VolumeProfile {
  /** Price at which row 0 begins. */
  readonly low: number;
  /** Price at which the last row ends. */
  readonly high: number;
  /** Volume of the bars that closed at or above their open, a row. */
  readonly up: Float64Array;
  /** Volume of the others. */
  readonly down: Float64Array;
  /** The row with the most volume, the lowest of equals. */
  readonly pointOfControl: number;
  /** First and last row of the value area, both included. */
  readonly valueArea: readonly [number, number];
}

/**
 * Volume by price of the bars `from` (included) to `to` (excluded). A bar's volume is spread evenly
 * over the prices that it touched, because what traded where within it is not known; a bar without a
 * range counts where its price is. The value area grows from the point of control by the neighbouring
 * row with more volume, the upper one of equals, until it holds its share of the volume.
 *
 * @param params - those of {@link VOLUME_PROFILE}, checked by `readParameters`
 * @returns null where nothing traded
 */
export function volumeProfile(
  bars: BarColumns,
  from: number,
  to: number,
  params: Readonly<Record<string, number>>,
): VolumeProfile | null {
  const rows = params['rows'] as number;
  const first = Math.max(0, from);
  const end = Math.min(bars.length, to);
  const { low, high, volume } = extentOf(bars, first, end);
  if (volume === 0) return null;
  const up = new Float64Array(rows);
  const down = new Float64Array(rows);
  for (let index = first; index < end; index++) {
    const rises = (bars.close[index] as number) >= (bars.open[index] as number);
    spread(bars, index, low, (high - low) / rows, rises ? up : down);
  }
  const total = up.map((units, row) => units + (down[row] as number));
  const pointOfControl = total.indexOf(Math.max(...total));
  const share = ((params['valueArea'] as number) / 100) * volume;
  return { low, high, up, down, pointOfControl, valueArea: growArea(total, pointOfControl, share) };
}

function extentOf(
  bars: BarColumns,
  from: number,
  to: number,
): { readonly low: number; readonly high: number; readonly volume: number } {
  let low = Infinity;
  let high = -Infinity;
  let volume = 0;
  for (let index = from; index < to; index++) {
    low = Math.min(low, bars.low[index] as number);
    high = Math.max(high, bars.high[index] as number);
    volume += bars.volume[index] as number;
  }
  return { low, high, volume };
}

function spread(
  bars: BarColumns,
  index: number,
  base: number,
  height: number,
  rows: Float64Array,
): void {
  const units = bars.volume[index] as number;
  const low = bars.low[index] as number;
  const high = bars.high[index] as number;
  const lastRow = rows.length - 1;
  const rowAt = (price: number): number =>
    height === 0 ? 0 : Math.min(lastRow, Math.floor((price - base) / height));
  const [bottom, top] = [rowAt(low), rowAt(high)];
  if (bottom === top) {
    rows[bottom] = (rows[bottom] as number) + units;
    return;
  }
  const density = units / (high - low);
  for (let row = bottom; row <= top; row++) {
    const from = Math.max(low, base + row * height);
    const to = row === top ? high : Math.min(high, base + (row + 1) * height);
    rows[row] = (rows[row] as number) + Math.max(0, to - from) * density;
  }
}

function growArea(
  total: Float64Array,
  pointOfControl: number,
  share: number,
): readonly [number, number] {
  let [bottom, top] = [pointOfControl, pointOfControl];
  let held = total[pointOfControl] as number;
  while (held < share && (bottom > 0 || top < total.length - 1)) {
    const above = total[top + 1] ?? -1;
    const below = total[bottom - 1] ?? -1;
    if (above >= below) top++;
    else bottom--;
    held += Math.max(above, below);
  }
  return [bottom, top];
}
