import type {
  AnnouncementSummary,
  DatePrecision,
} from '../../shared/domain/announcement/announcement';
import type { CalendarDate } from '../../shared/domain/calendar/calendar-date';

/** One line of the list as it is drawn. */
export type TimelineLine = PeriodLine | AnnouncementLine;

/** The heading over a month, or over what is known to the quarter or year only. */
export interface PeriodLine {
  readonly kind: 'period';
  readonly key: string;
  readonly date: CalendarDate;
  readonly precision: Exclude<DatePrecision, 'day'>;
}

export interface AnnouncementLine {
  readonly kind: 'announcement';
  readonly key: string;
  readonly announcement: AnnouncementSummary;
  /** Last of its period: the rail ends here. */
  readonly last: boolean;
}

/** The lines under their headings, in the order in which the announcements come. */
export function timelineLines(announcements: readonly AnnouncementSummary[]): TimelineLine[] {
  return announcements.flatMap((announcement, index): TimelineLine[] => {
    const { id, date, precision } = announcement;
    const previous = announcements[index - 1];
    const next = announcements[index + 1];
    const line: AnnouncementLine = {
      kind: 'announcement',
      key: id,
      announcement,
      last: !next || periodOf(next) !== periodOf(announcement),
    };
    if (previous && periodOf(previous) === periodOf(announcement)) return [line];
    const headed = precision === 'day' ? 'month' : precision;
    return [{ kind: 'period', key: `period-of-${id}`, date, precision: headed }, line];
  });
}

/** Index of the heading that a line stands under; -1 where there are no lines. */
export function headingAt(lines: readonly TimelineLine[], index: number): number {
  let at = Math.min(index, lines.length - 1);
  while (at > 0 && lines[at]?.kind !== 'period') at -= 1;
  return at;
}

function periodOf({ date, precision }: AnnouncementSummary): string {
  switch (precision) {
    case 'day':
    case 'month':
      return date.slice(0, 7);
    case 'quarter':
      return `${date.slice(0, 4)}-quarter-${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
    case 'year':
      return date.slice(0, 4);
  }
}
