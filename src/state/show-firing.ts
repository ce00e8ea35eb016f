import type { FiringPlace } from '../shared/ipc/alerts-contract';
import type { Desk } from './desk.svelte';

/** Shows a firing in the history, and its instrument on the chart at the moment at which it fired. */
export async function showFiring(desk: Desk, { id, instrument, at }: FiringPlace): Promise<void> {
  desk.alerts.showFiring(id);
  await desk.drawer.show('alerts');
  if (instrument === null) return;
  const { series } = desk;
  const opened = desk.chart(instrument);
  series.show({ kind: 'moment', instrument, at });
  await opened;
}
