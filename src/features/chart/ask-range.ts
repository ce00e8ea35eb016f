import type { RangeName } from '../../shared/domain/chart/range-name';
import type { Chart } from '../../state/chart.svelte';
import type { Desk } from '../../state/desk.svelte';
import { intervalFor } from './chart-ranges';

/** Shows a named range, in bars of another length where that reads better. */
export async function askRange(desk: Desk, chart: Chart, name: RangeName): Promise<void> {
  const { source, stored, asked } = chart.series;
  // A file has what it has; a source of the network is asked for what is missing.
  const available = source?.startsWith('csv-') ? stored : null;
  const interval = intervalFor(name, asked, available);
  chart.holdRange(name);
  if (interval !== asked) await desk.charts.setInterval(interval, chart);
  await desk.charts.leaveSessions(chart);
  chart.wishRange(name);
}
