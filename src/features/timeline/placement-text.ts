import type { AnnouncementSummary } from '../../shared/domain/announcement/announcement';
import type { Placement } from '../../shared/domain/announcement/placement';
import { toDate } from '../../shared/domain/calendar/calendar-date';
import type { BarColumns } from '../../shared/domain/candle/bar-columns';
import type { Desk } from '../../state/desk.svelte';

interface Charted {
  /** What the charted instrument is called. */
  readonly code: string;
  readonly bars: Pick<BarColumns, 'time' | 'length'>;
}

/** Where an announcement stands among the charted bars, in words. */
export function placementText(
  { date, precision }: Pick<AnnouncementSummary, 'date' | 'precision'>,
  placement: Placement,
  { code, bars }: Charted,
  { t, formats }: Pick<Desk, 't' | 'formats'>,
): string {
  const { places } = t.timeline;
  const day = (key: number | undefined): string => formats.date(toDate(key ?? NaN));
  if (bars.length === 0) return places.noBars(code);
  switch (placement.kind) {
    case 'session':
      return placement.shifted
        ? places.shifted(code, formats.date(date), day(placement.sessionKey))
        : places.session(code, day(placement.sessionKey));
    case 'span':
      return places.span(code, precision, day(placement.fromKey), day(placement.toKey));
    case 'none':
      if (placement.reason === 'before-history') return places.before(code, day(bars.time[0]));
      if (placement.reason === 'after-history') {
        return places.after(code, day(bars.time[bars.length - 1]));
      }
      return places.gap(code);
  }
}
