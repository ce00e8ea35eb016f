import type { FiringPlace } from '../shared/ipc/alerts-contract';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { AlertsState } from './alerts-state.svelte';
import type { DrawerState } from './drawer-state.svelte';
import type { SeriesState } from './series-state.svelte';

/** What of the desk shows a firing. */
export interface FiringDesk {
  readonly alerts: AlertsState;
  readonly drawer: DrawerState;
  /** Of the active chart. */
  readonly series: SeriesState;
  chart(instrument: InstrumentId): Promise<void>;
}

/** Shows a firing in the history, and its instrument on the chart at the moment at which it fired. */
export async function showFiring(
  desk: FiringDesk,
  { id, instrument, at }: FiringPlace,
): Promise<void> {
  desk.alerts.showFiring(id);
  await desk.drawer.show('alerts');
  if (instrument === null) return;
  const { series } = desk;
  const opened = desk.chart(instrument);
  series.show({ kind: 'moment', instrument, at });
  await opened;
}
