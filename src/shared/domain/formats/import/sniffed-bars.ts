import type { BarsPlan, DateForm } from './import-plan';

/** What the beginning of a file says of how to read it. */
export interface SniffedBars {
  readonly plan: BarsPlan;
  /** Number of the first line that holds a row. */
  readonly firstRowLine: number;
  readonly lineEndsInReturn: boolean;
  /** Date forms that fit all rows of the beginning; two where day and month cannot be told apart. */
  readonly dateForms: readonly DateForm[];
  /** False where the spacing of the rows is none of the known intervals: then `plan.interval` is a guess. */
  readonly intervalKnown: boolean;
  /** The cells of the header; empty without one. */
  readonly header: readonly string[];
  /** The first rows as they are written. */
  readonly rows: readonly (readonly string[])[];
  /** Average bytes of a line in UTF-8, to tell how many rows will come. */
  readonly lineBytes: number;
}
