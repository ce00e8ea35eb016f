import type { Desk } from '../../state/desk.svelte';

const SECOND_MS = 1000;

/** Main's time, renewed each second while somebody looks. */
export class SecondClock {
  readonly #desk: Pick<Desk, 'now'>;
  #now = $state(0);

  constructor(desk: Pick<Desk, 'now'>) {
    this.#desk = desk;
    this.#now = desk.now();
  }

  /** UTC milliseconds. */
  get now(): number {
    return this.#now;
  }

  /** One timer, and none while nobody looks. @returns a function that stops it */
  start(): () => void {
    let timer: ReturnType<typeof setInterval> | null = null;
    const renew = (): void => {
      this.#now = this.#desk.now();
    };
    const follow = (): void => {
      if (timer !== null) clearInterval(timer);
      timer = document.hidden ? null : setInterval(renew, SECOND_MS);
      renew();
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      if (timer !== null) clearInterval(timer);
    };
  }
}
