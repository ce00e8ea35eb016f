import { toDate } from '../shared/domain/calendar/calendar-date';
import type { PaintReport } from '../shared/ipc/contract';
import type { SeriesState } from './series-state.svelte';
import type { TimelineState } from './timeline-state.svelte';

/** What of the desk is painted. */
interface PaintedDesk {
  /** Of the active chart. */
  readonly series: SeriesState;
  readonly timeline: TimelineState;
}

/** What the active chart shows, for main; null while it shows nothing. */
export function paintReport({ series, timeline }: PaintedDesk): PaintReport | null {
  const { instrument, interval, source, visible } = series;
  if (instrument === null) return null;
  const dateOf = (barTime: number): string => toDate(series.sessionAt(barTime));
  return {
    symbol: instrument,
    interval,
    bars: visible?.bars ?? 0,
    firstBar: visible ? dateOf(visible.fromKey) : null,
    lastBar: visible ? dateOf(visible.toKey) : null,
    source,
    announcements: timeline.all.length,
    markers: markersInView({ series, timeline }),
  };
}

/** Announcements that stand on a visible session. */
function markersInView({ series, timeline }: PaintedDesk): number {
  const { visible } = series;
  if (!visible) return 0;
  return timeline.ofChartedCompany.filter((announcement) => {
    if (!timeline.filters.passes(announcement.id)) return false;
    const placement = series.place(announcement);
    if (placement.kind !== 'session') return false;
    const time = series.barTimeOf(placement.sessionKey);
    return time !== null && time >= visible.fromKey && time <= visible.toKey;
  }).length;
}
