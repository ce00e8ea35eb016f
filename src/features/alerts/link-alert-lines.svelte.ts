import type { ChartController } from '../../chart/chart-controller';
import type { Chart } from '../../state/chart.svelte';
import type { Desk } from '../../state/desk.svelte';
import { alertLines } from './alert-lines';

/**
 * Keeps the levels of the rules on a chart's instrument as lines, and lends the price of the crosshair to
 * new ones. In component init.
 */
export function linkAlertLines(
  controller: () => ChartController | null,
  { series, crosshair }: Chart,
  desk: Desk,
): void {
  const lines = $derived(
    series.instrument === null || desk.replay.active ? [] : alertLines(desk, series.instrument),
  );
  $effect(() => controller()?.setAlertLines(lines));
  $effect(() => {
    const chart = controller();
    if (chart) return crosshair.lend(() => chart.pointedPrice());
  });
}
