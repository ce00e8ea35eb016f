import type { ChartBand } from '../../../chart/overlay-types';
import {
  type PlacedWindow,
  placeEventWindow,
} from '../../../shared/domain/announcement/event-window';
import type { Chart } from '../../../state/chart.svelte';
import type { Desk } from '../../../state/desk.svelte';
import type { SessionPlaces } from '../chart-markers';

/** The window of the selected announcement on a chart; null while it is off or has no place there. */
export function eventWindowOf(desk: Desk, chart: Chart): PlacedWindow | null {
  const { selected } = desk.timeline;
  const { eventWindowShown } = desk.settings.current;
  return selected && eventWindowShown ? selectedWindow(desk, chart) : null;
}

/** The same whether it is shown or not. */
export function selectedWindow(desk: Desk, { series }: Chart): PlacedWindow | null {
  const { selected, card } = desk.timeline;
  if (!selected) return null;
  const { eventWindowFrom: from, eventWindowTo: to } = desk.settings.current;
  // Only the whole announcement knows the time of day.
  const at = card?.id === selected.id ? card.at : null;
  return placeEventWindow({ ...selected, at }, { from, to }, series.sessions, series.calendar);
}

/** The window as bands: what is before and after the first session that could react, and that itself. */
export function windowBands(
  { fromKey, toKey, reactionKey }: PlacedWindow,
  places: SessionPlaces,
): readonly ChartBand[] {
  const whole = places.barTimesOf(fromKey, toKey);
  if (!whole) return [];
  const reaction = places.barTimesOf(reactionKey, reactionKey);
  const inside = reaction && reactionKey >= fromKey && reactionKey <= toKey ? reaction : null;
  if (!inside) return [{ ...whole, tone: 'window' }];
  const bands: ChartBand[] = [
    { fromKey: whole.fromKey, toKey: inside.fromKey - 1, tone: 'window' },
    { ...inside, tone: 'reaction' },
    { fromKey: inside.toKey + 1, toKey: whole.toKey, tone: 'window' },
  ];
  return bands.filter((band) => band.fromKey <= band.toKey);
}
