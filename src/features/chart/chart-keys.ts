import { type ShortcutName, shortcutOf } from '../../shared/domain/keys/shortcuts';
import type { Chart } from '../../state/chart.svelte';
import type { Desk } from '../../state/desk.svelte';
import { toggleSessions } from './session/session-commands';

/** Keys of a chart that ask for more than another part of it; those are the chart's own. */
const ACTIONS: Partial<Record<ShortcutName<'chart'>, (chart: Chart, desk: Desk) => void>> = {
  compare: ({ comparisons }) => (comparisons.choosing = true),
  table: (chart) => chart.showTable(true),
  sessionLine: (chart, desk) => void toggleSessions(desk, chart),
};

/** @returns true where the key was one of them */
export function runChartKey(event: KeyboardEvent, chart: Chart, desk: Desk): boolean {
  const name = shortcutOf('chart', event, false);
  const action = name === null ? undefined : ACTIONS[name];
  action?.(chart, desk);
  return action !== undefined;
}
