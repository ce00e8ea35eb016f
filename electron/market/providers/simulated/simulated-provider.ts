import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  HistoryRequest,
  HistoryResult,
  LatestRequest,
  LatestResult,
  MarketDataProvider,
  ProviderCapabilities,
  ProviderQuote,
  SearchResult,
} from '../../../core/market/market-data-provider-port';
import type { CalendarDate } from '../../../../src/shared/domain/calendar/calendar-date';
import type { ExchangeCalendar } from '../../../../src/shared/domain/calendar/exchange-calendar';
import { lastFinishedSession } from '../../../../src/shared/domain/calendar/session-clock';
import type { BarColumns } from '../../../../src/shared/domain/candle/bar-columns';
import { type Interval, INTERVALS } from '../../../../src/shared/domain/candle/interval';
import { joinBars } from '../../../../src/shared/domain/candle/join-bars';
import { resampleBars } from '../../../../src/shared/domain/candle/resample';
import { calendarMicOf } from '../../../../src/shared/domain/instrument/calendar-mic';
import type { Instrument, InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import { simulateHistory } from '../../../../src/shared/domain/simulation/simulate-history';
import type { SimulatedSeries } from '../../../../src/shared/domain/simulation/simulated-market';
import { notOffered } from '../not-offered';
import { type FinishedMinutes, finishedMinutes, runningMinutes } from './simulated-minutes';
import { simulatedQuote, type SimulatedMarketOf } from './simulated-quote';

export interface SimulatedProviderParts {
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  readonly calendar: (mic: string) => ExchangeCalendar | undefined;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly seed: string;
}

/** Newest finished sessions that are seen closer; coarser bars go further back, as those of real sources. */
const SESSIONS_OF_INTERVAL: Readonly<Record<Exclude<Interval, 'D'>, number>> = {
  '1m': 30,
  '5m': 30,
  '15m': 30,
  '30m': 30,
  '1h': 120,
};

interface Walk {
  readonly through: CalendarDate;
  readonly series: SimulatedSeries;
  /** Of the interval that was asked for last. */
  minutes: (FinishedMinutes & { readonly sessions: number }) | null;
}

/** A market that is made up: bars of every instrument of the catalogue whose exchange is known. */
export class SimulatedProvider implements MarketDataProvider {
  readonly id = 'simulated';
  readonly capabilities: ProviderCapabilities = {
    latestBatch: Infinity,
    intervals: INTERVALS,
    search: false,
    stream: false,
    storable: false,
  };
  private readonly walks = new Map<InstrumentId, Walk>();

  constructor(private readonly parts: SimulatedProviderParts) {}

  /** It is asked by itself and competes with no real source. */
  priority(): number {
    return 0;
  }

  async history({ instrument, interval }: HistoryRequest): Promise<HistoryResult> {
    const known = this.find(instrument);
    if (!known) return notOffered(`no bars of ${instrument}`);
    const nowMs = this.parts.now();
    const walk = await this.walkUntil(known.instrument, known.calendar, nowMs);
    const market = { ...known, series: walk.series, seed: this.parts.seed };
    const bars =
      interval === 'D'
        ? joinBars([walk.series.bars])
        : this.intraday(walk, market, interval, nowMs);
    return { ok: true, history: { bars, splits: [], currency: null, skippedRows: 0, skipped: [] } };
  }

  async latest({ instruments, nowMs }: LatestRequest): Promise<LatestResult> {
    const quotes: ProviderQuote[] = [];
    for (const id of instruments) {
      const known = this.find(id);
      if (!known) continue;
      const { instrument, calendar } = known;
      const { series } = await this.walkUntil(instrument, calendar, nowMs);
      const quote = simulatedQuote({ instrument, calendar, series, seed: this.parts.seed }, nowMs);
      if (quote) quotes.push(quote);
    }
    return { ok: true, quotes, refused: [] };
  }

  search(): Promise<SearchResult> {
    return Promise.resolve(notOffered('the simulated market is not searched'));
  }

  stream(): null {
    return null;
  }

  private find(
    id: InstrumentId,
  ): { readonly instrument: Instrument; readonly calendar: ExchangeCalendar } | null {
    const instrument = this.parts.instrument(id);
    const calendar = instrument && this.parts.calendar(calendarMicOf(instrument));
    return instrument && calendar ? { instrument, calendar } : null;
  }

  private intraday(
    walk: Walk,
    market: SimulatedMarketOf,
    interval: Exclude<Interval, 'D'>,
    nowMs: number,
  ): BarColumns & { readonly buffer: ArrayBuffer } {
    const sessions = SESSIONS_OF_INTERVAL[interval];
    const known = walk.minutes;
    const finished = known?.sessions === sessions ? known : finishedMinutes(market, sessions);
    walk.minutes = { ...finished, sessions };
    const minutes = joinBars([finished.bars, runningMinutes(market, finished.next, nowMs)]);
    if (interval === '1m') return minutes;
    const { calendar } = market;
    return resampleBars(minutes, { from: '1m', to: interval, calendar, extended: false });
  }

  /** Lets others have their turn after each walk, so that one chart need not wait for all lists. */
  private async walkUntil(
    instrument: Instrument,
    calendar: ExchangeCalendar,
    nowMs: number,
  ): Promise<Walk> {
    const through = lastFinishedSession(calendar, nowMs);
    const known = this.walks.get(instrument.id);
    if (known?.through === through) return known;
    const series = simulateHistory(instrument, calendar, through, this.parts.seed);
    const walk: Walk = { through, series, minutes: null };
    this.walks.set(instrument.id, walk);
    await nextTurn();
    return walk;
  }
}
