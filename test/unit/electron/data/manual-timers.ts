import type { Timers } from '../../../../electron/data/time';

interface Task {
  dueMs: number;
  readonly everyMs: number | null;
  readonly run: () => void;
}

/** Timers and a clock that stand still until they are moved. */
export class ManualTimers implements Timers {
  private readonly tasks = new Set<Task>();

  constructor(private nowMs = 0) {}

  readonly now = (): number => this.nowMs;

  every(intervalMs: number, tick: () => void): () => void {
    return this.add({ dueMs: this.nowMs + intervalMs, everyMs: intervalMs, run: tick });
  }

  after(delayMs: number, task: () => void): () => void {
    return this.add({ dueMs: this.nowMs + delayMs, everyMs: null, run: task });
  }

  /** Runs what falls due, and lets promises settle after each. */
  async advance(durationMs: number): Promise<void> {
    const endMs = this.nowMs + durationMs;
    for (let task = this.nextUntil(endMs); task; task = this.nextUntil(endMs)) {
      this.nowMs = task.dueMs;
      if (task.everyMs === null) this.tasks.delete(task);
      else task.dueMs += task.everyMs;
      task.run();
      await settled();
    }
    this.nowMs = endMs;
    await settled();
  }

  private add(task: Task): () => void {
    this.tasks.add(task);
    return () => this.tasks.delete(task);
  }

  private nextUntil(endMs: number): Task | undefined {
    return [...this.tasks]
      .filter(({ dueMs }) => dueMs <= endMs)
      .sort((one, other) => one.dueMs - other.dueMs)[0];
  }
}

/** Lets everything that waits for promises and immediates go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
