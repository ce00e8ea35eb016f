import type { Indicator, IndicatorInput, IndicatorKernel, IndicatorParams } from './indicator';

/** How much longer than asked columns are made when a series outgrows them. */
const GROWTH = 1.25;

/**
 * One indicator over one series that grows at its end. The first {@link update} computes the whole
 * series; each later one only the bar that was the last and those after it, from the state before
 * it, so that a tick costs the same however long the series is, and gives what a whole computation
 * would. A series that has changed elsewhere needs a run of its own.
 */
export class IndicatorRun {
  readonly #kernel: IndicatorKernel;
  readonly #outputs: number;
  readonly #state: Float64Array;
  /** The state before the last bar. */
  readonly #settled: Float64Array;
  #columns: readonly Float64Array[];
  #length = 0;

  /** @param params - checked by `readParameters` */
  constructor(indicator: Indicator, params: IndicatorParams) {
    this.#kernel = indicator.prepare(params);
    this.#outputs = indicator.outputs.length;
    this.#state = new Float64Array(this.#kernel.stateSize);
    this.#settled = new Float64Array(this.#kernel.stateSize);
    this.#columns = Array.from(
      { length: this.#outputs + this.#kernel.workingColumns },
      () => new Float64Array(0),
    );
  }

  /** One column an output, in the order of the spec, one value a bar; NaN where there is none yet. */
  get outputs(): readonly Float64Array[] {
    return this.#columns.slice(0, this.#outputs).map((column) => column.subarray(0, this.#length));
  }

  /** The newest value of an output, by its place in the spec; NaN where there is none yet. */
  last(output: number): number {
    return this.#length === 0 ? NaN : (this.#columns[output]?.[this.#length - 1] ?? NaN);
  }

  /**
   * @param input - the series as it is now: the bars before the one that was last are as they were
   * @throws RangeError where it has become shorter
   */
  update(input: IndicatorInput): void {
    const { length } = input.bars;
    if (length < this.#length) {
      throw new RangeError(`a series of ${this.#length} bars has become one of ${length}`);
    }
    if (length === 0) return;
    this.#makeRoom(length);
    copy(this.#settled, this.#state);
    this.#kernel.run(input, Math.max(0, this.#length - 1), length - 1, this.#state, this.#columns);
    copy(this.#state, this.#settled);
    this.#kernel.run(input, length - 1, length, this.#state, this.#columns);
    this.#length = length;
  }

  #makeRoom(length: number): void {
    const room = this.#columns[0]?.length ?? 0;
    if (length <= room) return;
    const wanted = room === 0 ? length : Math.ceil(length * GROWTH);
    this.#columns = this.#columns.map((column) => {
      const longer = new Float64Array(wanted);
      longer.set(column);
      return longer;
    });
  }
}

/** For the few numbers of a state a loop is faster than `set`. */
function copy(from: Float64Array, to: Float64Array): void {
  for (let index = 0; index < from.length; index++) to[index] = from[index] as number;
}

/**
 * An indicator over a whole series: one column an output, in the order of the spec, one value a bar,
 * NaN before the first.
 *
 * @param params - checked by `readParameters`
 */
export function computeIndicator(
  indicator: Indicator,
  params: IndicatorParams,
  input: IndicatorInput,
): readonly Float64Array[] {
  const run = new IndicatorRun(indicator, params);
  run.update(input);
  return run.outputs;
}
