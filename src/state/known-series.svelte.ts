import type { BarColumns } from '../shared/domain/candle/bar-columns';
import type { ExchangeCalendar } from '../shared/domain/calendar/exchange-calendar';
import { type BarSessions, lastBarUntil } from '../shared/domain/candle/bar-sessions';
import type { ChartInterval } from '../shared/domain/candle/interval';
import { lowerBound } from '../shared/domain/candle/bar-columns';
import { barCloses } from '../shared/domain/replay/bar-close';
import { barsUntil, completeBars, sessionsUntil } from '../shared/domain/replay/bars-until';
import type { ReplayClock } from './replay-clock.svelte';

/** A series with all that it holds. */
export interface WholeSeries {
  bars(): BarColumns;
  sessions(): BarSessions;
  interval(): ChartInterval;
  calendar(): ExchangeCalendar | null;
  /** Adjusting works backwards from today, so that adjusted prices tell of dividends that come later. */
  isAdjusted(): boolean;
}

/**
 * What of a series is known at the moment at which the desk stands: all of it in real time, in a replay
 * the bars that are complete by then. Beside that it tells when bars that are not yet known are
 * complete, and never what they hold.
 */
export class KnownSeries {
  readonly #whole: WholeSeries;
  readonly #clock: ReplayClock;

  constructor(whole: WholeSeries, clock: ReplayClock) {
    this.#whole = whole;
    this.#clock = clock;
  }

  readonly #closesAt = $derived.by(() => barCloses(this.#whole.interval(), this.#whole.calendar()));

  readonly #count = $derived.by(() => {
    const { moment } = this.#clock;
    const bars = this.#whole.bars();
    if (moment === null) return bars.length;
    return this.isWithheld ? 0 : completeBars(bars, this.#closesAt, moment);
  });

  readonly bars: BarColumns = $derived.by(() => barsUntil(this.#whole.bars(), this.#count));

  readonly sessions: BarSessions = $derived.by(() => {
    const sessions = this.#whole.sessions();
    return this.#count === this.#whole.bars().length
      ? sessions
      : sessionsUntil(sessions, this.#count);
  });

  /** True where a replay has to wait for bars that are not adjusted. */
  get isWithheld(): boolean {
    return this.isReplayed && this.#whole.isAdjusted();
  }

  get isReplayed(): boolean {
    return this.#clock.isReplaying;
  }

  /**
   * The moment at which one more bar is known, or one less; several where they are complete together.
   *
   * @returns UTC milliseconds; null where there is no such bar
   */
  momentAfter(step: 1 | -1): number | null {
    if (step === 1) return this.#closeOf(this.#count);
    const now = this.#closeOf(this.#count - 1);
    let index = this.#count - 2;
    while (index >= 0 && this.#closeOf(index) === now) index--;
    return this.#closeOf(index);
  }

  /** The moment at which the bar at or after a time is known; the last bar where there is none after it. */
  momentOfBar(time: number): number | null {
    const bars = this.#whole.bars();
    return this.#closeOf(Math.min(lowerBound(bars, time), bars.length - 1));
  }

  /** The moment at which all bars of the sessions up to a key are known; the first bar where there are none. */
  momentOfSession(sessionKey: number): number | null {
    const bars = this.#whole.bars();
    return this.#closeOf(lastBarUntil(this.#whole.sessions(), sessionKey, bars.length) ?? 0);
  }

  #closeOf(index: number): number | null {
    const time = this.#whole.bars().time[index];
    return time === undefined ? null : this.#closesAt(time);
  }
}
