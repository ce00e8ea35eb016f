import {
  buildsFrom,
  type ChartInterval,
  type Interval,
  INTERVAL_SECONDS,
  INTRADAY_SECONDS,
  isIntraday,
} from '../../../src/shared/domain/candle/interval';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import {
  lastFinishedSession,
  sessionHours,
} from '../../../src/shared/domain/calendar/session-clock';
import { resampleBars } from '../../../src/shared/domain/candle/resample';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { AlertHistory } from './alert-history-port';
import type { AlertHours } from './alert-hours-port';
import type { AlertWatch } from './alert-watch';

export interface IndicatorBarsParts {
  readonly watch: () => Pick<AlertWatch, 'seed'>;
  readonly history: AlertHistory;
  readonly hours: AlertHours;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly isReal: () => boolean;
  readonly onError: (error: unknown) => void;
}

interface WantedSeries {
  readonly instrument: InstrumentId;
  readonly interval: ChartInterval;
}

/** Bars that indicators begin with. */
export const WANTED_BARS = 600;
/** Calendar days for a session: weekends, and holidays besides. */
const DAYS_PER_SESSION = 1.5;
/** No exchange is closed for longer at a stretch. */
const LONGEST_CLOSED_DAYS = 11;
const SECONDS_PER_DAY = 86_400;
/** Sessions in a bar, where a bar has several. */
const SESSIONS: Partial<Record<ChartInterval, number>> = { W: 5, M: 21 };

/** Gives the indicators of rules their past, one series after the other. */
export class IndicatorBars {
  private readonly wanted = new Map<string, WantedSeries>();
  /** Those that nobody had an answer for. */
  private readonly missing = new Map<string, WantedSeries>();
  private isStarted = false;
  private isAsking = false;

  constructor(private readonly parts: IndicatorBarsParts) {}

  /** Nothing is asked for before: the calendars say which bars belong together. */
  start(): void {
    this.isStarted = true;
    void this.askAll();
  }

  want(instrument: InstrumentId, interval: ChartInterval): void {
    // Rules of all hours and of regular ones share their bars of the past.
    this.wanted.set(`${instrument} ${interval}`, { instrument, interval });
    void this.askAll();
  }

  /** Asks once more for what no source had: without its past an indicator may be silent for months. */
  retry(): void {
    for (const [key, series] of this.missing) this.wanted.set(key, series);
    this.missing.clear();
    void this.askAll();
  }

  private async askAll(): Promise<void> {
    if (this.isAsking || !this.isStarted) return;
    this.isAsking = true;
    // Rules are being set on; their series are asked for once they all are.
    await Promise.resolve();
    for (const [key, series] of this.wanted) {
      this.wanted.delete(key);
      try {
        const isAnswered = !this.parts.isReal() || (await this.ask(series));
        if (!isAnswered) this.missing.set(key, series);
      } catch (error) {
        this.parts.onError(error);
      }
    }
    this.isAsking = false;
  }

  /** @returns false where no source answered */
  private async ask({ instrument, interval }: WantedSeries): Promise<boolean> {
    const { history, hours, now, watch, isReal } = this.parts;
    const from = buildsFrom(interval)[0] as Interval;
    const calendar = hours.calendarOf(instrument);
    const days = reachDays(interval, calendar, now());
    const answer = await history.bars(
      instrument,
      from,
      Math.floor(now() / 1000 - days * SECONDS_PER_DAY),
    );
    if (answer === null) return false;
    if (!isReal()) return true;
    const bars = resampleBars(answer.bars, { from, to: interval, calendar, extended: false });
    watch().seed(instrument, interval, bars);
    return true;
  }
}

/** Calendar days in which there are {@link WANTED_BARS} bars. */
function reachDays(
  interval: ChartInterval,
  calendar: ExchangeCalendar | undefined,
  nowMs: number,
): number {
  if (!isIntraday(interval)) return WANTED_BARS * (SESSIONS[interval] ?? 1) * DAYS_PER_SESSION;
  const sessions = WANTED_BARS / barsOfSession(INTRADAY_SECONDS[interval], calendar, nowMs);
  return sessions * DAYS_PER_SESSION + LONGEST_CLOSED_DAYS;
}

function barsOfSession(
  seconds: number,
  calendar: ExchangeCalendar | undefined,
  nowMs: number,
): number {
  const parts = calendar ? sessionHours(calendar, lastFinishedSession(calendar, nowMs)) : [];
  const bars = parts.map(({ start, end }) => Math.ceil((end - start) / 1000 / seconds));
  // Where nothing is known of the exchange, as many as the shortest of sessions has.
  return bars.reduce((sum, each) => sum + each, 0) || Math.ceil(SHORTEST_SESSION_SECONDS / seconds);
}

const SHORTEST_SESSION_SECONDS = 4 * INTERVAL_SECONDS['1h'];
