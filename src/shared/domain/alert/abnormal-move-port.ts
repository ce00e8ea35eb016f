import type { CalendarDate } from '../calendar/calendar-date';
import type { InstrumentId } from '../instrument/instrument';

/** How unusual the move of an instrument since an announcement is. */
export interface AbnormalMove {
  /** Cumulative abnormal return in standard errors, signed. */
  readonly z: number;
  /** Its standard error, as a fraction of the price (0.01 is 1 %). */
  readonly s: number;
}

/** Measures abnormal moves for rules; the event study stands behind it. */
export interface AbnormalMovePort {
  /**
   * @param session - the last session that counts
   * @returns null where it cannot be said (too little history, no calendar, an unknown announcement);
   * a rule is silent then
   */
  measure(question: {
    readonly instrument: InstrumentId;
    readonly announcementId: string;
    readonly session: CalendarDate;
  }): Promise<AbnormalMove | null>;
}
