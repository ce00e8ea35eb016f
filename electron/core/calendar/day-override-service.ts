import type { CalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import {
  type DayOverride,
  type DayOverrideFault,
  overrideFault,
} from '../../../src/shared/domain/calendar/day-override';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import type { Signal } from '../events/signal';
import type { DayOverrideRepository } from './day-override-repository-port';

export type DayOverrideAnswer =
  | { readonly ok: true; readonly overrides: readonly DayOverride[] }
  | { readonly ok: false; readonly reason: DayOverrideFault };

export interface DayOverrideParts {
  readonly repository: DayOverrideRepository;
  /** The calendars as they ship. Asked only when a day is set: nothing else in main needs them. */
  readonly calendars: () => Promise<ReadonlyMap<string, ExchangeCalendar>>;
  readonly changed: Signal<readonly DayOverride[]>;
}

/** The days that the user knows better than the calendar. */
export class DayOverrideService {
  /** Null where the store has to be asked. */
  private current: readonly DayOverride[] | null = null;

  constructor(private readonly parts: DayOverrideParts) {}

  /** By date, then by exchange. */
  list(): readonly DayOverride[] {
    this.current ??= this.parts.repository.readAll().toSorted(byDate);
    return this.current;
  }

  /** Stores a day under its exchange's own code, also where a segment's was given. */
  async set(override: DayOverride): Promise<DayOverrideAnswer> {
    const calendars = await this.parts.calendars();
    const fault = overrideFault(calendars, override);
    if (fault !== null) return { ok: false, reason: fault };
    const mic = calendars.get(override.mic)?.mic ?? override.mic;
    return this.commit(() => this.parts.repository.write({ ...override, mic }));
  }

  /** Lets the calendar speak for a day again. Succeeds also where it did already. */
  clear({ mic, date }: { readonly mic: string; readonly date: CalendarDate }): DayOverrideAnswer {
    const stands = this.list().some((one) => one.mic === mic && one.date === date);
    if (!stands) return { ok: true, overrides: this.list() };
    return this.commit(() => this.parts.repository.remove(mic, date));
  }

  private commit(change: () => void): DayOverrideAnswer {
    // Asked again after a failure too: a failed write may still have become durable.
    this.current = null;
    change();
    const overrides = this.list();
    this.parts.changed.emit(overrides);
    return { ok: true, overrides };
  }
}

function byDate(one: DayOverride, other: DayOverride): number {
  return one.date.localeCompare(other.date) || one.mic.localeCompare(other.mic);
}
