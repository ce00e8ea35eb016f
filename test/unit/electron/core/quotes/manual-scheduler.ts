import type { Scheduler } from '../../../../../electron/core/quotes/scheduler-port';

/** A fake: time passes when the test says so. */
export class ManualScheduler implements Scheduler {
  private nowMs = 0;
  private tasks: { readonly at: number; readonly task: () => void }[] = [];

  after(delayMs: number, task: () => void): () => void {
    const entry = { at: this.nowMs + delayMs, task };
    this.tasks.push(entry);
    return () => {
      this.tasks = this.tasks.filter((each) => each !== entry);
    };
  }

  get pending(): number {
    return this.tasks.length;
  }

  get now(): number {
    return this.nowMs;
  }

  advance(ms: number): void {
    const end = this.nowMs + ms;
    for (;;) {
      const next = this.tasks.reduce<(typeof this.tasks)[number] | undefined>(
        (first, each) => (first === undefined || each.at < first.at ? each : first),
        undefined,
      );
      if (next === undefined || next.at > end) break;
      this.tasks = this.tasks.filter((each) => each !== next);
      this.nowMs = next.at;
      next.task();
    }
    this.nowMs = end;
  }
}
