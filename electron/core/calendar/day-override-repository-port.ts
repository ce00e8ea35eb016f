import type { CalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import type { DayOverride } from '../../../src/shared/domain/calendar/day-override';

/** Keeps the days that the user set, one for each exchange and date. */
export interface DayOverrideRepository {
  /** All stored days; what cannot be read is left out, and left alone. */
  readAll(): readonly DayOverride[];

  /**
   * Stores a day in place of the one that may stand there, durably before it returns.
   *
   * @throws what the store throws (disk full, input/output error)
   */
  write(override: DayOverride): void;

  /**
   * Forgets a day, durably before it returns; nothing happens where there is none.
   *
   * @throws what the store throws (disk full, input/output error)
   */
  remove(mic: string, date: CalendarDate): void;
}
