import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { DayOverrideService } from '../core/calendar/day-override-service';

export interface CalendarHandlerParts {
  readonly dayOverrides: Pick<DayOverrideService, 'list' | 'set' | 'clear'>;
}

export function createCalendarHandlers({
  dayOverrides,
}: CalendarHandlerParts): TapeoutHandlers['calendar'] {
  return {
    list: () => dayOverrides.list(),
    set: (override) => dayOverrides.set(override),
    clear: (day) => dayOverrides.clear(day),
  };
}
