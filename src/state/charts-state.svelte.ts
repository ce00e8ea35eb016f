import type { DataClient } from '../api/data-client';
import type { ChartInterval } from '../shared/domain/candle/interval';
import type { SeriesWishes } from '../shared/domain/candle/series-wishes';
import { isIntraday } from '../shared/domain/candle/interval';
import {
  type ChartCount,
  type ChartSetup,
  isPlainSetup,
} from '../shared/domain/chart/chart-layout';
import type { CompareBase } from '../shared/domain/chart/compare-base';
import { deskCharts } from '../shared/domain/chart/desk-charts';
import type { SessionCount } from '../shared/domain/chart/session-count';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { CalendarsState } from './calendars-state.svelte';
import { Chart } from './chart.svelte';
import { ReplayClock } from './replay-clock.svelte';
import type { SettingsState } from './settings-state.svelte';

/** The charts of the desk; one of them is active: what the rest of the desk speaks of. */
export class ChartsState {
  readonly #settings: SettingsState;
  readonly #data: DataClient;
  readonly #calendars: CalendarsState;
  readonly #clock: ReplayClock;
  #all = $state.raw<readonly Chart[]>([]);
  #active: Chart;
  #lastId = 0;
  /** Where the pointer of one chart stands, for the others. */
  #pointed = $state.raw<{ readonly chart: Chart; readonly time: number } | null>(null);

  constructor(
    data: DataClient,
    calendars: CalendarsState,
    settings: SettingsState,
    clock: ReplayClock = new ReplayClock(),
  ) {
    this.#data = data;
    this.#calendars = calendars;
    this.#settings = settings;
    this.#clock = clock;
    const first = this.#make();
    this.#active = $state.raw(first);
    this.#all = [first];
  }

  /** In reading order, never empty. */
  get all(): readonly Chart[] {
    return this.#all;
  }

  get active(): Chart {
    return this.#active;
  }

  get linksCrosshair(): boolean {
    return this.#settings.current.linkCrosshair;
  }

  get linksInstrument(): boolean {
    return this.#settings.current.linkInstrument;
  }

  readonly areDrawn: boolean = $derived.by(() =>
    this.#all.every(({ series, comparisons }) => series.isDrawn && comparisons.isLoaded),
  );

