import type { DataClient } from '../api/data-client';
import type { RangeName } from '../shared/domain/chart/range-name';
import type { SeriesWishes } from '../shared/domain/candle/series-wishes';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { CalendarsState } from './calendars-state.svelte';
import { ChartAnnouncements } from './chart-announcements.svelte';
import { ChartCrosshair } from './chart-crosshair';
import { ChartDrawing } from './chart-drawing.svelte';
import { ChartPicture } from './chart-picture';
import { ComparisonsState } from './comparisons-state.svelte';
import { ChartStudies } from './chart-studies.svelte';
import { ReplayClock } from './replay-clock.svelte';
import { SeriesState } from './series-state.svelte';
import { SessionView } from './session-view.svelte';

/** One chart of the desk, and everything that belongs to it alone. */
export class Chart {
  /** Tells the charts of a desk apart; never given twice. */
  readonly id: number;
  readonly series: SeriesState;
  readonly drawing = new ChartDrawing();
  readonly announcements = new ChartAnnouncements();
  readonly comparisons: ComparisonsState;
  readonly crosshair = new ChartCrosshair();
  readonly picture = new ChartPicture();
  readonly studies = new ChartStudies();
  readonly sessionView = new SessionView();
  #shownRange = $state.raw<{
    readonly name: RangeName;
    readonly instrument: InstrumentId | null;
  } | null>(null);
  /** Rises with every wish, so that the same range can be asked for again. */
  #rangeWish = $state.raw<{ readonly name: RangeName; readonly serial: number } | null>(null);

  /** Its bars also stand in a table over it. */
  #tableShown = $state(false);

  constructor(
    id: number,
    data: DataClient,
    calendars: CalendarsState,
    clock: ReplayClock = new ReplayClock(),
    wishes?: () => SeriesWishes,
  ) {
    const makeSeries = (): SeriesState => new SeriesState(data, calendars, clock, wishes);
    this.id = id;
    this.series = makeSeries();
    this.comparisons = new ComparisonsState(this.series, makeSeries, clock);
  }

  /** The named range that the view still shows; panning, zooming and another instrument end it. */
  readonly range: RangeName | null = $derived.by(() =>
    this.#shownRange?.instrument === this.series.instrument
      ? (this.#shownRange?.name ?? null)
      : null,
  );

  get rangeWish(): { readonly name: RangeName; readonly serial: number } | null {
    return this.#rangeWish;
  }

  /** Other bars that come from now on are shown in a named range. */
  holdRange(name: RangeName): void {
    this.#shownRange = { name, instrument: this.series.instrument };
  }

  /** Goes to a named range of the bars that are there. */
  wishRange(name: RangeName): void {
    this.sessionView.leave();
    this.#rangeWish = { name, serial: (this.#rangeWish?.serial ?? 0) + 1 };
  }

  get tableShown(): boolean {
    return this.#tableShown;
  }

  showTable(shown: boolean): void {
    this.#tableShown = shown;
  }

  /** The view was moved by hand. */
  leaveRange(): void {
    this.#shownRange = null;
  }
}
