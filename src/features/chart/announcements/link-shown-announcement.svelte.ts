import { untrack } from 'svelte';
import type { ChartController } from '../../../chart/chart-controller';
import type { Chart } from '../../../state/chart.svelte';
import type { Desk } from '../../../state/desk.svelte';

/** Lets the chart go to the session of an announcement that was asked for. Call it where effects may stand. */
export function linkShownAnnouncement(
  controller: () => ChartController | null,
  { series }: Chart,
  desk: Desk,
): void {
  const goTo = (id: string): void => {
    const announcement = desk.timeline.get(id);
    const placement = announcement && series.place(announcement);
    if (!placement || placement.kind === 'none') return;
    const { fromKey, toKey } =
      placement.kind === 'span'
        ? placement
        : { fromKey: placement.sessionKey, toKey: placement.sessionKey };
    const there = series.barTimesOf(fromKey, (fromKey + toKey) / 2);
    if (there) controller()?.scrollTo(placement.kind === 'span' ? there.toKey : there.fromKey);
  };

  $effect(() => {
    const request = series.view?.request;
    if (!controller() || series.bars.length === 0 || request?.kind !== 'announcement') return;
    const { id } = request;
    untrack(() => goTo(id));
  });
}
