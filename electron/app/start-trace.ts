export const START_STEPS = [
  'nodeReady',
  'mainEvaluated',
  'ready',
  'windowConstructed',
  'loadUrlCalled',
  'shellPainted',
  'painted',
] as const;
export type StartStep = (typeof START_STEPS)[number];

/**
 * When each step of the start was reached, in milliseconds since the process was created. Marking
 * is cheap and always done; only the benchmark prints it.
 */
export class StartTrace {
  private readonly reachedMs = new Map<StartStep, number>();

  /**
   * @param createdMs - UTC milliseconds at which the operating system made the process
   * @param nowMs - UTC milliseconds, of the same clock
   */
  constructor(
    private readonly createdMs: number,
    private readonly nowMs: () => number,
  ) {}

  /**
   * The first time counts.
   *
   * @param atMs - UTC milliseconds, where it was some time ago
   * @returns true at the first time
   */
  mark(step: StartStep, atMs = this.nowMs()): boolean {
    if (this.reachedMs.has(step)) return false;
    this.reachedMs.set(step, rounded(atMs - this.createdMs));
    return true;
  }

  sinceCreationMs(): number {
    return rounded(this.nowMs() - this.createdMs);
  }

  /** One line of JSON, steps in the order of {@link START_STEPS}; steps not reached are left out. */
  toLine(): string {
    const steps = START_STEPS.filter((step) => this.reachedMs.has(step));
    return JSON.stringify({
      startTrace: Object.fromEntries(steps.map((step) => [step, this.reachedMs.get(step)])),
    });
  }
}

function rounded(durationMs: number): number {
  return Math.round(durationMs * 10) / 10;
}
