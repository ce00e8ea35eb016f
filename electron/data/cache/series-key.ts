/** A stored series, as the tables of its bars name it: `series.id`, and the interval in seconds. */
export interface SeriesKey {
  readonly id: number;
  readonly tf: number;
}
