import { type Bar, barAt, type BarColumns } from '../../../shared/domain/candle/bar-columns';

export interface TableRow {
  readonly bar: Bar;
  /** Against the close before, as a fraction; null at the first bar. */
  readonly change: number | null;
}

/** Bars of a range of indices (both included), the newest first, `most` of them at the most. */
export function tableRows(
  bars: BarColumns,
  { from, to }: { readonly from: number; readonly to: number },
  most: number,
): readonly TableRow[] {
  const rows: TableRow[] = [];
  for (let index = to; index >= from && rows.length < most; index--) {
    const bar = barAt(bars, index);
    if (!bar) continue;
    const before = bars.close[index - 1];
    rows.push({ bar, change: before ? bar.close / before - 1 : null });
  }
  return rows;
}
