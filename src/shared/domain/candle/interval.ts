/** Length of one bar. `D` is one session of the exchange; the others count clock time within a session. */
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
