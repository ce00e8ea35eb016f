import type { DayOverride } from '../domain/calendar/day-override';
import type { ExtendedPrice } from '../domain/candle/extended-price';
import type { ChartInterval, Interval } from '../domain/candle/interval';
import type { PriceFacts } from '../domain/candle/price-facts';
import type { ExtendedBars, PriceBasis, SeriesWishes } from '../domain/candle/series-wishes';
import type { SeriesFindings } from '../domain/candle/series-findings';
import type { MoveQuestion, MoveSince } from '../domain/event-study/abnormal-move';
import type { InstrumentId } from '../domain/instrument/instrument';
import type { ImportReport } from '../domain/market/market-status';
import type { MarketSource, Quote } from '../domain/quote/quote';
import type { EvidenceReply, EvidenceRequest } from './evidence-port';
import type { ImportNews, ImportOrder } from './imports-contract';

/**
 * The messages of the data process. Page and data process talk over one MessagePort, main and data
 * process over the utility process's own channel; bars cross as one packed buffer
 * (`viewPackedBars`), never as objects, and never through main.
 */

/** Message by which the preload script hands the port to the page. */
export const DATA_PORT_MESSAGE = 'tapeout:data-port';

/** Page to data process. `request` numbers the questions of one port. */
export type DataRequest =
  | EvidenceRequest
  | {
      readonly kind: 'open-series';
      readonly request: number;
      readonly instrument: InstrumentId;
      readonly interval: ChartInterval;
      /** Left out: none. */
      readonly wishes?: SeriesWishes;
    }
  | {
      readonly kind: 'get-sparklines';
      readonly request: number;
      readonly instruments: readonly InstrumentId[];
    }
  | ({ readonly kind: 'get-list-facts'; readonly request: number } & ListFactsQuestion);

/** What columns of a list need to know of the bars. */
export interface ListFactsQuestion {
  readonly instruments: readonly InstrumentId[];
  /** Daily sessions that the small lines cover, the newest ones. */
  readonly sessions: number;
  /** Whether to look for prices of before the open and after the close: they take intraday bars. */
  readonly extended: boolean;
}

/** Data process to page. A long series is answered twice: with its overview, then whole. */
export type DataReply =
  | EvidenceReply
  | {
      readonly kind: 'series-overview';
      readonly request: number;
      readonly overview: OverviewAnswer;
    }
  | { readonly kind: 'series'; readonly request: number; readonly series: SeriesAnswer }
  | {
      readonly kind: 'sparklines';
      readonly request: number;
      readonly sparklines: readonly Sparkline[];
    }
  | { readonly kind: 'list-facts'; readonly request: number; readonly facts: readonly ListFacts[] }
  | { readonly kind: 'failed'; readonly request: number; readonly message: string }
  /** The series changed in the store: ask again for what is on the screen. */
  | { readonly kind: 'series-changed'; readonly instruments: readonly InstrumentId[] };

export interface SeriesAnswer {
  readonly instrument: InstrumentId;
  readonly interval: ChartInterval;
  /** Null where there are no bars of the instrument that the interval can be made of. */
  readonly source: MarketSource | null;
  /** Packed columns, see `viewPackedBars`; empty where there are none. */
  readonly buffer: ArrayBuffer;
  /** UTC milliseconds at which the bars were read from their source; null where it does not apply. */
  readonly importedAt: number | null;
  /** Stored interval that the bars were made of; null where there are none. */
  readonly madeOf: Interval | null;
  /** UTC seconds of the last bar of {@link madeOf} that went in; 0 where there is none. */
  readonly lastTime: number;
  /** Stored intervals of the instrument, the finest first. */
  readonly stored: readonly Interval[];
  /** What checking the bars of {@link madeOf} found; null where they were not checked. */
  readonly findings: SeriesFindings | null;
  readonly basis: PriceBasis;
  readonly extended: ExtendedBars;
  /** Which sessions the bars cover; null where each bar is one session, named by its time. */
  readonly sessions: PackedSessions | null;
}

/** See `BarSessions`: ascending session keys, and the index of the bar of each. */
export interface PackedSessions {
  readonly keys: Float64Array;
  readonly bars: Uint32Array;
}

