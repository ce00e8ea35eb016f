import type { ChartInterval } from '../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../src/shared/domain/quote/quote';
import type { Scheduler } from '../core/quotes/scheduler-port';

/** What the page says it shows, once chart and timeline have painted. */
export interface Painted {
  readonly symbol: InstrumentId;
  readonly interval: ChartInterval;
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
const LONGEST_CAPTURE_MS = 20_000;

/** `--screenshot`: one picture, one line of JSON, end. Ends with 1 and one clear line where that fails. */
export class ScreenshotRun {
  private state: 'waiting' | 'capturing' | 'finished' = 'waiting';
  private stopWaiting = (): void => undefined;

  constructor(private readonly parts: ScreenshotParts) {}

  /** Begins to wait for the page. */
  start(): void {
    this.giveUpAfter(LONGEST_WAIT_MS, 'nothing was painted');
  }

  /** The first report counts. */
  async paint(painted: Painted): Promise<void> {
    if (this.state !== 'waiting') return;
    this.state = 'capturing';
    const { electronVersion, sinceCreationMs, capture, print, end } = this.parts;
    const coldStartMs = Math.round(sinceCreationMs());
    this.giveUpAfter(LONGEST_CAPTURE_MS, 'the picture was not taken');
    try {
      await capture();
    } catch (error) {
      return this.fail(`the picture could not be written: ${(error as Error).message}`);
    }
    if (!this.finish()) return;
    print(JSON.stringify({ electron: electronVersion, ...painted, coldStartMs }));
    await end(0);
  }

  /** Ends the run for another reason, for example a page that did not load. */
  async fail(reason: string): Promise<void> {
    if (!this.finish()) return;
    this.parts.complain(`tapeout: ${reason}`);
    await this.parts.end(1);
  }

  private giveUpAfter(delayMs: number, reason: string): void {
    this.stopWaiting();
    this.stopWaiting = this.parts.scheduler.after(delayMs, () => {
      void this.fail(`${reason} within ${delayMs / 1000} s`);
    });
  }

  /** @returns false where the run had ended before */
  private finish(): boolean {
    if (this.state === 'finished') return false;
    this.state = 'finished';
    this.stopWaiting();
    return true;
  }
}

/** @returns null where no picture is asked for */
export function screenshotRun(
  file: string | null,
  parts: Omit<ScreenshotParts, 'capture'> & {
    readonly capture: (file: string) => Promise<void>;
  },
): ScreenshotRun | null {
  return file === null ? null : new ScreenshotRun({ ...parts, capture: () => parts.capture(file) });
}
