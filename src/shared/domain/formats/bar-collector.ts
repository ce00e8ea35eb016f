import { allocateBars, BAR_COLUMN_NAMES, type BarColumns } from '../candle/bar-columns';

const LEAST_CAPACITY = 64;
const SECONDS_PER_DAY = 86_400;
/** Days from 0001-01-01 to 1970-01-01, and from 0001-01-01 to 9999-12-31. */
const DAYS_BEFORE_1970 = 719_162;
const DAYS_OF_DATES = 3_652_059;
/** Marks in `seen`: nothing yet; a date without time; else minute of the day + 2. */
const UNSEEN = 0;
const DATE_ONLY = 1;
const FIRST_MINUTE = 2;

/** One bar as the collector reads it. */
export type CollectedBar = Readonly<Record<(typeof BAR_COLUMN_NAMES)[number], number>> & {
  readonly minuteOfDay: number | null;
};

/** Gathers daily bars in any order; keeps the first of each session. */
export class BarCollector {
  private columns;
  private count = 0;
  private lastTime = -Infinity;
  private ascending = true;
  private otherTimes = 0;
  private readonly seen = new Uint16Array(DAYS_OF_DATES);

  /** @param expected - about how many bars will come; more may */
  constructor(expected: number) {
    this.columns = allocateBars(
      Math.min(Math.max(LEAST_CAPACITY, Math.ceil(expected)), DAYS_OF_DATES),
    );
  }

  /** @returns false where the session has its bar already */
  add(bar: CollectedBar): boolean {
    const day = bar.time / SECONDS_PER_DAY + DAYS_BEFORE_1970;
    const mark = bar.minuteOfDay === null ? DATE_ONLY : bar.minuteOfDay + FIRST_MINUTE;
    const earlier = this.seen[day] as number;
    if (earlier !== UNSEEN) {
      if (earlier !== mark) this.otherTimes++;
      return false;
    }
    this.seen[day] = mark;
    if (this.count === this.columns.length) this.grow();
    this.put(bar);
    return true;
  }

  /**
   * True where the rows are no daily bars but parts of sessions: at least two rows, and at least
   * half as many as there are sessions, repeat a session at another time of day. (Some sources end
   * a file of daily bars with the last session once more, stamped with the last trade.)
   */
  get isIntraday(): boolean {
    return this.otherTimes > 1 && this.otherTimes * 2 >= this.count;
  }

  /** The bars, oldest first, packed in one buffer. */
  toBars(): BarColumns & { readonly buffer: ArrayBuffer } {
    const bars = allocateBars(this.count);
    const order = this.ascending ? null : this.orderByTime();
    for (const name of BAR_COLUMN_NAMES) {
      const source = this.columns[name];
      if (order === null) bars[name].set(source.subarray(0, this.count));
      else
        bars[name].forEach((_, index, target) => {
          target[index] = source[order[index] as number] as number;
        });
    }
    return bars;
  }

  private put(bar: CollectedBar): void {
    const { columns, count } = this;
    if (bar.time < this.lastTime) this.ascending = false;
    this.lastTime = bar.time;
    columns.time[count] = bar.time;
    columns.open[count] = bar.open;
    columns.high[count] = bar.high;
    columns.low[count] = bar.low;
    columns.close[count] = bar.close;
    columns.volume[count] = bar.volume;
    columns.adjustedClose[count] = bar.adjustedClose;
    this.count = count + 1;
  }

  private grow(): void {
    const larger = allocateBars(this.columns.length * 2);
    for (const name of BAR_COLUMN_NAMES) larger[name].set(this.columns[name]);
    this.columns = larger;
  }

  private orderByTime(): Uint32Array {
    const { time } = this.columns;
    return Uint32Array.from({ length: this.count }, (_, index) => index).sort(
      (one, other) => (time[one] as number) - (time[other] as number),
    );
  }
}
