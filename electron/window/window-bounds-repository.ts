import { readFileSync } from 'node:fs';
import type { Scheduler } from '../core/quotes/scheduler-port';
import { writeFileAtomically } from './atomic-file';
import { readWindowBounds, type WindowBounds } from './window-bounds';

/** Dragging a window reports every pixel; only where it comes to rest is worth a write. */
const SETTLE_DELAY_MS = 500;

/** Remembers where the window stood, in a small file of its own: it must be known before any window. */
export class WindowBoundsRepository {
  private pending: WindowBounds | null = null;
  private cancelWrite: (() => void) | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly scheduler: Scheduler,
    private readonly reportFailure: (message: string, cause: unknown) => void,
  ) {}

  /** Null at the first start and for a file that is not ours. */
  load(): WindowBounds | null {
    try {
      return readWindowBounds(readFileSync(this.path, 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        this.reportFailure('window bounds could not be read', error);
      }
      return null;
    }
  }

  /** Written once the window has come to rest. */
  remember(bounds: WindowBounds): void {
    this.pending = bounds;
    this.cancelWrite?.();
    this.cancelWrite = this.scheduler.after(SETTLE_DELAY_MS, () => void this.flush());
  }

  /** Writes what is still waiting. Never rejects: a lost position is no reason to stop. */
  async flush(): Promise<void> {
    this.cancelWrite?.();
    this.cancelWrite = null;
    const bounds = this.pending;
    this.pending = null;
    if (bounds) this.writing = this.writing.then(() => this.write(bounds));
    await this.writing;
  }

  private async write(bounds: WindowBounds): Promise<void> {
    try {
      await writeFileAtomically(this.path, `${JSON.stringify(bounds)}\n`);
    } catch (error) {
      this.reportFailure('window bounds could not be written', error);
    }
  }
}
