import { untrack } from 'svelte';
import type { ChartController } from '../../../chart/chart-controller';
import type { MarkerGroup } from '../../../chart/chart-types';
import { shortcutOf } from '../../../shared/domain/keys/shortcuts';
import type { Chart } from '../../../state/chart.svelte';
import type { Desk } from '../../../state/desk.svelte';
import { chartAnnouncements } from './chart-announcements';
import { nextStop, type TravelStop, travelStops } from './chart-travel';
import { stopText } from './stop-text';

/** The announcements that a glyph stands for. */
export function idsOf(group: MarkerGroup): readonly string[] {
  return group.markers.flatMap(({ announcements }) => announcements.map(({ id }) => id));
}

/**
 * Travel from announcement to announcement, and the card that stays. Call it where effects may stand.
 *
 * @returns what to call with each painting of the chart
 */
export function linkAnnouncements(
  controller: () => ChartController | null,
  host: () => HTMLElement,
  chart: Chart,
  desk: Desk,
): () => void {
  const { series, announcements } = chart;
  const stops = $derived(travelStops(chartAnnouncements(desk, chart), (one) => series.place(one)));

  /** Those that stand under one glyph with an announcement, or it alone. */
  const clusterOf = (id: string): readonly string[] => {
    const marked = controller()?.markerOf(id);
    return marked ? idsOf(marked.group) : [id];
  };
  const pin = (): boolean => {
    const { selectedId } = desk.timeline;
    const stop = stops.find(({ announcement }) => announcement.id === selectedId);
    if (stop) announcements.pinned = clusterOf(stop.announcement.id);
    return stop !== undefined;
  };
  const isInView = ({ key }: TravelStop): boolean => {
    const times = series.barTimesOf(key, key);
    const { visible } = series;
    return !!times && !!visible && times.fromKey >= visible.fromKey && times.toKey <= visible.toKey;
  };
  const travel = (step: 1 | -1): void => {
    const { visible } = series;
    const middle = visible ? (visible.fromKey + visible.toKey) / 2 : 0;
    const from = visible ? series.sessionAt(middle) : 0;
    const stop = nextStop(stops, desk.timeline.selectedId, from, step);
    if (!stop) {
      announcements.spoken = step > 0 ? desk.t.chartNews.noNewer : desk.t.chartNews.noOlder;
      return;
    }
    const { id } = stop.announcement;
    announcements.spoken = stopText(stops, stop, desk);
    if (isInView(stop)) void desk.timeline.select(id);
    else void desk.showAnnouncement(id);
    if (announcements.pinned.length > 0) announcements.pinned = [id];
  };
  const press = (event: KeyboardEvent): boolean => {
    const name = shortcutOf('chart', event, false);
    if (name === 'eventWindow') toggleEventWindow(desk);
    else if (name === 'olderNews') travel(-1);
    else if (name === 'newerNews') travel(1);
    else if (name === 'pinNews') return pin();
    else if (event.key === 'Escape' && announcements.pinned.length > 0) announcements.putDown();
    else return false;
    return true;
  };

  $effect(() => {
    if (series.instrument) return () => announcements.putDown();
  });
  $effect(() => {
    const { travelWish } = announcements;
    if (travelWish) untrack(() => travel(travelWish.step));
  });
  /** The card goes with its glyph, and lists what has come to stand under the same one. */
  const follow = (): void => {
    const [first] = announcements.pinned;
    if (first === undefined) return;
    const glyph = controller()?.markerOf(first);
    announcements.pointTo(
      glyph ? { x: glyph.anchor.x, fromFoot: host().clientHeight - glyph.anchor.y } : null,
    );
    const cluster = glyph ? idsOf(glyph.group) : [first];
    if (cluster.length > announcements.pinned.length) announcements.pinned = cluster;
  };
  $effect(() => {
    if (announcements.pinned.length > 0) untrack(follow);
  });
  $effect(() => {
    const target = host();
    const onKey = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && press(event)) event.preventDefault();
    };
    target.addEventListener('keydown', onKey);
    return () => target.removeEventListener('keydown', onKey);
  });
  return follow;
}

export function toggleEventWindow(desk: Desk): void {
  const { eventWindowShown } = desk.settings.current;
  void desk.settings.update({ eventWindowShown: !eventWindowShown });
}
