import type { CalendarDate } from '../../src/shared/domain/calendar/calendar-date';
import { daySchedule } from '../../src/shared/domain/calendar/day-schedule';
import type { ExchangesFile } from '../../src/shared/domain/calendar/exchanges-file';
import { readExchangeCalendars } from '../../src/shared/domain/calendar/read-exchange-calendars';

export type SessionsAnswer =
  | { readonly ok: true; readonly line: string }
  /** No such exchange; these are known. */
  | { readonly ok: false; readonly known: readonly string[] };

/** The answer to `--sessions`: one line of JSON, instants as ISO 8601 in UTC. */
export function sessionsAnswer(
  mic: string,
  date: CalendarDate,
  exchanges: ExchangesFile,
): SessionsAnswer {
  const calendars = readExchangeCalendars(exchanges);
  const calendar = calendars.get(mic);
  if (!calendar) return { ok: false, known: [...calendars.keys()] };
  const { open, sessions, half, reason } = daySchedule(calendar, date);
  const hours = sessions.map((session) => session.map((ms) => new Date(ms).toISOString()));
  return { ok: true, line: JSON.stringify({ date, open, sessions: hours, half, reason }) };
}
