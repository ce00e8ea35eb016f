import { untrack } from 'svelte';
import type { ChartController } from '../../chart/chart-controller';
import { toDate, toSessionKey } from '../../shared/domain/calendar/calendar-date';
import { exchangeDate } from '../../shared/domain/calendar/session-clock';
import { lowerBound } from '../../shared/domain/candle/bar-columns';
import { isIntraday } from '../../shared/domain/candle/interval';
import type { Chart } from '../../state/chart.svelte';
import type { SeriesState } from '../../state/series-state.svelte';

/**
 * Time of the bar of a moment: the one under way then, or the last one before it; the first where there
 * is none. Null without bars.
 *
 * @param at - UTC milliseconds
 */
export function barTimeAt(
  { bars, interval, calendar }: Pick<SeriesState, 'bars' | 'interval' | 'calendar'>,
  at: number,
): number | null {
  const date = calendar ? exchangeDate(calendar, at) : toDate(at / 1000);
  const time = isIntraday(interval) ? Math.floor(at / 1000) : toSessionKey(date);
  const after = lowerBound(bars, time + 1);
  return bars.time[Math.max(0, after - 1)] ?? null;
}

/**
 * Lets the chart go once to a moment that was asked for, as soon as its bars are drawn, unless it is in
 * view already. Call it where effects may stand.
 */
export function linkShownMoment(
  controller: () => ChartController | null,
  { series }: Pick<Chart, 'series'>,
): void {
  let served = 0;

  const goTo = (at: number): void => {
    const time = barTimeAt(series, at);
    const { visible } = series;
    if (time === null || visible === null) return;
    if (time < visible.fromKey || time > visible.toKey) controller()?.scrollTo(time);
  };

  $effect(() => {
    const { view } = series;
    if (view?.request.kind !== 'moment' || view.serial === served) return;
    const { instrument, at } = view.request;
    if (!controller() || series.instrument !== instrument || !series.isDrawn) return;
    served = view.serial;
    untrack(() => goTo(at));
  });
}
