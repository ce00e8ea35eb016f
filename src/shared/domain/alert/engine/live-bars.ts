import { BAR_COLUMN_NAMES, type BarColumns, viewPackedBars } from '../../candle/bar-columns';
import type { BarSpan } from './bar-spans';

const FIRST_ROOM = 64;
const BYTES_PER_BAR = BAR_COLUMN_NAMES.length * Float64Array.BYTES_PER_ELEMENT;

/** Bars that grow with prices: the last one is under way. */
export class LiveBars {
  private columns: BarColumns = makeRoom(FIRST_ROOM, 0);
  private endOfLast = -Infinity;
  /** Rises whenever bars other than the last changed. */
  edition = 0;
  /** Rises with every change. */
  revision = 0;

  constructor(private readonly spanAt: (at: number) => BarSpan) {}

  get bars(): BarColumns {
    return this.columns;
  }

  /** UTC milliseconds at which the bar under way is over. */
  get end(): number {
    return this.endOfLast;
  }

  /**
   * @param at - UTC milliseconds; a price of an earlier bar is left out
   * @param traded - units since the price before; 0 where that is not known
   */
  hear(at: number, price: number, traded: number): void {
    if (at >= this.endOfLast) this.begin(at, price);
    this.hearMore(price, price, price, traded);
  }

  /** Prices of the bar under way: the lowest, the highest and the last of them. */
  hearMore(low: number, high: number, price: number, traded: number): void {
    const { columns } = this;
    const last = columns.length - 1;
    columns.high[last] = Math.max(columns.high[last] as number, high);
    columns.low[last] = Math.min(columns.low[last] as number, low);
    columns.close[last] = price;
    columns.volume[last] = (columns.volume[last] as number) + traded;
    this.revision += 1;
  }

  /** What comes of bars of which the last closed elsewhere. */
  withLastClose<Result>(close: number, compute: () => Result): Result {
    const { columns } = this;
    const last = columns.length - 1;
    const closed = columns.close[last] as number;
    columns.close[last] = close;
    const result = compute();
    columns.close[last] = closed;
    return result;
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
      this.endOfLast = this.spanAt((past.time[kept - 1] as number) * 1000).end;
    }
    this.columns = joined;
    this.edition += 1;
    this.revision += 1;
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
    this.revision += 1;
  }

  private begin(at: number, price: number): void {
    const span = this.spanAt(at);
    this.endOfLast = span.end;
    const { length } = this.columns;
    this.columns = lengthened(this.columns);
    this.columns.time[length] = span.start / 1000;
    for (const name of ['open', 'high', 'low', 'close'] as const) {
      this.columns[name][length] = price;
    }
    this.columns.volume[length] = 0;
    this.columns.adjustedClose[length] = NaN;
  }
}

/** All columns in one piece of memory: making it costs as much as making one of them. */
function makeRoom(room: number, length: number): BarColumns {
  return { ...viewPackedBars(new ArrayBuffer(room * BYTES_PER_BAR)), length };
}

/** One bar more, over the same memory while there is room. Written out: it is read with every price. */
function lengthened(columns: BarColumns): BarColumns {
  const { time, open, high, low, close, volume, adjustedClose } = columns;
  const length = columns.length + 1;
  if (length <= time.length) {
    return { length, time, open, high, low, close, volume, adjustedClose };
  }
  const grown = makeRoom(columns.length * 2, length);
  for (const name of BAR_COLUMN_NAMES) grown[name].set(columns[name].subarray(0, columns.length));
  return grown;
}
