/** What is wrong with a row that is left out. */
export const INVALID_ROWS = [
  'missing-cells',
  'extra-cells',
  'bad-date',
  'bad-time',
  'no-such-time',
  'bad-number',
  'not-positive',
  'high-below-low',
  'outside-range',
  'other-symbol',
  'line-too-long',
] as const;

/** What is odd about a row that is taken as it is. */
export const WARNED_ROWS = [
  'split-jump',
  'unit-error',
  'off-interval',
  'repeated-hour',
  'bad-adjusted-close',
] as const;

/** A row whose bar stands on an earlier line already: with the same values, or with others. */
export const DUPLICATE_ROWS = ['duplicate', 'conflicting-duplicate'] as const;

export type InvalidRow = (typeof INVALID_ROWS)[number];
export type WarnedRow = (typeof WARNED_ROWS)[number];
export type DuplicateRow = (typeof DUPLICATE_ROWS)[number];
export type ImportRowFault = InvalidRow | WarnedRow | DuplicateRow;

/** One row that is not simply valid. */
export interface FaultyRow {
  /** Counted from 1, the header and blank lines included. */
  readonly line: number;
  readonly fault: ImportRowFault;
}

/** Rows by what became of them; those with a warning are taken like the valid ones. */
export interface RowCounts {
  readonly valid: number;
  readonly duplicate: number;
  readonly warning: number;
  readonly invalid: number;
}

/** How many faulty rows are named; the others are only counted. */
export const NAMED_FAULTS = 50;

export type FaultGrade = 'invalid' | 'warning' | 'duplicate';

export function gradeOf(fault: ImportRowFault): FaultGrade {
  if ((WARNED_ROWS as readonly string[]).includes(fault)) return 'warning';
  return (DUPLICATE_ROWS as readonly string[]).includes(fault) ? 'duplicate' : 'invalid';
}
