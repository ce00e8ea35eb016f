import type { BarColumns } from '../../../shared/domain/candle/bar-columns';
import { type FindPeriod, intradayPeriods } from '../../../shared/domain/candle/bar-periods';
import { sessionStarts } from '../../../shared/domain/candle/session-starts';
import type { ExchangeCalendar } from '../../../shared/domain/calendar/exchange-calendar';

/** The starts of the sessions of a series that grows: the whole once, then the newest bars alone. */
export class LiveSessionStarts {
  readonly #calendar: ExchangeCalendar | undefined;
  readonly #dayOf: FindPeriod;
  #starts: Float64Array = new Float64Array(0);
  #length = 0;

  constructor(calendar: ExchangeCalendar | undefined) {
    this.#calendar = calendar;
    this.#dayOf = intradayPeriods('D', calendar);
  }

  /** @param bars - intraday ones, as they were and longer */
  of(bars: BarColumns): Float64Array {
    if (this.#length === 0) this.#starts = sessionStarts(bars, this.#calendar);
    else for (let index = this.#length; index < bars.length; index++) this.#see(bars.time[index]);
    this.#length = bars.length;
    return this.#starts;
  }

  #see(time = 0): void {
    const last = this.#starts.at(-1);
    const key = last === undefined ? null : this.#dayOf(last).key;
    if (this.#dayOf(time).key !== key) this.#starts = Float64Array.of(...this.#starts, time);
  }
}
