import type { ChartController } from '../../../chart/chart-controller';
import type { ChartBand } from '../../../chart/overlay-types';
import { extendedStretches } from '../../../shared/domain/candle/regular-bars';
import { isIntraday } from '../../../shared/domain/candle/interval';
import { sessionStarts } from '../../../shared/domain/candle/session-starts';
import type { Chart } from '../../../state/chart.svelte';

const NONE = new Float64Array(0);

/** What of a chart lies outside the hours of trading. */
export function extendedBands({ series }: Pick<Chart, 'series'>): readonly ChartBand[] {
  const { calendar, interval, bars, answer } = series;
  if (!calendar || !isIntraday(interval) || answer?.extended !== 'shown') return [];
  return extendedStretches(bars, calendar).map((stretch) => ({ ...stretch, tone: 'extended' }));
}

/** Parts the sessions of an intraday chart. In component init. */
export function linkSessions(controller: () => ChartController | null, chart: Chart): void {
  const starts = $derived.by(() => {
    const { calendar, interval, bars } = chart.series;
    return calendar && isIntraday(interval) ? sessionStarts(bars, calendar) : NONE;
  });
  $effect(() => controller()?.setSessionStarts(starts));
}
