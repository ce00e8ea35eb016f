import type { SessionPhase } from './day-phases';
import { daySchedule, UNNAMED_REASONS, YEAR_NOT_COVERED } from './day-schedule';
import { coversDate, type ExchangeCalendar } from './exchange-calendar';
import { sessionStateAt } from './session-clock';
import { type DayKind, phaseAt } from './session-phase';

/** What an exchange is doing and what comes next, as far as a reader wants to know it. */
export interface SessionOutlook {
  readonly phase: SessionPhase;
  readonly day: DayKind;
  /** What the day is called (`Good Friday`, `Typhoon Saola`); null where it has no name of its own. */
  readonly dayName: string | null;
  /** UTC milliseconds at which {@link phase} ends; null where it goes on for longer than a week. */
  readonly until: number | null;
  /** UTC milliseconds at which continuous trading begins next; null while it is under way. */
  readonly opensAt: number | null;
  /** False where the closures of the year are not all known, so that the day may be one. */
  readonly isCovered: boolean;
}

/** More sessions than a week has, so that a phase that outlasts them has no end worth telling. */
const MOST_SESSIONS = 8;

/** @param utcMs - UTC milliseconds */
export function sessionOutlookAt(calendar: ExchangeCalendar, utcMs: number): SessionOutlook {
  const { phase, date, day } = phaseAt(calendar, utcMs);
  const { reason } = daySchedule(calendar, date);
  const isNamed = reason !== null && reason !== YEAR_NOT_COVERED && !UNNAMED_REASONS.has(reason);
  const next = sessionStateAt(calendar, utcMs);
  return {
    ...{ phase, day, dayName: isNamed ? reason : null },
    until: phaseEnd(calendar, phase, utcMs),
    opensAt: next.state === 'open' ? null : next.nextChangeAt,
    isCovered: coversDate(calendar, date),
  };
}

/** Where one session follows another without a break, the end of the last of them. */
function phaseEnd(calendar: ExchangeCalendar, phase: SessionPhase, utcMs: number): number | null {
  let end = phaseAt(calendar, utcMs).nextChangeAt;
  for (let sessions = 0; sessions < MOST_SESSIONS; sessions += 1) {
    const after = phaseAt(calendar, end);
    if (after.phase !== phase) return end;
    end = after.nextChangeAt;
  }
  return null;
}
