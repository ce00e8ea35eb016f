import type { DayOverrideRepository } from '../../core/calendar/day-override-repository-port';
import type { CalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import {
  type DayOverride,
  readDayOverride,
} from '../../../src/shared/domain/calendar/day-override';
import { KeyValueTable } from '../settings/key-value-table';
import type { UserDatabase } from '../user-database';

/** The user's days in `user.db`, by `MIC:date`. A forgotten day leaves a null. */
export class SqliteDayOverrideRepository implements DayOverrideRepository {
  private readonly table: KeyValueTable;

  constructor(database: UserDatabase) {
    this.table = new KeyValueTable(database, 'calendar-days');
  }

  readAll(): readonly DayOverride[] {
    return [...this.table.readAll()].flatMap(([key, value]) => {
      const override = readDayOverride(value);
      return override && keyOf(override.mic, override.date) === key ? [override] : [];
    });
  }

  write(override: DayOverride): void {
    this.table.write(new Map([[keyOf(override.mic, override.date), override]]));
  }

  remove(mic: string, date: CalendarDate): void {
    this.table.write(new Map([[keyOf(mic, date), null]]));
  }
}

function keyOf(mic: string, date: CalendarDate): string {
  return `${mic}:${date}`;
}
