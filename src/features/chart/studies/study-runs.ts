import type { StudyUpdate } from '../../../chart/overlay-types';
import type { ExchangeCalendar } from '../../../shared/domain/calendar/exchange-calendar';
import type { BarColumns } from '../../../shared/domain/candle/bar-columns';
import type { IndicatorParams } from '../../../shared/domain/indicators/indicator';
import { findIndicator } from '../../../shared/domain/indicators/indicator-catalogue';
import { IndicatorRun } from '../../../shared/domain/indicators/indicator-run';
import { LiveSessionStarts } from './live-session-starts';
import { columnOrder } from './study-plots';

/** What is to be computed for a study. */
export interface WantedRun {
  readonly key: string;
  readonly indicator: string;
  /** Complete, the time of an anchor included. */
  readonly params: IndicatorParams;
}

/** Where a series comes from; another one means that nothing computed before holds. */
export interface RunOrigin {
  /** The bars as they were read, without live ones. */
  readonly read: BarColumns;
  readonly calendar: ExchangeCalendar | undefined;
}

interface Running {
  readonly signature: string;
  readonly indicator: string;
  readonly run: IndicatorRun;
}

/** The studies of one chart as columns: each computed once, and then bar by bar as the series grows. */
export class StudyRuns {
  #origin: RunOrigin | null = null;
  #starts = new LiveSessionStarts(undefined);
  #running: ReadonlyMap<string, Running> = new Map();
  #length = 0;

  /**
   * Computes what is wanted and not there yet; what stays as it was is kept.
   *
   * @param bars - those of `origin` with live ones behind them
   */
  arrange(wanted: readonly WantedRun[], origin: RunOrigin, bars: BarColumns): void {
    const isSame = origin.read === this.#origin?.read && origin.calendar === this.#origin.calendar;
    if (!isSame) {
      this.#origin = origin;
      this.#starts = new LiveSessionStarts(origin.calendar);
      this.#running = new Map();
    }
    const before = this.#running;
    this.#running = new Map(wanted.map((study) => [study.key, start(study, before)]));
    this.#update(bars);
  }

  /** One column an output; empty where the study is not computed. */
  outputsOf(key: string): readonly Float64Array[] {
    return this.#running.get(key)?.run.outputs ?? [];
  }

  /** The values at a bar, one an output. */
  valuesAt(key: string, index: number): readonly number[] {
    return this.outputsOf(key).map((column) => column[index] ?? NaN);
  }

  /** False where the series ends before the first value. */
  hasValues(key: string): boolean {
    return this.outputsOf(key).some((column) => {
      let index = column.length - 1;
      while (index >= 0 && Number.isNaN(column[index])) index--;
      return index >= 0;
    });
  }

  /** The newest bar changed or others came behind it: what is new of each study. */
  tick(bars: BarColumns): readonly StudyUpdate[] {
    const from = Math.max(0, this.#length - 1);
    this.#update(bars);
    const updates: StudyUpdate[] = [];
    for (const [id, { indicator, run }] of this.#running) {
      const { outputs } = run;
      const columns = columnOrder(indicator).map((at) => outputs[at] as Float64Array);
      for (let index = from; index < bars.length; index++) {
        updates.push({ id, index, values: columns.map((column) => column[index] as number) });
      }
    }
    return updates;
  }

  #update(bars: BarColumns): void {
    const needsSessions = [...this.#running.values()].some(
      ({ indicator }) => findIndicator(indicator)?.needsSessions,
    );
    const sessionStarts = needsSessions ? this.#starts.of(bars) : new Float64Array(0);
    for (const { run } of this.#running.values()) run.update({ bars, sessionStarts });
    this.#length = bars.length;
  }
}

function start(
  { key, indicator, params }: WantedRun,
  before: ReadonlyMap<string, Running>,
): Running {
  const signature = JSON.stringify([indicator, params]);
  const known = before.get(key);
  if (known?.signature === signature) return known;
  const found = findIndicator(indicator);
  if (found === undefined) throw new RangeError(`no indicator is called ${indicator}`);
  return { signature, indicator, run: new IndicatorRun(found, params) };
}
