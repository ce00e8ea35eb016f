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

  /** An empty level with room for `capacity` bars. */
  static sized(stride: number, capacity: number): BarLevel {
    return new BarLevel(stride, allocate(capacity), 0, true);
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
    return this.merged(index, index + 1);
  }

  /** Writes at `index`, which is an existing bar or the one behind the newest. */
  put(index: number, bar: Bar): void {
    this.#makeRoom(index + 1);
    for (const name of COLUMNS) this.#columns[name][index] = bar[name];
    this.#length = Math.max(this.#length, index + 1);
  }

  /** The bars `from` (included) to `to` (excluded) as one. The range must not be empty. */
  merged(from: number, to: number): Bar {
    const { time, open, high, low, close, volume } = this.#columns;
    let highest = high[from] as number;
    let lowest = low[from] as number;
    let sum = volume[from] as number;
    for (let i = from + 1; i < to; i++) {
      if ((high[i] as number) > highest) highest = high[i] as number;
      if ((low[i] as number) < lowest) lowest = low[i] as number;
      sum += volume[i] as number;
    }
    return {
      time: time[from] as number,
      open: open[from] as number,
      high: highest,
      low: lowest,
      close: close[to - 1] as number,
      volume: sum,
    };
  }

  #makeRoom(length: number): void {
    if (this.#owned && length <= this.#columns.time.length) return;
    const grown = allocate(Math.ceil(Math.max(length + MIN_SPARE, this.#length * GROWTH)));
    for (const name of COLUMNS) grown[name].set(this.#columns[name].subarray(0, this.#length));
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
