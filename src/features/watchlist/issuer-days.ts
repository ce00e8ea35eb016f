import type { AnnouncementSummary } from '../../shared/domain/announcement/announcement';
import type { CalendarDate } from '../../shared/domain/calendar/calendar-date';

/** The announcements of a company that lie nearest to today. */
export interface IssuerDays {
  readonly last: AnnouncementSummary | null;
  readonly next: AnnouncementSummary | null;
}

type Dated = Pick<AnnouncementSummary, 'id' | 'date' | 'instruments'>;

/**
 * For each company the newest announcement up to today and the first one after it. What is known to
 * the month, quarter or year counts by the first day of that.
 *
 * @param announcements - newest first
 * @param issuerOf - lines of one company share it; null where the catalogue does not know one
 */
export function issuerDays<Summary extends Dated>(
  announcements: readonly Summary[],
  today: CalendarDate,
  issuerOf: (instrument: string) => string | null,
): ReadonlyMap<string, { readonly last: Summary | null; readonly next: Summary | null }> {
  const days = new Map<string, { last: Summary | null; next: Summary | null }>();
  for (const announcement of announcements) {
    for (const { instrument } of announcement.instruments) {
      const issuer = issuerOf(instrument);
      if (issuer === null) continue;
      const known = days.get(issuer) ?? { last: null, next: null };
      if (announcement.date > today) known.next = announcement;
      else known.last ??= announcement;
      days.set(issuer, known);
    }
  }
  return days;
}
