import { type CalendarDate, isCalendarDate } from '../calendar/calendar-date';
import type { InstrumentId } from '../instrument/instrument';
import type { CorporateEvent } from './corporate-event';

/** A session that the user set in place of the one that was worked out. */
export interface ChosenSession {
  readonly announcementId: string;
  readonly instrument: InstrumentId;
  readonly session: CalendarDate;
}

/** What evidence rests on besides bars and announcements. */
export interface EvidenceRecord {
  /** Those that come with the app and the user's own, by date. */
  readonly events: readonly CorporateEvent[];
  readonly sessions: readonly ChosenSession[];
}

export const NO_EVIDENCE_RECORD: EvidenceRecord = { events: [], sessions: [] };

/** The date that a stored value is; null where it is none. */
export function readSession(value: unknown): CalendarDate | null {
  return typeof value === 'string' && isCalendarDate(value) ? value : null;
}
