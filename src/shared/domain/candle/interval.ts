/** Length of one stored bar. `D` is one session of the exchange; the others count clock time within a session. */
export const INTERVALS = ['1m', '5m', '15m', '30m', '1h', 'D'] as const;
export type Interval = (typeof INTERVALS)[number];

/** Seconds between the starts of two bars of one session; for `D` between two calendar days. */
export const INTERVAL_SECONDS: Readonly<Record<Interval, number>> = {
  '1m': 60,
  '5m': 300,
  '15m': 900,
  '30m': 1800,
  '1h': 3600,
  D: 86_400,
};

/** Length of one bar on a chart. `W` is a week of sessions, Monday to Sunday, `M` a calendar month of them. */
export const CHART_INTERVALS = ['1m', '5m', '15m', '30m', '1h', '4h', 'D', 'W', 'M'] as const;
export type ChartInterval = (typeof CHART_INTERVALS)[number];

/** A charted interval that counts clock time; its bars carry the UTC seconds of their start. */
export type IntradayInterval = Exclude<ChartInterval, 'D' | 'W' | 'M'>;

/** Seconds between the starts of two bars of one continuous trading period. */
export const INTRADAY_SECONDS: Readonly<Record<IntradayInterval, number>> = {
  '1m': 60,
  '5m': 300,
  '15m': 900,
  '30m': 1800,
  '1h': 3600,
  '4h': 14_400,
};

/** True for an interval whose bars lie within a session; false for those whose bars carry session keys. */
export function isIntraday(interval: ChartInterval): interval is IntradayInterval {
  return interval in INTRADAY_SECONDS;
}

/**
 * The stored intervals that bars of a charted one can be made of, the best first: its own, then the
 * coarsest of the finer ones, because that is the least to read. Of intraday bars a day is made too,
 * but its prices are those of the bars: an exchange's official open and close may differ.
 */
export function buildsFrom(interval: ChartInterval): readonly Interval[] {
  const coarsestFirst = INTERVALS.toReversed();
  if (!isIntraday(interval)) return coarsestFirst;
  const seconds = INTRADAY_SECONDS[interval];
  return coarsestFirst.filter((stored) => INTERVAL_SECONDS[stored] <= seconds);
}
