import type { ZoneClock } from '../../calendar/zone-clock';

const SECONDS_PER_DAY = 86_400;

/**
 * Turns times of a wall clock into moments, a million of them: a day on which the clock is not moved
 * is looked up once.
 */
export class WallZone {
  /** Of the day of the row before; NaN where the clock is moved around it. */
  private lastOffset = NaN;
  private lastDay = NaN;

  constructor(private readonly clock: Pick<ZoneClock, 'offsetAt'>) {}

  /**
   * UTC seconds of a time on the wall (seconds, counted as if it stood in UTC); NaN where the clock
   * was moved over it. An hour that comes twice is the earlier one.
   */
  toUtc(wall: number): number {
    const offset = this.offsetOfDay(Math.floor(wall / SECONDS_PER_DAY));
    return Number.isNaN(offset) ? this.earliest(wall) : wall - offset;
  }

  /** The later one of two moments with that time on the wall; NaN where there is only one. */
  laterOf(wall: number): number {
    if (!Number.isNaN(this.offsetOfDay(Math.floor(wall / SECONDS_PER_DAY)))) return NaN;
    const [before, after] = this.around(wall);
    const isTwice = before !== after && this.holds(wall, before) && this.holds(wall, after);
    return isTwice ? Math.max(wall - before, wall - after) : NaN;
  }

  /** The date on the wall at a moment, as seconds of its midnight in UTC. */
  dayAt(utc: number): number {
    const wall = utc + this.clock.offsetAt(utc * 1000) / 1000;
    return Math.floor(wall / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  }

  private earliest(wall: number): number {
    const moments = this.around(wall)
      .filter((offset) => this.holds(wall, offset))
      .map((offset) => wall - offset);
    return moments.length === 0 ? NaN : Math.min(...moments);
  }

  private holds(wall: number, offset: number): boolean {
    return this.offsetAt(wall - offset) === offset;
  }

  /** The offsets of a day before and a day after. */
  private around(wall: number): readonly [number, number] {
    return [this.offsetAt(wall - SECONDS_PER_DAY), this.offsetAt(wall + SECONDS_PER_DAY)];
  }

  /** NaN for a day around which the clock is moved. */
  private offsetOfDay(day: number): number {
    if (day === this.lastDay) return this.lastOffset;
    const start = day * SECONDS_PER_DAY;
    const before = this.offsetAt(start - SECONDS_PER_DAY);
    this.lastDay = day;
    this.lastOffset = before === this.offsetAt(start + 2 * SECONDS_PER_DAY) ? before : NaN;
    return this.lastOffset;
  }

  private offsetAt(utc: number): number {
    return this.clock.offsetAt(utc * 1000) / 1000;
  }
}
