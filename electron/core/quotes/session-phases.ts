import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import { type SessionPhase, sessionPhaseAt } from './session-phase';

/** Keeps the phase of each calendar for as long as it lasts: it is asked for far more often than it changes. */
export class SessionPhases {
  private readonly known = new WeakMap<ExchangeCalendar, SessionPhase>();

  /** @returns null where there is no calendar */
  at(calendar: ExchangeCalendar | undefined, utcMs: number): SessionPhase | null {
    if (calendar === undefined) return null;
    const known = this.known.get(calendar);
    if (known !== undefined && known.since <= utcMs && utcMs < known.until) return known;
    const phase = sessionPhaseAt(calendar, utcMs);
    this.known.set(calendar, phase);
    return phase;
  }
}
