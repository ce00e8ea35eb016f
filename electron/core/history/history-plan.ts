import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import { calendarMicOf } from '../../../src/shared/domain/instrument/calendar-mic';
import {
  type Instrument,
  type InstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import { type HistoryDue, historyDue } from './history-due';

const MINUTE = 60_000;
const FIRST_PAUSE_MS = MINUTE;
/** Where the charted series waits, a user does. */
const LONGEST_PAUSE_MS = { charted: 5 * MINUTE, listed: 6 * 60 * MINUTE };

export interface HistoryPlanParts {
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  /** By MIC or venue. */
  readonly calendar: (mic: string) => ExchangeCalendar | undefined;
  /** 0 to below 1. */
  readonly random: () => number;
}

/** A series that is to be asked for. */
export interface HistoryJob extends HistoryDue {
  readonly instrument: InstrumentId;
}

interface Attempts {
  readonly failures: number;
  /** UTC milliseconds. */
  readonly pauseUntil: number;
}

/** Which daily series are due, the charted one first. Times are UTC milliseconds. */
export class HistoryPlan {
  private watched: readonly InstrumentId[] = [];
  private charted: InstrumentId | null = null;
  private readonly lastTimes = new Map<InstrumentId, number>();
  private readonly attempts = new Map<InstrumentId, Attempts>();

  constructor(private readonly parts: HistoryPlanParts) {}

  watch(instruments: readonly InstrumentId[], charted: InstrumentId | null): void {
    this.watched = [...new Set(charted === null ? instruments : [charted, ...instruments])];
    this.charted = charted;
    const kept = new Set(this.watched);
    for (const id of this.attempts.keys()) if (!kept.has(id)) this.attempts.delete(id);
  }

  /** What is stored; everything else is not. */
  know(series: Iterable<readonly [InstrumentId, number]>): void {
    this.lastTimes.clear();
    for (const [id, lastTime] of series) this.lastTimes.set(id, lastTime);
  }

  /**
   * The series that is to be asked for now; null where none is.
   *
   * @param whole - series that were found to be void: all of it is asked for
   */
  next(nowMs: number, whole: ReadonlySet<InstrumentId>): HistoryJob | null {
    for (const instrument of this.watched) {
      if (nowMs < (this.attempts.get(instrument)?.pauseUntil ?? 0)) continue;
      const due = this.dueOf(instrument, nowMs);
      if (due === null && !whole.has(instrument)) continue;
      return { instrument, since: whole.has(instrument) ? null : (due?.since ?? null) };
    }
    return null;
  }

  /**
   * Bars were stored, up to `lastTime` (UTC seconds; 0 where there was none). Where the newest one is still missing, the source
   * does not have it yet.
   */
  stored(id: InstrumentId, lastTime: number, nowMs: number): void {
    if (lastTime > 0) this.lastTimes.set(id, lastTime);
    if (this.dueOf(id, nowMs) === null) this.attempts.delete(id);
    else this.failed(id, 0, nowMs);
  }

  /** @param retryAfterMs - how long the source asks to be left alone */
  failed(id: InstrumentId, retryAfterMs: number, nowMs: number): void {
    const failures = (this.attempts.get(id)?.failures ?? 0) + 1;
    const longest = LONGEST_PAUSE_MS[id === this.charted ? 'charted' : 'listed'];
    const grown = Math.min(longest, FIRST_PAUSE_MS * 2 ** (failures - 1));
    const pauseMs = Math.max(retryAfterMs, grown * (0.5 + 0.5 * this.parts.random()));
    this.attempts.set(id, { failures, pauseUntil: nowMs + pauseMs });
  }

  /** Failures so far count no more: the network came back, or the sources were set otherwise. */
  forgive(): void {
    this.attempts.clear();
  }

  private dueOf(id: InstrumentId, nowMs: number): HistoryDue | null {
    const known = this.parts.instrument(id);
    const mic = known ? calendarMicOf(known) : splitInstrumentId(id).mic;
    return historyDue(this.lastTimes.get(id) ?? null, this.parts.calendar(mic), nowMs);
  }
}
