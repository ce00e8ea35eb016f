import type { Chart } from '../../../state/chart.svelte';
import type { Desk } from '../../../state/desk.svelte';
import type { SessionCount } from '../../../shared/domain/chart/session-count';
import { sessionInterval } from './session-interval';

/** Shows the line of the last sessions in place of the bars. */
export async function showSessions(
  desk: Desk,
  chart: Chart,
  sessions: Exclude<SessionCount, 0>,
): Promise<void> {
  chart.leaveRange();
  await desk.charts.showSessions(sessions, sessionInterval(chart.series), chart);
}

/** The line of the last session, or the bars that stood there before it. */
export async function toggleSessions(desk: Desk, chart: Chart): Promise<void> {
  const { sessionView, series } = chart;
  if (sessionView.shown) {
    await desk.charts.setInterval(sessionView.barsBefore ?? series.asked, chart);
  } else await showSessions(desk, chart, 1);
}
