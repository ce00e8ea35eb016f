import type { FailureKind } from './failure-text';
import type { ScreenshotRun } from './screenshot-run';

export interface FailureExitParts {
  /** Set where the app runs for one picture: nobody is there to close a dialog. */
  readonly screenshot: Pick<ScreenshotRun, 'fail'> | null;
  readonly log: { error(message: string): void };
  /** Tells the user; resolves once he has closed the dialog. */
  readonly tell: (kind: FailureKind) => Promise<void>;
  /** Prints one line to stderr. */
  readonly complain: (line: string) => void;
  /** Ends the app. */
  readonly end: (exitCode: number) => Promise<void>;
}

/** Ends the app because of a failure, with exit code 1, after whoever is there was told. */
export class FailureExit {
  private failed = false;

  constructor(private readonly parts: FailureExitParts) {}

  /**
   * The first failure counts; what follows from it is not told.
   *
   * @param reason - English, for stderr and the log
   */
  async fail(kind: FailureKind, reason: string): Promise<void> {
    if (this.failed) return;
    this.failed = true;
    const { screenshot, log, tell, complain, end } = this.parts;
    log.error(`${kind}: ${reason}`);
    const [line = reason] = reason.split('\n', 1);
    if (screenshot) return screenshot.fail(line);
    complain(`tapeout: ${line}`);
    await tell(kind);
    await end(1);
  }
}
