import { loadExchangeCalendars } from '../api/exchange-calendars';
import { applyOverrides } from '../shared/domain/calendar/apply-overrides';
import type { ExchangeCalendar } from '../shared/domain/calendar/exchange-calendar';
import { calendarMicOf } from '../shared/domain/instrument/calendar-mic';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { DayOverridesState } from './day-overrides-state.svelte';
import type { InstrumentsState } from './instruments-state.svelte';

/** When each exchange trades. */
export class CalendarsState {
  readonly #instruments: InstrumentsState;
  readonly #overrides: DayOverridesState;
  /** As they ship. */
  #shipped = $state.raw<ReadonlyMap<string, ExchangeCalendar>>(new Map());
  /** With the days that the user knows better. */
  readonly #all = $derived.by(() => applyOverrides(this.#shipped, this.#overrides.all));

  constructor(instruments: InstrumentsState, overrides: DayOverridesState) {
    this.#instruments = instruments;
    this.#overrides = overrides;
  }

  get loaded(): boolean {
    return this.#all.size > 0;
  }

  /** Exchanges and venues that have a calendar. */
  readonly mics: readonly string[] = $derived.by(() => [...this.#all.keys()]);

  of(instrument: InstrumentId): ExchangeCalendar | null {
    const mic = calendarMicOf(this.#instruments.get(instrument) ?? { id: instrument });
    return this.#all.get(mic) ?? null;
  }

  async load(): Promise<void> {
    const [shipped] = await Promise.all([loadExchangeCalendars(), this.#overrides.load()]);
    this.#shipped = shipped;
  }
}
