import type { Desk } from '../../../state/desk.svelte';
import { visibleDates } from './visible-dates';

/** Tells the timeline what dates the active chart shows, once a frame at most. Called while a component begins. */
export function followChart({ charts, timeline }: Pick<Desk, 'charts' | 'timeline'>): void {
  $effect(() => {
    const { filters } = timeline;
    if (filters.follow !== 'visible') return;
    const range = visibleDates(charts.active.series);
    const frame = requestAnimationFrame(() => filters.setVisible(range));
    return () => cancelAnimationFrame(frame);
  });
}
