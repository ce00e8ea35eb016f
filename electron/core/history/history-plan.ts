import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import { buildsFrom, type Interval } from '../../../src/shared/domain/candle/interval';
import type { ShownSeries } from '../../../src/shared/domain/chart/desk-charts';
import { calendarMicOf } from '../../../src/shared/domain/instrument/calendar-mic';
import {
  type Instrument,
  type InstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import type { KnownSeries } from './bars-store-port';
import { type HistoryDue, historyDue } from './history-due';
import { intradayDue } from './intraday-due';

const MINUTE = 60_000;
const FIRST_PAUSE_MS = MINUTE;
/** Sources fill gaps years later, and adjust what is older than any tail. */
const WHOLE_EVERY_MS = 7 * 24 * 60 * MINUTE;
/** Where the whole could not be had, or was refused, its tail goes on meanwhile. */
const WHOLE_AGAIN_MS = 24 * 60 * MINUTE;
/** Where the charted series waits, a user does. */
const LONGEST_PAUSE_MS = { charted: 5 * MINUTE, listed: 6 * 60 * MINUTE };

export interface HistoryPlanParts {
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  /** By MIC or venue. */
  readonly calendar: (mic: string) => ExchangeCalendar | undefined;
  /** Intervals that some source has of an instrument. */
  readonly intervals: (id: InstrumentId) => ReadonlySet<Interval>;
  /** 0 to below 1. */
  readonly random: () => number;
}

/** Bars of one interval of one instrument. */
export interface SeriesName {
  readonly instrument: InstrumentId;
  readonly interval: Interval;
}

/** A series that is to be asked for. */
export interface HistoryJob extends HistoryDue, SeriesName {}

/** What a series is called where it is a key. */
export type SeriesKey = `${InstrumentId} ${Interval}`;

export function seriesKey({ instrument, interval }: SeriesName): SeriesKey {
  return `${instrument} ${interval}`;
}

interface Attempts {
  readonly failures: number;
  /** UTC milliseconds. */
  readonly pauseUntil: number;
}

/**
 * Which series are due: daily ones of all watched instruments, and the intervals that the charts are
 * made of, that of the active chart first. Times are UTC milliseconds.
 */
export class HistoryPlan {
  private watched: readonly InstrumentId[] = [];
  private shown: readonly ShownSeries[] = [];
  private visible = true;
  private extended = false;
  private readonly lastTimes = new Map<SeriesKey, number>();
  /** Last answers for intraday series. */
  private readonly checkedAt = new Map<SeriesKey, number>();
  /** When all of a daily series was last stored. */
  private readonly wholeAt = new Map<SeriesKey, number>();
  /** When all of a series was last asked for. */
  private readonly wholeTriedAt = new Map<SeriesKey, number>();
  private readonly attempts = new Map<SeriesKey, Attempts>();
  /** Those that the user imported by hand are never asked for. */
  private readonly imported = new Set<SeriesKey>();

  constructor(private readonly parts: HistoryPlanParts) {}

  /** @param shown - what stands on the charts, that of the active one first */
  watch(instruments: readonly InstrumentId[], shown: readonly ShownSeries[]): void {
    this.watched = [...new Set([...shown.map(({ instrument }) => instrument), ...instruments])];
    this.shown = shown;
    const kept = new Set(this.wanted().map(seriesKey));
    for (const key of this.attempts.keys()) if (!kept.has(key)) this.attempts.delete(key);
  }

  /** Bars of before the open and after the close are on the charts. */
  setExtended(extended: boolean): void {
    this.extended = extended;
  }

  /** Nobody looks at the chart of a hidden window: its intraday bars wait until it is seen again. */
  setVisible(visible: boolean): void {
    this.visible = visible;
  }

  /** True where the chart needs bars that come by the minute. */
  get followsIntraday(): boolean {
    return this.intraday().length > 0;
  }

  isCharted({ instrument }: SeriesName): boolean {
    return this.shown.some((shown) => shown.instrument === instrument);
  }

  /** What is stored; everything else is not. */
  know(series: readonly KnownSeries[]): void {
    this.lastTimes.clear();
    this.checkedAt.clear();
    this.imported.clear();
    this.wholeAt.clear();
    for (const known of series) {
      if (known.wholeAt !== null) this.wholeAt.set(seriesKey(known), known.wholeAt);
      this.lastTimes.set(seriesKey(known), known.lastTime);
      if (known.source === 'csv-file') this.noteImported(known);
    }
  }

  /** Bars of the user stand in the place of those of the sources. */
  noteImported(series: SeriesName): void {
    this.imported.add(seriesKey(series));
  }

  /**
   * The series that is to be asked for now; null where none is.
   *
   * @param whole - series that were found to be void: all of it is asked for
   */
  next(nowMs: number, whole: ReadonlySet<SeriesKey>): HistoryJob | null {
    for (const series of this.wanted()) {
      const key = seriesKey(series);
      if (this.imported.has(key)) continue;
      if (nowMs < (this.attempts.get(key)?.pauseUntil ?? 0)) continue;
      if (whole.has(key) || this.isWholeDue(series, nowMs)) return { ...series, since: null };
      const due = this.dueOf(series, nowMs);
      if (due !== null) return { ...series, since: due.since };
    }
    return null;
  }

  /** The series is being asked for. */
  began(job: HistoryJob, nowMs: number): void {
    if (job.since === null) this.wholeTriedAt.set(seriesKey(job), nowMs);
  }

  /**
   * Bars were stored, up to `lastTime` (UTC seconds; 0 where there was none). Where the newest one is
   * still missing, the source does not have it yet.
   */
  stored(
    series: SeriesName,
    { lastTime, wholeAt }: Pick<KnownSeries, 'lastTime' | 'wholeAt'>,
    nowMs: number,
  ): void {
    const key = seriesKey(series);
    if (wholeAt !== null) this.wholeAt.set(key, wholeAt);
    if (lastTime > 0) this.lastTimes.set(key, lastTime);
    this.checkedAt.set(key, nowMs);
    const isMissing = lastTime === 0 || this.dueOf(series, nowMs) !== null;
    if (isMissing) this.failed(series, 0, nowMs);
    else this.attempts.delete(key);
  }

  /** @param retryAfterMs - how long the source asks to be left alone */
  failed(series: SeriesName, retryAfterMs: number, nowMs: number): void {
    const key = seriesKey(series);
    const failures = (this.attempts.get(key)?.failures ?? 0) + 1;
    const longest = LONGEST_PAUSE_MS[this.isCharted(series) ? 'charted' : 'listed'];
    const grown = Math.min(longest, FIRST_PAUSE_MS * 2 ** (failures - 1));
    const pauseMs = Math.max(retryAfterMs, grown * (0.5 + 0.5 * this.parts.random()));
    this.attempts.set(key, { failures, pauseUntil: nowMs + pauseMs });
  }

  /** Failures so far count no more: the network came back, or the sources were set otherwise. */
  forgive(): void {
    this.attempts.clear();
  }

  /** In the order in which they matter. */
  private wanted(): readonly SeriesName[] {
    const daily = this.watched.map((instrument) => ({ instrument, interval: 'D' as const }));
    return [...this.intraday(), ...daily];
  }

  private intraday(): readonly SeriesName[] {
    if (!this.visible) return [];
    const names = this.shown.flatMap((shown) => {
      const interval = this.intradayOf(shown);
      return interval === null ? [] : [{ instrument: shown.instrument, interval }];
    });
    return [...new Map(names.map((name) => [seriesKey(name), name])).values()];
  }

  /** The coarsest interval of the sources that a chart can be made of; null where that is the day. */
  private intradayOf({ instrument, interval }: ShownSeries): Interval | null {
    const offered = this.parts.intervals(instrument);
    const finest = buildsFrom(interval).find((each) => offered.has(each));
    return finest === undefined || finest === 'D' ? null : finest;
  }

  /** Once a week for the daily bars of the charted instrument, where there are any. */
  private isWholeDue(series: SeriesName, nowMs: number): boolean {
    const key = seriesKey(series);
    if (!this.isCharted(series) || series.interval !== 'D' || !this.lastTimes.has(key))
      return false;
    const isOld = nowMs - (this.wholeAt.get(key) ?? -Infinity) >= WHOLE_EVERY_MS;
    return isOld && nowMs - (this.wholeTriedAt.get(key) ?? -Infinity) >= WHOLE_AGAIN_MS;
  }

  private dueOf(series: SeriesName, nowMs: number): HistoryDue | null {
    const { instrument, interval } = series;
    const known = this.parts.instrument(instrument);
    const mic = known ? calendarMicOf(known) : splitInstrumentId(instrument).mic;
    const calendar = this.parts.calendar(mic);
    const key = seriesKey(series);
    const lastTime = this.lastTimes.get(key) ?? null;
    if (interval === 'D') return historyDue(lastTime, calendar, nowMs);
    const checkedAt = this.checkedAt.get(key) ?? null;
    return intradayDue(interval, lastTime, checkedAt, calendar, nowMs, this.extended);
  }
}
