import type { CalendarDate } from '../calendar/calendar-date';
import type { Bar, BarColumns } from '../candle/bar-columns';
import type { Instrument } from '../instrument/instrument';

/** The seed of the app: with it every installation shows the same simulated market. */
export const SIMULATION_SEED = 'tapeout-1';

/** The simulated market starts here, or on an instrument's first trading day where that is later. */
export const SIMULATION_EPOCH: CalendarDate = '2008-01-02';

/** Stretches of equal trading time that a session's path is made of. */
export const KNOT_INTERVALS = 48;

/** What the simulated market has to know of an instrument; a line of the catalogue will do. */
export type SimulatedInstrument = Pick<
  Instrument,
  'id' | 'currency' | 'priceDecimals' | 'listedOn'
>;

/** All that the next session depends on, besides instrument, date and seed. */
export interface SimulationState {
  /** The last session that is in; null before the first one. */
  readonly after: CalendarDate | null;
  /** Last price, in the instrument's currency; before the first session the price to start from. */
  readonly close: number;
  /** Names the market whose common factor the instrument shares. */
  readonly market: string;
  /** Variance of the market's log return in the next session. */
  readonly marketVariance: number;
  /** Variance of the instrument's own log return in the next session. */
  readonly ownVariance: number;
}

/** Finished sessions of one instrument. */
export interface SimulatedSeries {
  readonly bars: BarColumns;
  readonly next: SimulationState;
}

/** One whole session. */
export interface SimulatedSession {
  readonly session: CalendarDate;
  /** Close of the session before; null in the first one. */
  readonly previousClose: number | null;
  /** Prices at the ends of the {@link KNOT_INTERVALS} stretches: open first, close last. */
  readonly knots: Float64Array;
  /** The finished bar. */
  readonly bar: Bar;
  /** Price steps in one unit of the currency: 100 for two decimals. */
  readonly priceScale: number;
  /** Decides the ticks between the knots. */
  readonly tickSeed: readonly [number, number];
  readonly next: SimulationState;
}
