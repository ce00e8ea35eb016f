import { CHART_INTERVALS, type ChartInterval } from './interval';

/** Spellings of other charts besides the names themselves, in lower case. */
const SPELLINGS: ReadonlyMap<string, ChartInterval> = new Map<string, ChartInterval>([
  ['1', '1m'],
  ['5', '5m'],
  ['15', '15m'],
  ['30', '30m'],
  ['60', '1h'],
  ['60m', '1h'],
  ['240', '4h'],
  ['240m', '4h'],
  ['1d', 'D'],
  ['1w', 'W'],
  ['m', 'M'],
]);

/**
 * The interval that a text means: a name in any case (`5m`, `1H`, `d`), or a spelling that traders
 * know from other charts (minutes alone, `60`, `1D`, `1M` for a month). Capitals tell `1M` from `1m`.
 *
 * @returns null for anything else
 */
export function readChartInterval(text: string): ChartInterval | null {
  const exact = CHART_INTERVALS.find((interval) => interval === text);
  if (exact) return exact;
  if (text === '1M') return 'M';
  const lower = text.toLowerCase();
  const named = CHART_INTERVALS.find((interval) => interval.toLowerCase() === lower);
  return SPELLINGS.get(lower) ?? named ?? null;
}
