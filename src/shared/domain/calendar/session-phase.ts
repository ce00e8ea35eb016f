import { addDays, type CalendarDate, weekdayOf } from './calendar-date';
import { dayPhases, type PhaseSpan, type SessionPhase } from './day-phases';
import { type ExchangeCalendar, isSession, nextSession } from './exchange-calendar';
import { exchangeDate } from './session-clock';

/** `half`: closes early; `late`: opens late; `regular`: any other day with trading. */
export type DayKind = 'regular' | 'half' | 'late' | 'holiday' | 'weekend';

/** What an exchange is doing at a moment, and on what kind of day. */
export interface PhaseState {
  readonly phase: SessionPhase;
  /** Calendar date at the exchange. */
  readonly date: CalendarDate;
  /** What kind of day {@link date} is. */
  readonly day: DayKind;
  /** {@link date} where the exchange trades on it, else null; also before its open and after its close. */
  readonly session: CalendarDate | null;
  /**
   * UTC milliseconds at which {@link phase} changes next, always later than the moment asked for.
   * Where a session follows the one before without a break, the end of the session.
   */
  readonly nextChangeAt: number;
}

/** What kind of day a date is at the exchange. */
export function dayKindOf(calendar: ExchangeCalendar, date: CalendarDate): DayKind {
  if (!isSession(calendar, date)) {
    return calendar.weekdays.has(weekdayOf(date)) ? 'holiday' : 'weekend';
  }
  const kind = calendar.days.get(date)?.kind;
  if (kind === 'early') return 'half';
  return kind === 'late' ? 'late' : 'regular';
}

/**
 * What the exchange is doing at a moment (UTC milliseconds).
 *
 * @throws RangeError where the calendar is closed for sixty days on end
 */
export function phaseAt(calendar: ExchangeCalendar, utcMs: number): PhaseState {
  const date = exchangeDate(calendar, utcMs);
  const spans = dayPhases(calendar, date);
  const index = spans.findIndex(({ end }) => utcMs < end);
  const span = spans[index] ?? { phase: 'closed' as const, start: utcMs, end: utcMs };
  const ends = span.phase !== 'closed' || spans[index + 1] !== undefined;
  return {
    phase: span.phase,
    date,
    day: dayKindOf(calendar, date),
    session: isSession(calendar, date) ? date : null,
    nextChangeAt: ends ? span.end : firstPhaseAfter(calendar, date).start,
  };
}

/** The first phase that is not `closed` of the session after a date. */
function firstPhaseAfter(calendar: ExchangeCalendar, date: CalendarDate): PhaseSpan {
  const session = nextSession(calendar, addDays(date, 1));
  const span = dayPhases(calendar, session).find(({ phase }) => phase !== 'closed');
  if (!span) throw new RangeError(`${calendar.mic}: ${session} has no hours`);
  return span;
}
