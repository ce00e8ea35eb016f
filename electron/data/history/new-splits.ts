import type { BarColumns } from '../../../src/shared/domain/candle/bar-columns';
import type { SeriesFindings } from '../../../src/shared/domain/candle/series-findings';
import type { FetchedBars } from '../../core/history/bars-store-port';

/**
 * Splits that were not known when the stored bars came, reported late ones among them.
 *
 * @param findings - of the stored bars, by the source that reports these splits; null where another one
 *   had them: then only what is later than all of them is new
 */
export function newSplits(
  splits: FetchedBars['splits'],
  findings: SeriesFindings | null,
  stored: BarColumns,
): FetchedBars['splits'] {
  const first = stored.time[0] ?? Infinity;
  const last = stored.time[stored.length - 1] ?? Infinity;
  const known = new Set(findings?.splits);
  return splits.filter(({ time }) =>
    findings === null ? time > last : time > first && !known.has(time),
  );
}
