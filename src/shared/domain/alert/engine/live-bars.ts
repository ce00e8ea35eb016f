import { BAR_COLUMN_NAMES, type BarColumns, viewPackedBars } from '../../candle/bar-columns';
import type { BarSpan } from './bar-spans';

const FIRST_ROOM = 64;
const COLUMNS = BAR_COLUMN_NAMES.length;
const [TIME, OPEN, HIGH, LOW, CLOSE, VOLUME, ADJUSTED_CLOSE] = [0, 1, 2, 3, 4, 5, 6] as const;

/**
 * Bars that grow with prices: the last one is under way. The columns lie in one piece of memory and are
 * written there: seven views of it would be seven more things to fetch with each price that is looked at.
 */
export class LiveBars {
  private room = FIRST_ROOM;
  private cells = new Float64Array(COLUMNS * FIRST_ROOM);
  private columns: BarColumns = viewOf(this.cells, 0);
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
    const { cells, room } = this;
    const last = this.columns.length - 1;
    const [lowest, highest] = [LOW * room + last, HIGH * room + last];
    cells[lowest] = Math.min(cells[lowest] as number, low);
    cells[highest] = Math.max(cells[highest] as number, high);
    cells[CLOSE * room + last] = price;
    cells[VOLUME * room + last] = (cells[VOLUME * room + last] as number) + traded;
    this.revision += 1;
  }

  /** What comes of bars of which the last closed elsewhere. */
  withLastClose<Result>(close: number, compute: () => Result): Result {
    const { cells, room } = this;
    const place = CLOSE * room + this.columns.length - 1;
    const closed = cells[place] as number;
    cells[place] = close;
    const result = compute();
    cells[place] = closed;
    return result;
  }

  /** Takes in bars of the past; those that were heard here stay where the past ends before them. */
  seed(past: BarColumns): void {
    const own = this.columns;
    const begun = own.length === 0 ? Infinity : (own.time[0] as number);
    let kept = 0;
    while (kept < past.length && (past.time[kept] as number) < begun) kept += 1;
    this.makeRoom(kept + own.length + FIRST_ROOM);
    this.columns = viewOf(this.cells, kept + own.length);
    for (const name of BAR_COLUMN_NAMES) {
      this.columns[name].set(past[name].subarray(0, kept));
      this.columns[name].set(own[name].subarray(0, own.length), kept);
    }
    if (own.length === 0 && kept > 0) {
      this.endOfLast = this.spanAt((past.time[kept - 1] as number) * 1000).end;
    }
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
    if (length === this.room) this.grow();
    else this.columns = withLength(this.columns, length + 1);
    const { cells, room } = this;
    cells[TIME * room + length] = span.start / 1000;
    for (const column of [OPEN, HIGH, LOW, CLOSE]) cells[column * room + length] = price;
    cells[VOLUME * room + length] = 0;
    cells[ADJUSTED_CLOSE * room + length] = NaN;
  }

  /** Room for twice as many bars, and one bar more. */
  private grow(): void {
    const { columns, room } = this;
    this.makeRoom(room * 2);
    this.columns = viewOf(this.cells, columns.length + 1);
    for (const name of BAR_COLUMN_NAMES) this.columns[name].set(columns[name]);
  }

  private makeRoom(room: number): void {
    this.room = room;
    this.cells = new Float64Array(COLUMNS * room);
  }
}

/** The first bars of a room full of them. */
function viewOf(cells: Float64Array<ArrayBuffer>, length: number): BarColumns {
  return withLength(viewPackedBars(cells.buffer), length);
}

/** Written out: what is made by spreading is read several times slower. */
function withLength(columns: BarColumns, length: number): BarColumns {
  const { time, open, high, low, close, volume, adjustedClose } = columns;
  return { length, time, open, high, low, close, volume, adjustedClose };
}
