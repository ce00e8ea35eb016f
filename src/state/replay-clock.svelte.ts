/**
 * The moment at which the desk stands. Everything that is shown of markets and announcements asks it,
 * so that nothing from after that moment can get onto the screen.
 */
export class ReplayClock {
  #moment = $state.raw<number | null>(null);

  /** UTC milliseconds; null in real time. */
  get moment(): number | null {
    return this.#moment;
  }

  get isReplaying(): boolean {
    return this.#moment !== null;
  }

  /** @param moment - null goes back to real time */
  set(moment: number | null): void {
    this.#moment = moment;
  }
}
