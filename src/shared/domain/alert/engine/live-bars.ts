import { BAR_COLUMN_NAMES, type BarColumns } from '../../candle/bar-columns';
import type { BarSpan } from './bar-spans';

const FIRST_ROOM = 64;

/** Bars that grow with prices: the last one is under way. */
export class LiveBars {
  private columns: BarColumns = makeRoom(FIRST_ROOM, 0);
  private end = -Infinity;
  /** Rises whenever bars other than the last changed. */
  edition = 0;

  constructor(private readonly spanAt: (at: number) => BarSpan) {}

  get bars(): BarColumns {
    return this.columns;
  }

  /**
   * @param at - UTC milliseconds; a price of an earlier bar is left out
   * @param traded - units since the price before; 0 where that is not known
   */
  hear(at: number, price: number, traded: number): void {
    if (at >= this.end) this.begin(at, price);
    const { columns } = this;
    const last = columns.length - 1;
    columns.high[last] = Math.max(columns.high[last] as number, price);
    columns.low[last] = Math.min(columns.low[last] as number, price);
    columns.close[last] = price;
    columns.volume[last] = (columns.volume[last] as number) + traded;
  }

  /** Takes in bars of the past; those that were heard here stay where the past ends before them. */
  seed(past: BarColumns): void {
    const own = this.columns;
    const begun = own.length === 0 ? Infinity : (own.time[0] as number);
    let kept = 0;
    while (kept < past.length && (past.time[kept] as number) < begun) kept += 1;
    const joined = makeRoom(kept + own.length + FIRST_ROOM, kept + own.length);
    for (const name of BAR_COLUMN_NAMES) {
      joined[name].set(past[name].subarray(0, kept));
      joined[name].set(own[name].subarray(0, own.length), kept);
    }
    if (own.length === 0 && kept > 0) {
      this.end = this.spanAt((past.time[kept - 1] as number) * 1000).end;
    }
    this.columns = joined;
    this.edition += 1;
  }

  /** Prices in the shares of today: they are multiplied, units divided. */
  scale(factor: number): void {
    const { open, high, low, close, volume, length } = this.columns;
    for (let index = 0; index < length; index++) {
      for (const prices of [open, high, low, close]) {
        prices[index] = (prices[index] as number) * factor;
      }
      volume[index] = (volume[index] as number) / factor;
    }
    this.edition += 1;
  }

  private begin(at: number, price: number): void {
    const span = this.spanAt(at);
    this.end = span.end;
    const { length } = this.columns;
    this.columns =
      length < this.columns.time.length
        ? { ...this.columns, length: length + 1 }
        : longer(this.columns);
    this.columns.time[length] = span.start / 1000;
    for (const name of ['open', 'high', 'low', 'close'] as const) {
      this.columns[name][length] = price;
    }
    this.columns.volume[length] = 0;
    this.columns.adjustedClose[length] = NaN;
  }
}

function makeRoom(room: number, length: number): BarColumns {
  const column = (): Float64Array => new Float64Array(room);
  return {
    length,
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
    adjustedClose: column(),
  };
}

function longer(columns: BarColumns): BarColumns {
  const grown = makeRoom(columns.length * 2, columns.length + 1);
  for (const name of BAR_COLUMN_NAMES) grown[name].set(columns[name].subarray(0, columns.length));
  return grown;
}
