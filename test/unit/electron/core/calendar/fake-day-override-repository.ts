import type { DayOverrideRepository } from '../../../../../electron/core/calendar/day-override-repository-port';
import type { DayOverride } from '../../../../../src/shared/domain/calendar/day-override';

/** A fake: the days in memory, in the order of writing. */
export class FakeDayOverrideRepository implements DayOverrideRepository {
  /** Thrown by the next change, which becomes durable all the same. */
  failure: Error | null = null;
  reads = 0;

  constructor(public days: readonly DayOverride[] = []) {}

  readAll(): readonly DayOverride[] {
    this.reads += 1;
    return this.days;
  }

  write(override: DayOverride): void {
    this.days = [...this.without(override.mic, override.date), override];
    this.fail();
  }

  remove(mic: string, date: string): void {
    this.days = this.without(mic, date);
    this.fail();
  }

  private without(mic: string, date: string): readonly DayOverride[] {
    return this.days.filter((day) => day.mic !== mic || day.date !== date);
  }

  private fail(): void {
    const { failure } = this;
    this.failure = null;
    if (failure !== null) throw failure;
  }
}