  /** The charts as they were when the app ended. */
  restore(): void {
    const { charts, active } = deskCharts(this.#settings.current);
    this.#place(charts, active);
  }

  /** Makes a chart the one that the desk speaks of. */
  async activate(chart: Chart): Promise<void> {
    if (chart === this.#active) return;
    this.#active = chart;
    await this.#remember();
  }

  /** Shows an instrument on the active chart, on all where they are linked, and remembers it. */
  async show(instrument: InstrumentId): Promise<void> {
    const shown = this.linksInstrument ? this.#all : [this.#active];
    const opened = shown.map(({ series }) => series.open(instrument));
    await this.#remember();
    await Promise.all(opened);
  }

  /** Shows a chart's instrument in bars of another length and remembers it. */
  async setInterval(interval: ChartInterval, chart: Chart = this.#active): Promise<void> {
    const { series } = chart;
    chart.sessionView.leave();
    const opened = series.open(series.instrument ?? this.#settings.current.charted, interval);
    await this.#remember();
    await opened;
  }

  /** Shows the line of the last sessions, made of bars of that length, in place of a chart's bars. */
  async showSessions(
    sessions: SessionCount,
    interval: ChartInterval,
    chart: Chart = this.#active,
  ): Promise<void> {
    const { series, sessionView } = chart;
    const before = series.asked;
    if (interval !== before) await this.setInterval(interval, chart);
    sessionView.show(sessions, before);
    await this.#remember();
  }

  /** Shows a chart's bars again. */
  async leaveSessions(chart: Chart): Promise<void> {
    if (!chart.sessionView.shown) return;
    chart.sessionView.leave();
    await this.#remember();
  }

  /**
   * Puts so many charts on the desk. The first ones stay, the active one in any case.
   *
   * @param next - instruments for charts that are new, as far as they reach and are not shown already
   */
  async setCount(count: ChartCount, next: readonly InstrumentId[]): Promise<void> {
    const kept = this.#all.slice(0, count);
    if (!kept.includes(this.#active)) kept.splice(-1, 1, this.#active);
    const setups = kept.map((chart) => this.#setupOf(chart));
    const shown = new Set(setups.map(({ instrument }) => instrument));
    const offered = this.linksInstrument ? [] : next.filter((id) => !shown.has(id));
    const { instrument, interval } = this.#setupOf(this.#active);
    while (setups.length < count) {
      setups.push({ instrument: offered.shift() ?? instrument, interval, compared: [] });
    }
    this.#all = kept;
    this.#place(setups, kept.indexOf(this.#active));
    await this.#remember();
  }

  /** Compares a chart's instrument with others and remembers it. */
  async compare(chart: Chart, instruments: readonly InstrumentId[]): Promise<void> {
    chart.comparisons.set(instruments);
    await this.#remember();
  }

  /** Counts the changes of a chart from another close and remembers it. */
  async countFrom(chart: Chart, base: CompareBase): Promise<void> {
    chart.comparisons.setBase(base);
    await this.#remember();
  }

  /** Puts charts on the desk in place of those that stand there. */
  async arrange(setups: readonly ChartSetup[]): Promise<void> {
    this.#place(setups, 0);
    await this.#remember();
  }

  /** Reads the bars of these instruments again, where they are shown. */
  async reopen(changed: readonly InstrumentId[]): Promise<void> {
    const opened = this.#all.flatMap(({ series, comparisons }) => [
      series.instrument !== null && changed.includes(series.instrument)
        ? series.open(series.instrument)
        : null,
      comparisons.reopen(changed),
    ]);
    await Promise.all(opened);
  }

  /** Shows all bars as the settings, and a replay, want them now. */
  async keepWishes(): Promise<void> {
    await Promise.all(
      this.#all.flatMap(({ series, comparisons }) => [
        series.keepWishes(),
        comparisons.keepWishes(),
      ]),
    );
  }

  /** What stands on the desk. */
  setups(): readonly ChartSetup[] {
    return this.#all.map((chart) => this.#setupOf(chart));
  }

  /** The pointer of a chart moved to a bar (null: away). */
  point(chart: Chart, time: number | null): void {
    if (time !== null) this.#pointed = { chart, time };
    else if (this.#pointed?.chart === chart) this.#pointed = null;
  }

  /** Time of the bar that another chart points at, as this one counts it; null where none does. */
  pointedOn({ series }: Chart): number | null {
    const pointed = this.#pointed;
    if (!this.linksCrosshair || pointed === null || pointed.chart.series === series) return null;
    const from = pointed.chart.series;
    if (isIntraday(from.interval) && isIntraday(series.interval)) return pointed.time;
    return series.barTimeOf(from.sessionAt(pointed.time));
  }

  #make(): Chart {
    const wishes = (): SeriesWishes => {
      const { adjustedPrices, extendedHours } = this.#settings.current;
      // Adjusted prices would tell a replay of dividends that come later.
      return { adjusted: adjustedPrices && !this.#clock.isReplaying, extended: extendedHours };
    };
    return new Chart(this.#lastId++, this.#data, this.#calendars, this.#clock, wishes);
  }

  #place(setups: readonly ChartSetup[], active: number): void {
    this.#pointed = null;
    this.#all = setups.map((_, at) => this.#all[at] ?? this.#make());
    this.#active = this.#all[active] as Chart;
    setups.forEach(({ instrument, interval, compared, base, sessions }, at) => {
      const { series, sessionView, comparisons } = this.#all[at] as Chart;
      comparisons.set(compared);
      comparisons.setBase(base ?? { kind: 'view' });
      sessionView.show(sessions ?? 0);
      if (series.instrument === instrument && series.asked === interval) return;
      void series.open(instrument, interval);
    });
  }

  #setupOf({ series, comparisons, sessionView }: Chart): ChartSetup {
    const instrument = series.instrument ?? this.#settings.current.charted;
    const { ids, base } = comparisons;
    const { sessions } = sessionView;
    return {
      ...{ instrument, interval: series.asked, compared: ids },
      ...(ids.length > 0 && base.kind !== 'view' && { base }),
      ...(sessions !== 0 && { sessions }),
    };
  }

  async #remember(): Promise<void> {
    const setups = this.setups();
    const active = this.#setupOf(this.#active);
    await this.#settings.update({
      charted: active.instrument,
      chartInterval: active.interval,
      charts: setups.length === 1 && isPlainSetup(active) ? [] : setups,
      activeChart: this.#all.indexOf(this.#active),
    });
  }
}
