import type { Interval } from '../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Timers } from '../time';
import type { CacheStore } from './cache-store';

/** How long after a write its series is looked at: a refresh of a whole list is over by then. */
export const TIDY_DELAY_MS = 2000;
/** Between two series, so that a page that asks is not kept waiting for all of them. */
export const TIDY_GAP_MS = 50;

export interface TidyParts {
  readonly cache: CacheStore;
  readonly timers: Timers;
  readonly onError: (error: unknown) => void;
}

interface StoredName {
  readonly instrument: InstrumentId;
  readonly interval: Interval;
}

/**
 * Tidies series that were written, some time after the answer to whoever wrote them went out, and
 * then empties the log of the file.
 */
export class TidyService {
  private readonly written = new Map<string, StoredName>();
  private callOff: (() => void) | null = null;

  constructor(private readonly parts: TidyParts) {}

  noteWritten(instrument: InstrumentId, interval: Interval): void {
    this.written.set(`${instrument} ${interval}`, { instrument, interval });
    this.callOff ??= this.parts.timers.after(TIDY_DELAY_MS, () => this.tidyNext());
  }

  /** What was not tidied yet is tidied after it is written the next time. */
  dispose(): void {
    this.callOff?.();
    this.callOff = null;
    this.written.clear();
  }

  private tidyNext(): void {
    this.callOff = null;
    const [next] = this.written;
    if (!next) return;
    const [name, { instrument, interval }] = next;
    this.written.delete(name);
    try {
      this.parts.cache.use((series) => series.tidy(instrument, interval));
      if (this.written.size === 0) this.parts.cache.checkpoint();
    } catch (error) {
      this.parts.onError(error);
    }
    if (this.written.size > 0) {
      this.callOff = this.parts.timers.after(TIDY_GAP_MS, () => this.tidyNext());
    }
  }
}