/** `SeriesOverview` on its way. */
export interface OverviewAnswer {
  readonly source: MarketSource;
  readonly length: number;
  readonly stride: number;
  /** Packed columns, see `viewPackedBars`. */
  readonly buckets: ArrayBuffer;
  /** Packed columns, see `viewPackedBars`. */
  readonly newest: ArrayBuffer;
}

export interface Sparkline {
  readonly instrument: InstrumentId;
  /** The last closes, oldest first, at most {@link SPARKLINE_BARS}. */
  readonly closes: Float32Array;
}

export const SPARKLINE_BARS = 60;

export interface ListFacts {
  readonly instrument: InstrumentId;
  /** Where the daily bars are from; null where there are none. */
  readonly source: MarketSource | null;
  /** Of daily bars; null where there are none. */
  readonly price: PriceFacts | null;
  /** Null also where no intraday bars are stored, or it was not asked for. */
  readonly extended: ExtendedPrice | null;
}

/** More sessions than any small line covers. */
export const MOST_LIST_SESSIONS = 2_600;

/** A series that is stored; `lastTime` in UTC seconds of its last bar; core's `KnownSeries`. */
export interface StoredSeriesFact {
  readonly instrument: InstrumentId;
  readonly interval: Interval;
  readonly source: MarketSource;
  readonly lastTime: number;
  readonly wholeAt: number | null;
}

/** Bars of the network, to be checked and stored; core's `FetchedBars`. */
export interface StorableBars {
  readonly instrument: InstrumentId;
  readonly interval: Interval;
  readonly source: MarketSource;
  /** Packed columns, see `viewPackedBars`. */
  readonly buffer: ArrayBuffer;
  /** New shares for old ones from the session at `time` (UTC seconds) on. */
  readonly splits: readonly {
    readonly time: number;
    readonly numerator: number;
    readonly denominator: number;
  }[];
  readonly currency: string | null;
  readonly skippedRows: number;
  readonly isWhole: boolean;
}

/** What became of them; core's `StoredBars`. */
export interface StoredBarsFact extends StoredSeriesFact {
  readonly outcome: 'stored' | 'refused' | 'void' | 'kept';
}

/** Main to data process. */
export type DataCommand =
  | {
      readonly kind: 'start';
      readonly cacheFile: string;
      /** Milliseconds to add to the clock; 0 except in tests that set another day. */
      readonly clockOffsetMs: number;
    }
  /** Comes with one port, to a page. */
  | { readonly kind: 'connect' }
  | { readonly kind: 'serve-stored' }
  | { readonly kind: 'serve-simulated'; readonly instruments: readonly InstrumentId[] }
  | { readonly kind: 'import-folder'; readonly folder: string }
  | { readonly kind: 'store-bars'; readonly bars: StorableBars }
  | { readonly kind: 'import'; readonly order: ImportOrder }
  | { readonly kind: 'set-day-overrides'; readonly overrides: readonly DayOverride[] }
  /** Answered by `move-measured` with the same number. */
  | { readonly kind: 'measure-move'; readonly id: number; readonly question: MoveQuestion };

/** Data process to main. */
export type DataEvent =
  | {
      readonly kind: 'started';
      readonly storedSeries: number;
      readonly series: readonly StoredSeriesFact[];
    }
  | { readonly kind: 'bars-stored'; readonly stored: StoredBarsFact }
  | { readonly kind: 'move-measured'; readonly id: number; readonly move: MoveSince | null }
  | { readonly kind: 'import-news'; readonly news: ImportNews }
  /** Series came or went otherwise than over the network: by an import, or with a damaged file. */
  | { readonly kind: 'series-known'; readonly series: readonly StoredSeriesFact[] }
  | {
      readonly kind: 'quotes-updated';
      readonly quotes: readonly Quote[];
      readonly replaces: boolean;
    }
  | {
      readonly kind: 'import-finished';
      readonly report: ImportReport;
      readonly storedSeries: number;
    }
  | { readonly kind: 'failed'; readonly message: string };
