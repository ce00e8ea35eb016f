import { allocateBars, BAR_COLUMN_NAMES, type BarColumns } from '../../candle/bar-columns';
import type { FaultList } from './fault-list';
import type { DuplicateRow } from './import-faults';
import type { ImportRow } from './import-row';

const LEAST_CAPACITY = 256;

/** Bars in the order of time, each with the line that it came from. */
export interface CollectedBars {
  readonly bars: BarColumns;
  readonly lines: Uint32Array;
}

/** Gathers bars of any interval, in any order. */
export class ImportCollector {
  private columns: BarColumns;
  private lines: Uint32Array;
  private count = 0;
  private last = -Infinity;
  private ascending = true;

  /** @param expected - about how many bars will come; more may */
  constructor(expected: number) {
    const capacity = Math.max(LEAST_CAPACITY, Math.ceil(expected));
    this.columns = allocateBars(capacity);
    this.lines = new Uint32Array(capacity);
  }

  get length(): number {
    return this.count;
  }

  /** The time of the row before; -Infinity before the first one. */
  get lastTime(): number {
    return this.last;
  }

  add(row: ImportRow, line: number): void {
    if (this.count === this.columns.length) this.grow();
    const { columns, count } = this;
    if (row.time <= this.last) this.ascending = false;
    this.last = row.time;
    columns.time[count] = row.time;
    columns.open[count] = row.open;
    columns.high[count] = row.high;
    columns.low[count] = row.low;
    columns.close[count] = row.close;
    columns.volume[count] = row.volume;
    columns.adjustedClose[count] = row.adjustedClose;
    this.lines[count] = line;
    this.count = count + 1;
  }

  /**
   * Of rows for one time the first line holds. Of a file that was in order the columns are those that
   * were filled, and no copy.
   *
   * @param faults - hears of the other rows
   */
  finish(faults: FaultList): CollectedBars {
    if (!this.ascending) return this.sorted(faults);
    const { count } = this;
    return { bars: partOf(this.columns, count), lines: this.lines.subarray(0, count) };
  }

  private sorted(faults: FaultList): CollectedBars {
    const { columns, lines, count } = this;
    const order = Uint32Array.from({ length: count }, (_, index) => index).sort(
      (one, other) =>
        (columns.time[one] as number) - (columns.time[other] as number) || one - other,
    );
    let kept = 0;
    for (const index of order) {
      const before = kept > 0 ? (order[kept - 1] as number) : -1;
      if (before < 0 || columns.time[before] !== columns.time[index]) order[kept++] = index;
      else faults.add(lines[index] as number, this.compare(before, index));
    }
    const bars = allocateBars(kept);
    for (const name of BAR_COLUMN_NAMES) {
      const [source, target] = [columns[name], bars[name]];
      for (let index = 0; index < kept; index++) {
        target[index] = source[order[index] as number] as number;
      }
    }
    const keptLines = Uint32Array.from(order.subarray(0, kept), (index) => lines[index] as number);
    return { bars, lines: keptLines };
  }

  private compare(one: number, other: number): DuplicateRow {
    const same = BAR_COLUMN_NAMES.every((name) =>
      Object.is(this.columns[name][one], this.columns[name][other]),
    );
    return same ? 'duplicate' : 'conflicting-duplicate';
  }

  private grow(): void {
    const capacity = Math.ceil(this.columns.length * 1.5);
    const larger = allocateBars(capacity);
    for (const name of BAR_COLUMN_NAMES) larger[name].set(this.columns[name]);
    const lines = new Uint32Array(capacity);
    lines.set(this.lines);
    this.columns = larger;
    this.lines = lines;
  }
}

function partOf(bars: BarColumns, length: number): BarColumns {
  const column = (name: (typeof BAR_COLUMN_NAMES)[number]): Float64Array =>
    bars[name].subarray(0, length);
  return {
    length,
    time: column('time'),
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    volume: column('volume'),
    adjustedClose: column('adjustedClose'),
  };
}
