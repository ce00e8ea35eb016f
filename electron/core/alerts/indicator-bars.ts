import {
  buildsFrom,
  type ChartInterval,
  type Interval,
  INTERVAL_SECONDS,
} from '../../../src/shared/domain/candle/interval';
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

/** Bars that indicators begin with. */
const WANTED_BARS = 600;
/** An exchange trades for about a quarter of the day and five days a week. */
const CLOSED_FACTOR = 6;

/** Gives the indicators of rules their past, one series after the other. */
export class IndicatorBars {
  private readonly wanted: { instrument: InstrumentId; interval: ChartInterval }[] = [];
  private isAsking = false;

  constructor(private readonly parts: IndicatorBarsParts) {}

  want(instrument: InstrumentId, interval: ChartInterval): void {
    this.wanted.push({ instrument, interval });
    if (!this.isAsking) void this.askAll();
  }

  private async askAll(): Promise<void> {
    this.isAsking = true;
    // Rules are being set on; their series are asked for once they all are.
    await Promise.resolve();
    for (let next = this.wanted.shift(); next; next = this.wanted.shift()) {
      try {
        if (this.parts.isReal()) await this.ask(next.instrument, next.interval);
      } catch (error) {
        this.parts.onError(error);
      }
    }
    this.isAsking = false;
  }

  private async ask(instrument: InstrumentId, interval: ChartInterval): Promise<void> {
    const { history, hours, now, watch, isReal } = this.parts;
    const from = buildsFrom(interval)[0] as Interval;
    const stride = interval === 'W' ? 7 : interval === 'M' ? 31 : interval === '4h' ? 4 : 1;
    const closed = from === 'D' ? 1.5 : CLOSED_FACTOR;
    const reach = WANTED_BARS * stride * closed * INTERVAL_SECONDS[from];
    const answer = await history.bars(instrument, from, Math.floor(now() / 1000 - reach));
    if (answer === null || !isReal()) return;
    const calendar = hours.calendarOf(instrument);
    const bars = resampleBars(answer.bars, { from, to: interval, calendar, extended: false });
    watch().seed(instrument, interval, bars);
  }
}
