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
  /** Entries under it. */
  readonly count: number;
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
  const counts = new Map<string, number>();
  for (const each of announcements) {
    counts.set(periodOf(each), (counts.get(periodOf(each)) ?? 0) + 1);
  }
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
    const count = counts.get(periodOf(announcement)) ?? 0;
    return [{ kind: 'period', key: `period-of-${id}`, date, precision: headed, count }, line];
  });
}

/** Index of the heading that a line stands under; -1 where there are no lines. */
export function headingAt(lines: readonly TimelineLine[], index: number): number {
  let at = Math.min(index, lines.length - 1);
  while (at > 0 && lines[at]?.kind !== 'period') at -= 1;
  return at;
}

/**
 * Index of the line that belongs where one entry was when others of the record are shown: its own, or
 * that of the next older one that is left. Null where none is.
 */
export function staysAt(
  lines: readonly TimelineLine[],
  all: readonly Pick<AnnouncementSummary, 'id'>[],
  id: string | null,
): number | null {
  const order = new Map(all.map((each, index) => [each.id, index]));
  const from = id === null ? undefined : order.get(id);
  if (from === undefined) return null;
  const index = lines.findIndex(
    ({ kind, key }) => kind === 'announcement' && (order.get(key) ?? -1) >= from,
  );
  return index < 0 ? null : index;
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
