import {
  type ChartInterval,
  type Interval,
  INTERVALS,
} from '../../../shared/domain/candle/interval';
import type { SeriesState } from '../../../state/series-state.svelte';

/** Bars longer than that make no line of a session. */
const LONGEST: Interval = '30m';

/**
 * The length of the bars that the line of a session is made of: minutes, or the finest that a file has;
 * a source of the network is asked for minutes.
 */
export function sessionInterval({
  source,
  stored,
}: Pick<SeriesState, 'source' | 'stored'>): ChartInterval {
  if (!source?.startsWith('csv-')) return '1m';
  const short = INTERVALS.slice(0, INTERVALS.indexOf(LONGEST) + 1);
  return short.find((interval) => stored.includes(interval)) ?? '1m';
}
