import type { Bar, BarColumns } from '../shared/domain/candle/bar-columns';
import { BarLevel } from './bar-level';

/** Bars of one level that make one bar of the next. */
export const LEVEL_FACTOR = 4;

export type PatchResult = 'replaced' | 'appended' | 'ignored';

/**
 * A series at several levels of detail. A bar of level `k` covers `4^k` sessions: open of the
 * first, close of the last, highest high, lowest low, sum of the volumes, time of the first.
 *
 * A level is built when it is first asked for: a chart that nobody zooms out pays for none.
 */
export class Pyramid {
  readonly #levels: BarLevel[];

  constructor(bars: BarColumns) {
    this.#levels = [BarLevel.reading(bars)];
  }

  /** Number of sessions. */
  get length(): number {
    return this.level(0).length;
  }

  level(k: number): BarLevel {
    for (let next = this.#levels.length; next <= k; next++) {
      this.#levels.push(BarLevel.coarser(this.#levels[next - 1] as BarLevel, LEVEL_FACTOR));
    }
    return this.#levels[k] as BarLevel;
  }

  /**
   * The newest bar changed (same time) or a newer one began; older bars are ignored. Costs the same
   * whatever the length: only the newest bar of each level is made anew.
   */
  patchNewest(bar: Bar): PatchResult {
    const base = this.level(0);
    const newest = base.length - 1;
    const newestTime = newest < 0 ? -Infinity : (base.columns.time[newest] as number);
    if (!(bar.time >= newestTime)) return 'ignored';
    const replaces = bar.time === newestTime;
    base.put(replaces ? newest : newest + 1, bar);
    for (let k = 1; k < this.#levels.length; k++) {
      const finer = this.#levels[k - 1] as BarLevel;
      const bucket = Math.floor((finer.length - 1) / LEVEL_FACTOR);
      const level = this.#levels[k] as BarLevel;
      level.putMerged(bucket, finer, bucket * LEVEL_FACTOR, finer.length);
    }
    return replaces ? 'replaced' : 'appended';
  }
}
