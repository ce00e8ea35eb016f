import type { Desk } from '../../state/desk.svelte';

const REFRESH_MS = 15_000;

/** Main's time, renewed often enough for what an exchange is doing. */
export class SessionClock {
  readonly #desk: Desk;
  #pageNow = $state(Date.now());

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** UTC milliseconds. */
  get now(): number {
    return this.#pageNow + (this.#desk.snapshot?.launch.clockOffsetMs ?? 0);
  }

  /** @returns a function that stops it */
  start(): () => void {
    const timer = setInterval(() => (this.#pageNow = Date.now()), REFRESH_MS);
    return () => clearInterval(timer);
  }
}
