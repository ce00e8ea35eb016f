import type { DataClient } from '../api/data-client';
import { loadExchangeCalendars } from '../api/exchange-calendars';
import { type Placement, placeAnnouncement } from '../shared/domain/announcement/placement';
import type { AnnouncementSummary } from '../shared/domain/announcement/announcement';
import { applyOverrides } from '../shared/domain/calendar/apply-overrides';
import type { DateRange } from '../shared/domain/calendar/calendar-date';
import type { ExchangeCalendar } from '../shared/domain/calendar/exchange-calendar';
import { type BarColumns, viewPackedBars } from '../shared/domain/candle/bar-columns';
import { calendarMicOf } from '../shared/domain/instrument/calendar-mic';
import type { SeriesOverview } from '../shared/domain/candle/series-overview';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { MarketSource } from '../shared/domain/quote/quote';
import type { OverviewAnswer } from '../shared/ipc/data-port';
import type { DayOverridesState } from './day-overrides-state.svelte';
import type { InstrumentsState } from './instruments-state.svelte';

export type SeriesStatus = 'loading' | 'ready' | 'empty' | 'failed';

const NO_BARS = viewPackedBars(new ArrayBuffer(0));

/** What the chart was asked to show: a range of dates, or the sessions around one date. */
export type ViewRequest =
  | { readonly kind: 'range'; readonly range: DateRange }
  | { readonly kind: 'announcement'; readonly id: string };

/** Session keys of the first and last visible bar, and how many sessions they span. */
export interface VisibleSessions {
  readonly fromKey: number;
  readonly toKey: number;
  readonly bars: number;
}

/** The bars of the charted instrument, and where announcements stand among them. */
export class SeriesState {
  readonly #data: DataClient;
  readonly #instruments: InstrumentsState;
  readonly #overrides: DayOverridesState;
  #instrument = $state.raw<InstrumentId | null>(null);
  #bars = $state.raw<BarColumns>(NO_BARS);
  #overview = $state.raw<SeriesOverview | null>(null);
  #source = $state.raw<MarketSource | null>(null);
  #status = $state.raw<SeriesStatus>('loading');
  /** As they ship. */
  #shipped = $state.raw<ReadonlyMap<string, ExchangeCalendar>>(new Map());
  /** With the days that the user knows better. */
  readonly #calendars = $derived.by(() => applyOverrides(this.#shipped, this.#overrides.all));
  /** Rises with every request, so that the same wish can be repeated. */
  #view = $state.raw<{ readonly serial: number; readonly request: ViewRequest } | null>(null);

  /** Undefined until the chart has said what of the present bars is on the screen. */
  #visible = $state.raw<VisibleSessions | null | undefined>(undefined);

  constructor(data: DataClient, instruments: InstrumentsState, overrides: DayOverridesState) {
    this.#data = data;
    this.#instruments = instruments;
    this.#overrides = overrides;
  }

  get instrument(): InstrumentId | null {
    return this.#instrument;
  }

  get bars(): BarColumns {
    return this.#bars;
  }

  /** What a long series looks like while its bars are on their way; null as soon as they are there. */
  get overview(): SeriesOverview | null {
    return this.#overview;
  }

  /** Number of bars, known from the overview on. */
  get length(): number {
    return this.#overview?.length ?? this.#bars.length;
  }

  get source(): MarketSource | null {
    return this.#source;
  }

  get status(): SeriesStatus {
    return this.#status;
  }

  get view(): { readonly serial: number; readonly request: ViewRequest } | null {
    return this.#view;
  }

  /** What part of the series is on the screen; null while none is. */
  get visible(): VisibleSessions | null {
    return this.#visible ?? null;
  }

  /** True once there are no bars to draw, or the chart has drawn the ones there are. */
  get isDrawn(): boolean {
    return this.#status !== 'loading' && (this.#status !== 'ready' || this.#visible !== undefined);
  }

  get calendarsLoaded(): boolean {
    return this.#calendars.size > 0;
  }

  /** Exchanges and venues that have a calendar. */
  readonly calendarMics: readonly string[] = $derived.by(() => [...this.#calendars.keys()]);

  readonly calendar: ExchangeCalendar | null = $derived(
    this.#instrument === null ? null : this.calendarOf(this.#instrument),
  );

  calendarOf(instrument: InstrumentId): ExchangeCalendar | null {
    const mic = calendarMicOf(this.#instruments.get(instrument) ?? { id: instrument });
    return this.#calendars.get(mic) ?? null;
  }

  async loadCalendars(): Promise<void> {
    const [shipped] = await Promise.all([loadExchangeCalendars(), this.#overrides.load()]);
    this.#shipped = shipped;
  }

  /** Opens a series. What an older question answers after a newer one was asked is dropped. */
  async open(instrument: InstrumentId): Promise<void> {
    if (instrument !== this.#instrument) {
      this.#bars = NO_BARS;
      this.#overview = null;
      this.#source = null;
    }
    if (this.#bars.length === 0) this.#status = 'loading';
    this.#instrument = instrument;
    try {
      const answer = await this.#data.openSeries(instrument, 'D', (overview) => {
        if (this.#instrument === instrument) this.#showOverview(overview);
      });
      if (this.#instrument !== instrument) return;
      this.#overview = null;
      this.#bars = viewPackedBars(answer.buffer);
      this.#visible = undefined;
      this.#source = answer.source;
      this.#status = this.#bars.length > 0 ? 'ready' : 'empty';
    } catch {
      if (this.#instrument !== instrument) return;
      this.#overview = null;
      this.#status = 'failed';
    }
  }

  /** Bars that are on the screen already say more. */
  #showOverview({ source, length, stride, buckets, newest }: OverviewAnswer): void {
    if (this.#bars.length > 0) return;
    this.#source = source;
    this.#overview = {
      ...{ length, stride },
      buckets: viewPackedBars(buckets),
      newest: viewPackedBars(newest),
    };
  }

  place(announcement: Pick<AnnouncementSummary, 'date' | 'precision'>): Placement {
    return placeAnnouncement(announcement, this.#bars, this.calendar);
  }

  setVisible(visible: VisibleSessions | null): void {
    this.#visible = visible;
  }

  show(request: ViewRequest): void {
    this.#view = { serial: (this.#view?.serial ?? 0) + 1, request };
  }
}
