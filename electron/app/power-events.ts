import { powerMonitor } from 'electron';
import type { PowerObserver } from '../core/alerts/power-observer-port';

/** What is used of Electron's monitor. */
interface Monitor {
  on(event: PowerEvent, listener: () => void): unknown;
  removeListener(event: PowerEvent, listener: () => void): unknown;
}

export interface PowerEventsParts {
  readonly observers: readonly PowerObserver[];
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

type PowerEvent = 'suspend' | 'resume';

/**
 * The same event within so long is the same sleep. Electron on Linux tells of each twice, and of a short
 * sleep in the order suspend, resume, suspend, resume.
 */
export const SAME_SLEEP_MS = 5000;

/** Tells once of each sleep and of each waking. */
export class PowerEvents {
  private readonly lastAt = new Map<PowerEvent, number>();
  private readonly onSuspend = (): void => this.hear('suspend');
  private readonly onResume = (): void => this.hear('resume');

  constructor(
    private readonly parts: PowerEventsParts,
    private readonly monitor: Monitor = powerMonitor as Monitor,
  ) {}

  start(): void {
    this.monitor.on('suspend', this.onSuspend);
    this.monitor.on('resume', this.onResume);
  }

  dispose(): void {
    this.monitor.removeListener('suspend', this.onSuspend);
    this.monitor.removeListener('resume', this.onResume);
  }

  private hear(event: PowerEvent): void {
    const atMs = this.parts.now();
    const beforeMs = this.lastAt.get(event) ?? -Infinity;
    this.lastAt.set(event, atMs);
    if (Math.abs(atMs - beforeMs) < SAME_SLEEP_MS) return;
    for (const observer of this.parts.observers) {
      try {
        if (event === 'suspend') observer.suspended();
        else observer.resumed();
      } catch (error) {
        this.parts.onError(error);
      }
    }
  }
}
