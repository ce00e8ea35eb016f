import { Extremes } from '../extremes';
import type { PlotGeometry } from '../plot-geometry';
import type { BookedStudy } from './study-book';

type Buckets = Pick<PlotGeometry, 'buckets' | 'lastSessionOf'>;

/** Adds what the plots of a study show in view; bars reach to zero. */
export function addStudy(
  extremes: Extremes,
  { plots }: BookedStudy,
  geometry: Buckets,
  toValue: (value: number) => number = (value) => value,
): void {
  const { from, to } = geometry.buckets();
  for (const { plot, columns } of plots) {
    if (plot.kind === 'histogram' || plot.kind === 'columns') extremes.add(toValue(0));
    for (const column of columns) {
      for (let bucket = from; bucket < to; bucket++) {
        extremes.add(toValue(column.at(geometry.lastSessionOf(bucket))));
      }
    }
  }
}

/** Ends of the axis of a pane: those that its studies fix, else what they show in view. */
export function paneRange(
  studies: readonly BookedStudy[],
  geometry: Buckets,
): { readonly min: number; readonly max: number } | null {
  const extremes = new Extremes();
  for (const booked of studies) {
    const { range } = booked.study;
    if (range === undefined) addStudy(extremes, booked, geometry);
    else for (const end of range) extremes.add(end);
  }
  return extremes.range();
}
