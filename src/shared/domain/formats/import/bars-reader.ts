import { type BarColumns } from '../../candle/bar-columns';
import { INTERVAL_SECONDS } from '../../candle/interval';
import { unexplainedSplits, unitErrors } from '../../candle/suspect-bars';
import { FaultList } from './fault-list';
import { ImportCollector } from './import-collector';
import {
  DUPLICATE_ROWS,
  type FaultyRow,
  INVALID_ROWS,
  type RowCounts,
  type WarnedRow,
} from './import-faults';
import type { BarsPlan } from './import-plan';
import { ImportRow } from './import-row';
import { LineFeeder } from './line-feeder';
import type { WallZone } from './wall-zone';

/** A row of bars is about a hundred bytes; a longer line than this is no row. */
export const LONGEST_LINE = 64 * 1024;

export interface BarsReaderParts {
  readonly plan: BarsPlan;
  /** The zone of `plan.zone`. */
  readonly zone: WallZone;
  /** Number of the first line that holds a row. */
  readonly firstRowLine: number;
  readonly lineEndsInReturn: boolean;
  /** About how many rows will come. */
  readonly expectedRows: number;
}

/** What a file of bars came down to. */
export interface ReadBars {
  /** Oldest first, one bar for each time. */
  readonly bars: BarColumns;
  /** The line of each bar. */
  readonly lines: Uint32Array;
  readonly counts: RowCounts;
  /** The first faulty rows, in the order of the file. */
  readonly faults: readonly FaultyRow[];
  /** What the column of symbols says; empty without one. */
  readonly symbol: string;
  /** True where the zone matters: rows with a time of day and no offset, or daily moments. */
  readonly leavesZoneOpen: boolean;
}

/**
 * Reads bars from a text in UTF-8 that comes in chunks. Never throws, whatever the bytes are; what is
 * not a row is counted and named, and no line can grow beyond {@link LONGEST_LINE} in memory.
 */
export class BarsReader {
  private readonly row;
  private readonly collector;
  private readonly feeder;
  private readonly faults = new FaultList();
  private readonly seconds;
  /** Lines with a warning; some have two. */
  private readonly warned = new Set<number>();
  private rowsSeen = 0;
  private leavesZoneOpen = false;

  constructor(private readonly parts: BarsReaderParts) {
    const { plan, zone, lineEndsInReturn } = parts;
    this.row = new ImportRow(plan, zone);
    this.collector = new ImportCollector(parts.expectedRows);
    this.seconds = INTERVAL_SECONDS[plan.interval];
    this.feeder = new LineFeeder({
      heard: (bytes, start, end, line) => this.readLine(bytes, start, end, line),
      tooLong: (line) => this.noteTooLong(line),
      longest: LONGEST_LINE,
      lineEndsInReturn,
    });
  }

  /** Rows so far. */
  get rows(): number {
    return this.rowsSeen;
  }

  push(chunk: Uint8Array): void {
    this.feeder.push(chunk);
  }

  finish(): ReadBars {
    this.feeder.finish();
    const { faults, leavesZoneOpen } = this;
    const { bars, lines } = this.collector.finish(faults);
    this.noteSuspects(bars, lines);
    const warning = this.countWarned(lines);
    const counts = {
      valid: bars.length - warning,
      duplicate: faults.countOf(DUPLICATE_ROWS),
      invalid: faults.countOf(INVALID_ROWS),
      warning,
    };
    const { symbol } = this.row;
    return { bars, lines, counts, faults: faults.first(), symbol, leavesZoneOpen };
  }

  private readLine(bytes: Uint8Array, start: number, end: number, line: number): void {
    if (line < this.parts.firstRowLine) return;
    this.rowsSeen++;
    const { row, collector, faults } = this;
    const fault = row.read(bytes, start, end);
    if (fault !== null) {
      faults.add(line, fault);
      return;
    }
    if (row.leavesZoneOpen) this.leavesZoneOpen = true;
    // An hour that the clock shows twice: rows that go on are in its second one.
    if (row.laterTime > 0 && row.time <= collector.lastTime) {
      row.time = row.laterTime;
      this.warn(line, 'repeated-hour');
    } else if (row.time % this.seconds !== 0) {
      this.warn(line, 'off-interval');
    } else if (row.badAdjustedClose) {
      this.warn(line, 'bad-adjusted-close');
    }
    collector.add(row, line);
  }

  private warn(line: number, fault: WarnedRow): void {
    this.faults.add(line, fault);
    this.warned.add(line);
  }

  /** Of the rows that were taken; some that were warned of turned out to be duplicates. */
  private countWarned(lines: Uint32Array): number {
    if (this.warned.size === 0) return 0;
    return lines.reduce((sum, line) => sum + (this.warned.has(line) ? 1 : 0), 0);
  }

  private noteTooLong(line: number): void {
    if (line < this.parts.firstRowLine) return;
    this.rowsSeen++;
    this.faults.add(line, 'line-too-long');
  }

  /** A jump like a split, or prices in another unit, are taken as they are, and told. */
  private noteSuspects(bars: BarColumns, lines: Uint32Array): void {
    const units = new Set(unitErrors(bars));
    const jumps = this.parts.plan.interval === 'D' ? unexplainedSplits(bars, []) : [];
    for (const index of units) this.warn(lines[index] as number, 'unit-error');
    for (const index of jumps) {
      // The jump into an odd unit and the one out of it are that error and no split.
      if (!units.has(index) && !units.has(index - 1)) {
        this.warn(lines[index] as number, 'split-jump');
      }
    }
  }
}
