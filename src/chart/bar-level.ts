import type { Bar, BarColumns } from '../shared/domain/candle/bar-columns';

const COLUMNS = ['time', 'open', 'high', 'low', 'close', 'volume'] as const;
export type LevelColumns = { readonly [Name in (typeof COLUMNS)[number]]: Float64Array };

const MIN_SPARE = 64;
const GROWTH = 1.25;

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

  /** Level 0: reads the caller's columns and copies them at the first change. */
  static reading(bars: BarColumns): BarLevel {
    return new BarLevel(1, bars, bars.length, false);
  }

  /** The next coarser level: every `factor` bars of `finer` as one. */
  static coarser(finer: BarLevel, factor: number): BarLevel {
    const length = Math.ceil(finer.length / factor);
    const columns = allocate(length + MIN_SPARE);
    for (let bucket = 0; bucket < length; bucket++) {
      const from = bucket * factor;
      mergeInto(columns, bucket, finer.columns, from, Math.min(finer.length, from + factor));
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
    for (const name of COLUMNS) this.#columns[name][index] = bar[name];
    this.#length = Math.max(this.#length, index + 1);
  }

  /** Writes the bars `from` (included) to `to` (excluded) of another level as one bar at `index`. */
  putMerged(index: number, finer: BarLevel, from: number, to: number): void {
    this.#makeRoom(index + 1);
    mergeInto(this.#columns, index, finer.columns, from, to);
    this.#length = Math.max(this.#length, index + 1);
  }

  #makeRoom(length: number): void {
    if (this.#owned && length <= this.#columns.time.length) return;
    const grown = allocate(Math.ceil(Math.max(length + MIN_SPARE, this.#length * GROWTH)));
    for (const name of COLUMNS) grown[name].set(this.#columns[name].subarray(0, this.#length));
    this.#columns = grown;
    this.#owned = true;
  }
}

/** Open of the first, close of the last, extremes, sum of the volumes; without an object for each bar. */
function mergeInto(
  target: LevelColumns,
  index: number,
  source: LevelColumns,
  from: number,
  to: number,
): void {
  let highest = source.high[from] as number;
  let lowest = source.low[from] as number;
  let sum = source.volume[from] as number;
  for (let i = from + 1; i < to; i++) {
    const high = source.high[i] as number;
    const low = source.low[i] as number;
    if (high > highest) highest = high;
    if (low < lowest) lowest = low;
    sum += source.volume[i] as number;
  }
  target.time[index] = source.time[from] as number;
  target.open[index] = source.open[from] as number;
  target.high[index] = highest;
  target.low[index] = lowest;
  target.close[index] = source.close[to - 1] as number;
  target.volume[index] = sum;
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
