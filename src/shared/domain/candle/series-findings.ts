import type { BarColumns } from './bar-columns';
import type { BarFault, CleanBars } from './clean-bars';
import { NEIGHBOURS, type SuspectBar, suspectBars } from './suspect-bars';

/** A series in which more is suspicious is judged by these, the newest. */
export const MOST_SUSPECTS = 500;
/** Bars before the first changed one that a scan has to see so that it finds what one of the whole would. */
export const SCAN_REACH = 2 * NEIGHBOURS + 2;

/** A row that could be no bar. */
export interface LeftOutRow {
  /** UTC seconds, or a session key, as in `BarColumns.time`. */
  readonly time: number;
  readonly fault: BarFault;
}

/** What checking the bars of a series found. They are stored as they came: flagged, never repaired. */
export interface SeriesFindings {
  /** Oldest first, at most {@link MOST_SUSPECTS}. */
  readonly suspects: readonly SuspectBar[];
  /** Oldest first, at most {@link MOST_SUSPECTS}. */
  readonly leftOut: readonly LeftOutRow[];
  /** Rows without prices that the source left out of its last whole answer. */
  readonly skippedRows: number;
  /** Session keys of the splits that sources reported, ascending. */
  readonly splits: readonly number[];
}

/** What an answer says beside its bars. */
export type AnswerFacts = Omit<SeriesFindings, 'suspects'>;

/** Of bars that come with nothing beside them, as from a file, which has a report of its own. */
export const NOTHING_SAID: AnswerFacts = { leftOut: [], skippedRows: 0, splits: [] };

/** Of a series that was put together anew. */
export function wholeFindings(
  bars: BarColumns,
  facts: AnswerFacts,
  seams: readonly SuspectBar[] = [],
): SeriesFindings {
  const suspects = suspectBars(bars);
  return { ...facts, leftOut: newest(facts.leftOut), suspects: sorted([...seams, ...suspects]) };
}

/**
 * Of a series whose end changed: the same as a scan of all of it would find.
 *
 * @param window - the end of the series as it is now: at least {@link SCAN_REACH} bars before the first
 *   changed one, or all of them
 * @param changedFrom - index in `window` of the first changed bar
 * @param stored - the window with the bars that are not judged
 */
export function tailFindings(
  before: SeriesFindings | null,
  window: BarColumns,
  changedFrom: number,
  facts: AnswerFacts,
  stored: BarColumns = window,
): SeriesFindings {
  const splits = union(before?.splits ?? [], facts.splits);
  const from = Math.max(0, changedFrom - NEIGHBOURS);
  const fromTime = window.time[from] ?? Infinity;
  const isKept = ({ time, kind }: SuspectBar): boolean => time < fromTime || kind === 'basis';
  const found = suspectBars(window).filter(({ time }) => time >= fromTime);
  return {
    suspects: sorted([...(before?.suspects ?? []).filter(isKept), ...found]),
    leftOut: joinLeftOut(before?.leftOut ?? [], facts.leftOut, stored),
    skippedRows: before?.skippedRows ?? 0,
    splits,
  };
}

/** Rows that could be no bars; those of a period under way are none of them, nor are those without a time. */
export function leftOutRows(rows: BarColumns, faults: CleanBars['faults']): readonly LeftOutRow[] {
  return faults
    .map(({ index, fault }) => ({ time: rows.time[index] as number, fault }))
    .filter(({ time, fault }) => fault !== 'in-the-future' && Number.isFinite(time));
}

function joinLeftOut(
  before: readonly LeftOutRow[],
  after: readonly LeftOutRow[],
  window: BarColumns,
): readonly LeftOutRow[] {
  const present = new Set(window.time);
  const byTime = new Map([...before, ...after].map((row) => [row.time, row]));
  return newest([...byTime.values()].filter(({ time }) => !present.has(time)));
}

/** Both lists of session keys as one, ascending. */
export function union(one: readonly number[], other: readonly number[]): readonly number[] {
  return [...new Set([...one, ...other])].sort((left, right) => left - right);
}

function sorted(suspects: readonly SuspectBar[]): readonly SuspectBar[] {
  return newest(suspects.toSorted((one, other) => one.time - other.time));
}

function newest<T>(all: readonly T[]): readonly T[] {
  return all.slice(-MOST_SUSPECTS);
}
