interface Waiting {
  readonly at: number;
  readonly task: () => void;
}

/** A clock that stands still until it is moved, with the timers that hang on it. */
export class ManualTime {
  private waiting: Waiting[] = [];

  /** @param nowMs - UTC milliseconds */
  constructor(private nowMs: number) {}

  readonly now = (): number => this.nowMs;

  readonly after = (delayMs: number, task: () => void): (() => void) => {
    const entry = { at: this.nowMs + delayMs, task };
    this.waiting.push(entry);
    return () => (this.waiting = this.waiting.filter((each) => each !== entry));
  };

  /** Sets the clock as a user or a time server does: no timer notices. */
  set(nowMs: number): void {
    const shift = nowMs - this.nowMs;
    this.waiting = this.waiting.map((each) => ({ ...each, at: each.at + shift }));
    this.nowMs = nowMs;
  }

  get timers(): number {
    return this.waiting.length;
  }

  /** Moves on and runs what falls due, in its order, each at its own moment. */
  move(ms: number): void {
    const end = this.nowMs + ms;
    for (;;) {
      const next = this.waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.waiting = this.waiting.filter((each) => each !== next);
      this.nowMs = Math.max(this.nowMs, next.at);
      next.task();
    }
    this.nowMs = end;
  }
}
