import { type ShortcutName, shortcutOf } from '../../shared/domain/keys/shortcuts';
import type { Chart } from '../../state/chart.svelte';

/** Keys of a chart that ask for more than another part of it; those are the chart's own. */
const ACTIONS: Partial<Record<ShortcutName<'chart'>, (chart: Chart) => void>> = {
  compare: ({ comparisons }) => (comparisons.choosing = true),
  table: (chart) => chart.showTable(true),
};

/** @returns true where the key was one of them */
export function runChartKey(event: KeyboardEvent, chart: Chart): boolean {
  const name = shortcutOf('chart', event, false);
  const action = name === null ? undefined : ACTIONS[name];
  action?.(chart);
  return action !== undefined;
}
