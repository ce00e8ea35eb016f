import type { DataClient } from '../api/data-client';
import { type Placement, placeAnnouncement } from '../shared/domain/announcement/placement';
import type { AnnouncementSummary } from '../shared/domain/announcement/announcement';
import type { ExchangeCalendar } from '../shared/domain/calendar/exchange-calendar';
import {
  type BarSessions,
  barOfSession,
  barTimesBetween,
  sessionOfBar,
  sessionsOfDaily,
  timesOf,
} from '../shared/domain/candle/bar-sessions';
import type { ChartInterval, Interval } from '../shared/domain/candle/interval';
import { type BarColumns, lowerBound, viewPackedBars } from '../shared/domain/candle/bar-columns';
import { isSameWishes, NO_WISHES, type SeriesWishes } from '../shared/domain/candle/series-wishes';
import type { SeriesOverview } from '../shared/domain/candle/series-overview';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { MarketSource } from '../shared/domain/quote/quote';
import type { OverviewAnswer, SeriesAnswer } from '../shared/ipc/data-port';
import { readOverview } from './read-overview';
import type { CalendarsState } from './calendars-state.svelte';
import { KnownSeries } from './known-series.svelte';
import { ReplayClock } from './replay-clock.svelte';
import type {
  AnswerFacts,
  SeriesStatus,
  TimeRange,
  ViewRequest,
  VisibleSessions,
} from './series-view-types';

const NO_BARS = viewPackedBars(new ArrayBuffer(0));

/**
 * The bars of one chart's instrument, and where announcements stand among them. While the desk stands
 * at a moment of the past, all that is told here is what was known then.
 */
export class SeriesState {
  readonly #data: DataClient;
  readonly #calendars: CalendarsState;
  #instrument = $state.raw<InstrumentId | null>(null);
  #wholeBars = $state.raw<BarColumns>(NO_BARS);
  #wholeSessions = $state.raw<BarSessions>(sessionsOfDaily(NO_BARS));
  readonly #wishes: () => SeriesWishes;
  #wished: SeriesWishes = NO_WISHES;
  /** What of them is known at the moment at which the desk stands. */
  readonly #known: KnownSeries;
  #interval = $state.raw<ChartInterval>('D');
  #asked = $state.raw<ChartInterval>('D');
  #answer = $state.raw<SeriesAnswer | null>(null);
  #overview = $state.raw<SeriesOverview | null>(null);
  #source = $state.raw<MarketSource | null>(null);
  #status = $state.raw<SeriesStatus>('loading');
  /** Rises with every request, so that the same wish can be repeated. */
  #view = $state.raw<{ readonly serial: number; readonly request: ViewRequest } | null>(null);
  /** Undefined until the chart has said what of the present bars is on the screen. */
  #visible = $state.raw<VisibleSessions | null | undefined>(undefined);

