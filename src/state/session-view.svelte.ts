/** How many sessions the line of a session shows; 0: the chart shows bars. */
export type SessionCount = 0 | 1 | 5;

/** Whether a chart shows its bars, or the line of its last sessions. */
export class SessionView {
  #sessions = $state.raw<SessionCount>(0);

  get sessions(): SessionCount {
    return this.#sessions;
  }

  get shown(): boolean {
    return this.#sessions > 0;
  }

  show(sessions: SessionCount): void {
    this.#sessions = sessions;
  }

  leave(): void {
    this.#sessions = 0;
  }
}
