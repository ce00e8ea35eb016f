import type { ChartComparison } from '../../overlay-types';
import { StudyColumn } from '../../studies/study-column';

/** A compared instrument with a column that live closes can be written to. */
export interface BookedComparison extends Omit<ChartComparison, 'closes'> {
  readonly closes: StudyColumn;
}

export function bookComparison({ closes, ...rest }: ChartComparison): BookedComparison {
  return { ...rest, closes: new StudyColumn(closes) };
}