  constructor(
    data: DataClient,
    calendars: CalendarsState,
    clock: ReplayClock = new ReplayClock(),
    wishes: () => SeriesWishes = () => NO_WISHES,
  ) {
    this.#wishes = wishes;
    this.#data = data;
    this.#calendars = calendars;
    this.#known = new KnownSeries(
      {
        bars: () => this.#wholeBars,
        sessions: () => this.#wholeSessions,
        interval: () => this.#interval,
        calendar: () => this.calendar,
        isAdjusted: () => this.#answer?.basis === 'adjusted',
      },
      clock,
    );
  }

  get instrument(): InstrumentId | null {
    return this.#instrument;
  }

  get bars(): BarColumns {
    return this.#known.bars;
  }

  /** Length of the bars that are there; another one may have been asked for. */
  get interval(): ChartInterval {
    return this.#interval;
  }

  /** Length of the bars that were asked for last. */
  get asked(): ChartInterval {
    return this.#asked;
  }

  /** The sessions that the bars cover. */
  get sessions(): BarSessions {
    return this.#known.sessions;
  }

  /** Moments of a replay on these bars. */
  get moments(): Pick<KnownSeries, 'momentAfter' | 'momentOfBar' | 'momentOfSession'> {
    return this.#known;
  }

  /** Intervals of which the source has bars of the instrument, the finest first. */
  get stored(): readonly Interval[] {
    return this.#answer?.stored ?? [];
  }

  /**
   * What the bars came with; null until they are there. What checking found rests on later bars too, so
   * that a replay has nothing of it.
   */
  get answer(): AnswerFacts | null {
    const answer = this.#answer;
    return answer && this.#known.isReplayed
      ? { ...answer, findings: null, lastTime: this.lastTime }
      : answer;
  }

  /** As in `SeriesAnswer.lastTime`; in a replay the time of the last bar that is known. */
  get lastTime(): number {
    if (!this.#known.isReplayed) return this.#answer?.lastTime ?? 0;
    return this.bars.time[this.bars.length - 1] ?? 0;
  }

  /**
   * What a long series looks like while its bars are on their way; null as soon as they are there, and
   * in a replay, because it ends now.
   */
  get overview(): SeriesOverview | null {
    return this.#known.isReplayed ? null : this.#overview;
  }

  /** Number of bars, known from the overview on. */
  get length(): number {
    return this.overview?.length ?? this.bars.length;
  }

  get source(): MarketSource | null {
    return this.#source;
  }

  /** Empty in a replay also where all bars came later. */
  get status(): SeriesStatus {
    if (this.#status !== 'ready' || this.bars.length > 0) return this.#status;
    return this.#known.isWithheld ? 'loading' : 'empty';
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
    return this.status !== 'loading' && (this.status !== 'ready' || this.#visible !== undefined);
  }

  readonly calendar: ExchangeCalendar | null = $derived.by(() =>
    this.#instrument === null ? null : this.#calendars.of(this.#instrument),
  );

  /**
   * Opens a series. What an older question answers after a newer one was asked is dropped. The bars of
   * another interval stay on the screen until those that were asked for are there.
   */
  async open(instrument: InstrumentId, interval: ChartInterval = this.#asked): Promise<void> {
    if (instrument !== this.#instrument) this.#adopt(NO_BARS, null);
    if (this.#wholeBars.length === 0) this.#status = 'loading';
    this.#instrument = instrument;
    this.#asked = interval;
    const wishes = this.#wishes();
    this.#wished = wishes;
    try {
      const isWanted = (): boolean =>
        this.#instrument === instrument && this.#asked === interval && this.#wished === wishes;
      const onOverview = (overview: OverviewAnswer): void => {
        if (isWanted()) this.#showOverview(overview, interval);
      };
      const answer = await this.#data.openSeries(instrument, interval, onOverview, wishes);
      if (!isWanted()) return;
      this.#adopt(viewPackedBars(answer.buffer), answer);
      this.#interval = interval;
      this.#visible = undefined;
      this.#status = this.#wholeBars.length > 0 ? 'ready' : 'empty';
    } catch {
      if (this.#instrument !== instrument || this.#asked !== interval) return;
      this.#overview = null;
      this.#status = 'failed';
    }
  }

  /** Reads the bars again where they are to be shown otherwise than they were asked for. */
  async keepWishes(): Promise<void> {
    if (isSameWishes(this.#wishes(), this.#wished)) return;
    if (this.#instrument !== null) await this.open(this.#instrument);
  }

  /** Bars that are on the screen already say more. */
  #showOverview(answer: OverviewAnswer, interval: ChartInterval): void {
    if (this.#wholeBars.length > 0) return;
    this.#source = answer.source;
    this.#interval = interval;
    this.#overview = readOverview(answer);
  }

  #adopt(bars: BarColumns, answer: SeriesAnswer | null): void {
    this.#overview = null;
    this.#wholeBars = bars;
    this.#wholeSessions = answer?.sessions ?? sessionsOfDaily(bars);
    this.#source = answer?.source ?? null;
    this.#answer = answer;
  }

  place(announcement: Pick<AnnouncementSummary, 'date' | 'precision'>): Placement {
    return placeAnnouncement(announcement, timesOf(this.sessions), this.calendar);
  }

  /** Time of the bar of a session; null where no bar covers it. */
  barTimeOf(sessionKey: number): number | null {
    const bar = barOfSession(this.sessions, sessionKey);
    return bar === null ? null : (this.bars.time[bar] ?? null);
  }

  /** See {@link barTimesBetween}. */
  barTimesOf(fromKey: number, toKey: number): TimeRange | null {
    return barTimesBetween(this.bars, this.sessions, fromKey, toKey);
  }

  /** Key of the session that a bar lies in, or begins with. */
  sessionAt(barTime: number): number {
    return sessionOfBar(this.sessions, lowerBound(this.bars, barTime)) ?? barTime;
  }

  setVisible(visible: VisibleSessions | null): void {
    this.#visible = visible;
  }

  show(request: ViewRequest): void {
    this.#view = { serial: (this.#view?.serial ?? 0) + 1, request };
  }
}
