import { LEVEL_FACTOR } from '../shared/domain/candle/bar-buckets';
import type { Bar, BarColumns } from '../shared/domain/candle/bar-columns';
import type { SeriesOverview } from '../shared/domain/candle/series-overview';
import { BarLevel } from './bar-level';
import { columnsOfOverview } from './overview-columns';

export type PatchResult = 'replaced' | 'appended' | 'ignored';

/** What is there of a series while the whole of it is on its way. */
export interface LevelDetail {
  /** The finest level that covers the whole length. */
  readonly level: number;
  /** From this session on, level 0 is there as well. */
  readonly newestFrom: number;
}

/**
 * A series at several levels of detail. A bar of level `k` covers `4^k` sessions: open of the
 * first, close of the last, highest high, lowest low, sum of the volumes, time of the first.
 *
 * A level is built when it is first asked for: a chart that nobody zooms out pays for none.
 */
export class Pyramid {
  readonly #levels: BarLevel[];
  /** Null where every level is there. */
  readonly detail: LevelDetail | null;

  private constructor(levels: BarLevel[], detail: LevelDetail | null) {
    this.#levels = levels;
    this.detail = detail;
  }

  static of(bars: BarColumns): Pyramid {
    return new Pyramid([BarLevel.reading(bars)], null);
  }

  /** The levels finer than the overview's are missing: in their place stands the overview's own. */
  static ofOverview(overview: SeriesOverview): Pyramid {
    const { length, stride, buckets, newest } = overview;
    const level = Math.round(Math.log(stride) / Math.log(LEVEL_FACTOR));
    const base = BarLevel.reading(columnsOfOverview(overview));
    const coarse = BarLevel.reading(buckets, stride);
    const levels = [base, ...Array.from({ length: level }, () => coarse)];
    return new Pyramid(levels, { level, newestFrom: length - newest.length });
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
   * whatever the length: only the newest bar of each level is made anew. An overview takes none in.
   */
  patchNewest(bar: Bar): PatchResult {
    if (this.detail !== null) return 'ignored';
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
