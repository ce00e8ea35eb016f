import type { ChartController } from '../../chart/chart-controller';
import type { Chart } from '../../state/chart.svelte';
import type { Desk } from '../../state/desk.svelte';
import { alertLines } from './alert-lines';

/** Keeps the levels of the rules on a chart's instrument as lines. In component init. */
export function linkAlertLines(
  controller: () => ChartController | null,
  { series }: Chart,
  desk: Desk,
): void {
  const lines = $derived(
    series.instrument === null || desk.replay.active ? [] : alertLines(desk, series.instrument),
  );
  $effect(() => controller()?.setAlertLines(lines));
}
