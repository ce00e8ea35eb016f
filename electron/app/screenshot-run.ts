import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../src/shared/domain/quote/quote';
import type { Scheduler } from '../core/quotes/scheduler-port';

/** What the page says it shows, once chart and timeline have painted. */
export interface Painted {
  readonly symbol: InstrumentId;
  readonly bars: number;
  readonly firstBar: string | null;
  readonly lastBar: string | null;
  readonly source: MarketSource | null;
  readonly announcements: number;
  readonly markers: number;
}

export interface ScreenshotParts {
  readonly electronVersion: string;
  /** Milliseconds since the process was created. */
  readonly sinceCreationMs: () => number;
  /** Writes the picture of the window. */
  readonly capture: () => Promise<void>;
  /** Prints one line to stdout. */
  readonly print: (line: string) => void;
  /** Prints one line to stderr. */
  readonly complain: (line: string) => void;
  /** Ends the app. */
  readonly end: (exitCode: number) => Promise<void>;
  readonly scheduler: Scheduler;
}

const LONGEST_WAIT_MS = 60_000;

/** `--screenshot`: one picture, one line of JSON, end. Ends with 1 and one clear line where that fails. */
export class ScreenshotRun {
  private finished = false;
  private stopWaiting: (() => void) | null = null;

  constructor(private readonly parts: ScreenshotParts) {}

  /** Begins to wait for the page. */
  start(): void {
    this.stopWaiting = this.parts.scheduler.after(LONGEST_WAIT_MS, () => {
      void this.fail(`nothing was painted within ${LONGEST_WAIT_MS / 1000} s`);
    });
  }

  /** The first report counts. */
  async paint(painted: Painted): Promise<void> {
    if (!this.finish()) return;
    const { electronVersion, sinceCreationMs, capture, print, end } = this.parts;
    const coldStartMs = Math.round(sinceCreationMs());
    try {
      await capture();
    } catch (error) {
      return this.complain(`the picture could not be written: ${(error as Error).message}`);
    }
    print(JSON.stringify({ electron: electronVersion, ...painted, coldStartMs }));
    await end(0);
  }

  /** Ends the run for another reason, for example a page that did not load. */
  async fail(reason: string): Promise<void> {
    if (this.finish()) await this.complain(reason);
  }

  /** @returns false where the run had ended before */
  private finish(): boolean {
    if (this.finished) return false;
    this.finished = true;
    this.stopWaiting?.();
    return true;
  }

  private async complain(reason: string): Promise<void> {
    this.parts.complain(`tapeout: ${reason}`);
    await this.parts.end(1);
  }
}
