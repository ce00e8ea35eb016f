import type { ChartsState } from './charts-state.svelte';
import type { ReplayClock } from './replay-clock.svelte';
import type { SeriesState } from './series-state.svelte';

/** Bars a second. */
export const REPLAY_SPEEDS = [0.5, 1, 2, 5, 10] as const;
export type ReplaySpeed = (typeof REPLAY_SPEEDS)[number];

/**
 * Goes through the past bar by bar. There is one moment for the whole desk: every chart shows what was
 * known then of its own instrument in its own interval, and steps are bars of the active chart.
 */
export class ReplayState {
  readonly #clock: ReplayClock;
  readonly #charts: ChartsState;
  readonly #now: () => number;
  #choosing = $state.raw(false);
  #playing = $state.raw(false);
  #speed = $state.raw<ReplaySpeed>(1);

  /** @param now - UTC milliseconds */
  constructor(clock: ReplayClock, charts: ChartsState, now: () => number) {
    this.#clock = clock;
    this.#charts = charts;
    this.#now = now;
  }

  /** UTC milliseconds at which the desk stands; null in real time. */
  get moment(): number | null {
    return this.#clock.moment;
  }

  get active(): boolean {
    return this.#clock.isReplaying;
  }

  /** True while the user is asked where to begin. */
  get choosing(): boolean {
    return this.#choosing;
  }

  get playing(): boolean {
    return this.#playing;
  }

  get speed(): ReplaySpeed {
    return this.#speed;
  }

  setSpeed(speed: ReplaySpeed): void {
    this.#speed = speed;
  }

  /** Asks where to begin; a replay under way stays where it is until then. */
  choose(): void {
    this.#playing = false;
    this.#choosing = true;
  }

  cancelChoice(): void {
    this.#choosing = false;
  }

  /** Begins, or goes on, with a bar of a chart as the last one that is known. */
  goToBar(time: number, series: SeriesState = this.#charts.active.series): void {
    this.#goTo(series.moments.momentOfBar(time));
  }

  /** Begins, or goes on, with a session as the last one that is known, or the one before it. */
  goToSession(sessionKey: number): void {
    this.#goTo(this.#charts.active.series.moments.momentOfSession(sessionKey));
  }

  /** One bar on or back. @returns false where there is none: at the newest complete bar, at the first one */
  step(by: 1 | -1): boolean {
    const moment = this.#charts.active.series.moments.momentAfter(by);
    if (moment === null || moment > this.#now()) {
      this.#playing = false;
      return false;
    }
    this.#clock.set(moment);
    return true;
  }

  play(): void {
    this.#playing = this.active;
  }

  pause(): void {
    this.#playing = false;
  }

  /** Back to real time. */
  leave(): void {
    this.#playing = false;
    this.#choosing = false;
    this.#clock.set(null);
    void this.#charts.keepWishes();
  }

  /** What is not complete yet cannot be the past: the newest complete bar stands for it. */
  #goTo(moment: number | null): void {
    if (moment === null) return;
    this.#choosing = false;
    this.#clock.set(Math.min(moment, this.#now()));
    void this.#charts.keepWishes();
  }
}
