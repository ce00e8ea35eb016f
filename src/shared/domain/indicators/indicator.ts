import type { BarColumns } from '../candle/bar-columns';

/** One number that a user may set. */
export interface IndicatorParameter {
  readonly id: string;
  /** `whole` takes whole numbers only; `time` is UTC seconds of a bar. */
  readonly kind: 'whole' | 'decimal' | 'time';
  /** Both ends are allowed. */
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** The parameters of one indicator by id; checked by `readParameters`. */
export type IndicatorParams = Readonly<Record<string, number>>;

export interface IndicatorOutput {
  readonly id: string;
  readonly shape: 'line' | 'histogram';
  /**
   * True where its newest value depends on nothing of the newest bar but the close, and on that in a
   * straight line: twice the step of the close is twice the step of the value.
   */
  readonly isLinear?: true;
}

/** What is computed over. */
export interface IndicatorInput {
  readonly bars: BarColumns;
  /**
   * Times of bars with which a session begins, ascending, as `BarColumns.time`. Only indicators with
   * `needsSessions` read it; a series that grows may get longer starts with it.
   */
  readonly sessionStarts: Float64Array;
  /**
   * Money that changed hands in each bar, in the currency of the prices for units of `volume`; NaN for a
   * bar of which it is not known. Absent where the source gives none.
   */
  readonly turnover?: Float64Array;
}

/**
 * The recurrence of one indicator with its parameters set.
 *
 * `run` computes the bars `from` (included) to `to` (excluded). `state` is what the recurrence knows
 * before bar `from`, all zero before bar 0; it is left as it is before bar `to`. So a whole series and
 * its newest bar are the same calculation, and a bar that changes again needs nothing but the state
 * before it.
 *
 * The loops copy the parameters that they captured, because the engine reads a captured variable anew
 * with every bar: measured, that can double the time of a short loop.
 */
export interface IndicatorKernel {
  readonly stateSize: number;
  /** Columns beside the outputs that the recurrence looks back on. */
  readonly workingColumns: number;
  /** `columns` are the outputs in the order of the spec, then the working columns; one value a bar. */
  run(
    input: IndicatorInput,
    from: number,
    to: number,
    state: Float64Array,
    columns: readonly Float64Array[],
  ): void;
}

/** An indicator with one value a bar and output. */
export interface Indicator {
  readonly id: string;
  /** Over the price and on its axis, or in a pane of its own. */
  readonly placement: 'price' | 'pane';
  readonly parameters: readonly IndicatorParameter[];
  readonly outputs: readonly IndicatorOutput[];
  /** Bounds of all values; null where there are none. */
  readonly range: { readonly min: number; readonly max: number } | null;
  /** Values at which a line helps to read it. */
  readonly guides: readonly number[];
  /** True where `IndicatorInput.sessionStarts` is read. */
  readonly needsSessions: boolean;
  /**
   * What no single parameter can say: the ids of two of which the first must be less than the second.
   */
  readonly ascending: readonly [string, string] | null;
  /** @param params - checked: every parameter is there and within its bounds */
  prepare(params: IndicatorParams): IndicatorKernel;
}

/** Bars after which running sums are made anew, so that rounding does not pile up. */
export const RENEWAL_BARS = 8192;

/** Where the sums that hold at `index` are made anew. */
export function nextRenewal(index: number): number {
  return index - (index % RENEWAL_BARS) + RENEWAL_BARS;
}

/** The sum of `column` from `from` (included, not below 0) to `to` (excluded). */
export function sumOf(column: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let index = Math.max(0, from); index < to; index++) sum += column[index] as number;
  return sum;
}

/** The parameter of most indicators. */
export function periodParameter(standard: number, id = 'period', min = 2): IndicatorParameter {
  return { id, kind: 'whole', min, max: 1000, default: standard };
}

/** An indicator that is one line over the price. */
export const OVER_THE_PRICE = {
  placement: 'price',
  range: null,
  guides: [],
  needsSessions: false,
  ascending: null,
} as const;

/** An indicator in a pane of its own, without bounds. */
export const IN_A_PANE = { ...OVER_THE_PRICE, placement: 'pane' } as const;
