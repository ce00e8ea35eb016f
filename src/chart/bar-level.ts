import type { Bar, BarColumns } from '../shared/domain/candle/bar-columns';
import {
  BUCKET_COLUMN_NAMES,
  type BucketColumns,
  mergeBucket,
} from '../shared/domain/candle/bar-buckets';

export type LevelColumns = BucketColumns;

const MIN_SPARE = 64;
const GROWTH = 1.25;
/** A long series grows by a bar a minute: a quarter of it in reserve would never be used. */
const MOST_SPARE = 4096;

/** One level of the pyramid: bars of which each covers `stride` sessions (the newest may cover fewer). */
export class BarLevel {
  readonly stride: number;
  #columns: LevelColumns;
  #length: number;
  #owned: boolean;

  private constructor(stride: number, columns: LevelColumns, length: number, owned: boolean) {
    this.stride = stride;
    this.#columns = columns;
    this.#length = length;
    this.#owned = owned;
  }

  /** Reads the caller's columns (level 0, if not said otherwise), and copies them at the first change. */
  static reading(bars: BarColumns, stride = 1): BarLevel {
    return new BarLevel(stride, bars, bars.length, false);
  }

  /** The next coarser level: every `factor` bars of `finer` as one. */
  static coarser(finer: BarLevel, factor: number): BarLevel {
    const length = Math.ceil(finer.length / factor);
    const columns = allocate(length + MIN_SPARE);
    for (let bucket = 0; bucket < length; bucket++) {
      const from = bucket * factor;
      mergeBucket(columns, bucket, finer.columns, from, Math.min(finer.length, from + factor));
    }
    return new BarLevel(finer.stride * factor, columns, length, true);
  }

  get length(): number {
    return this.#length;
  }

  /** Replaced when the level grows: do not keep. May be longer than `length`, for newer bars. */
  get columns(): LevelColumns {
    return this.#columns;
  }

  /** The bar at `index`, which must exist. */
  at(index: number): Bar {
    const { time, open, high, low, close, volume } = this.#columns;
    return {
      time: time[index] as number,
      open: open[index] as number,
      high: high[index] as number,
      low: low[index] as number,
      close: close[index] as number,
      volume: volume[index] as number,
    };
  }

  /** Writes at `index`, which is an existing bar or the one behind the newest. */
  put(index: number, bar: Bar): void {
    this.#makeRoom(index + 1);
    for (const name of BUCKET_COLUMN_NAMES) this.#columns[name][index] = bar[name];
    this.#length = Math.max(this.#length, index + 1);
  }

  /** Writes the bars `from` (included) to `to` (excluded) of another level as one bar at `index`. */
  putMerged(index: number, finer: BarLevel, from: number, to: number): void {
    this.#makeRoom(index + 1);
    mergeBucket(this.#columns, index, finer.columns, from, to);
    this.#length = Math.max(this.#length, index + 1);
  }

  #makeRoom(length: number): void {
    if (this.#owned && length <= this.#columns.time.length) return;
    const spare = Math.min(MOST_SPARE, Math.max(MIN_SPARE, this.#length * (GROWTH - 1)));
    const grown = allocate(length + Math.ceil(spare));
    for (const name of BUCKET_COLUMN_NAMES)
      grown[name].set(this.#columns[name].subarray(0, this.#length));
    this.#columns = grown;
    this.#owned = true;
  }
}

function allocate(capacity: number): LevelColumns {
  const column = (): Float64Array => new Float64Array(capacity);
  return {
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  };
}
