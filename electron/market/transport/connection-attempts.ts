const WINDOW_MS = 600_000;
const MOST_ATTEMPTS = 10;

/** Keeps a host that accepts nothing, or cuts everything, from being connected to over and over. */
export class ConnectionAttempts {
  private made: number[] = [];

  /** @param now - UTC milliseconds */
  constructor(private readonly now: () => number) {}

  /** Milliseconds until the next one may be made: there are no more than ten in any ten minutes. */
  waitMs(): number {
    const nowMs = this.now();
    this.made = this.made.filter((at) => Math.abs(nowMs - at) < WINDOW_MS);
    const oldest = this.made.at(-MOST_ATTEMPTS);
    // A clock that was set back must not make the wait longer than the window.
    return oldest === undefined ? 0 : Math.min(WINDOW_MS, oldest + WINDOW_MS - nowMs);
  }

  note(): void {
    this.made.push(this.now());
  }
}
