import type { Scheduler } from '../core/quotes/scheduler-port';

interface ShutdownStep {
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

export interface ShutdownParts {
  /** Ends the process. */
  readonly exit: (code: number) => void;
  readonly log: { error(message: string, cause?: unknown): void };
  readonly scheduler: Scheduler;
}

/** A step that hangs must not keep the app from ending. */
const LONGEST_STEP_MS = 3_000;

/**
 * Ends the app in the order in which the steps were added: first what makes news, then the data
 * process, at last the store. A step that fails or hangs is written down and passed over.
 */
export class Shutdown {
  private readonly steps: ShutdownStep[] = [];
  private ending: Promise<void> | null = null;

  constructor(private readonly parts: ShutdownParts) {}

  /** @param name - for the log */
  add(name: string, run: ShutdownStep['run']): void {
    this.steps.push({ name, run });
  }

  /** Runs all steps once and ends the process; later calls wait for the first one. */
  end(exitCode: number): Promise<void> {
    this.ending ??= this.run(exitCode);
    return this.ending;
  }

  private async run(exitCode: number): Promise<void> {
    for (const step of this.steps) await this.runStep(step);
    this.parts.exit(exitCode);
  }

  private async runStep(step: ShutdownStep): Promise<void> {
    const { log, scheduler } = this.parts;
    let stopWaiting = (): void => undefined;
    const tooLate = new Promise<'too late'>((resolve) => {
      stopWaiting = scheduler.after(LONGEST_STEP_MS, () => resolve('too late'));
    });
    try {
      const outcome = await Promise.race([step.run(), tooLate]);
      if (outcome === 'too late') log.error(`shutdown: ${step.name} did not end in time`);
    } catch (error) {
      log.error(`shutdown: ${step.name} failed`, error);
    }
    stopWaiting();
  }
}
