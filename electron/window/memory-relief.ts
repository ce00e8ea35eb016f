import { promisify } from 'node:util';
import type { Scheduler } from '../core/quotes/scheduler-port';

export interface MemoryReliefParts {
  readonly scheduler: Scheduler;
  readonly isWindowOpen: () => boolean;
  readonly collect: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** What begins with a start, or ends with a window, has come to rest by then. */
export const RELIEF_AFTER_MS = 5000;

/**
 * Gives memory back once there is no window: left alone, an idle V8 keeps what the start and the page
 * made it reserve.
 */
export class MemoryRelief {
  private callOff: (() => void) | null = null;

  constructor(private readonly parts: MemoryReliefParts) {}

  /** There is no window from now on. */
  windowGone(): void {
    this.dispose();
    this.callOff = this.parts.scheduler.after(RELIEF_AFTER_MS, () => this.relieve());
  }

  dispose(): void {
    this.callOff?.();
    this.callOff = null;
  }

  private relieve(): void {
    const { isWindowOpen, collect, onError } = this.parts;
    this.callOff = null;
    // The collection stops main for a moment, which a user would see.
    if (!isWindowOpen()) void collect().catch(onError);
  }
}

/** Has V8 free what it can and reserve no more than it needs, as where a system runs out of memory. */
export async function collectGarbage(): Promise<void> {
  const { Session } = await import('node:inspector');
  const session = new Session();
  session.connect();
  try {
    await promisify<string>(session.post.bind(session))('HeapProfiler.collectGarbage');
  } finally {
    session.disconnect();
  }
}
