import { findIndicator } from '../../indicators/indicator-catalogue';
import { IndicatorRun } from '../../indicators/indicator-run';
import type { Measure } from '../alert-condition';
import type { LiveBars } from './live-bars';

export type IndicatorMeasure = Extract<Measure, { readonly kind: 'indicator' }>;

const NO_STARTS = new Float64Array(0);

/** One output of an indicator over bars that grow, computed when it is asked for. */
export class LiveIndicator {
  private run: IndicatorRun;
  private edition = -1;
  private revision = -1;
  private current = NaN;
  private readonly output: number;
  /** The bars at which {@link atZero} was computed; it holds until the next begins. */
  private zeroEdition = -1;
  private zeroLength = -1;
  private atZero = NaN;
  /** See `IndicatorOutput.isLinear`. */
  readonly isLinear: boolean;

  constructor(
    private readonly measure: IndicatorMeasure,
    private readonly live: LiveBars,
    /** Brings the bars up to the last price. */
    private readonly slot: { catchUp(): void },
  ) {
    this.run = this.newRun();
    const outputs = findIndicator(measure.indicator)?.outputs ?? [];
    this.output = outputs.findIndex(({ id }) => id === measure.output);
    this.isLinear = outputs[this.output]?.isLinear ?? false;
  }

  /** NaN until there are bars enough. */
  get value(): number {
    this.slot.catchUp();
    if (this.revision !== this.live.revision) {
      this.revision = this.live.revision;
      this.current = this.compute();
    }
    return this.current;
  }

  /** What it would be if the last price were 0. */
  get valueAtZero(): number {
    const { edition, bars } = this.live;
    if (edition !== this.zeroEdition || bars.length !== this.zeroLength) {
      this.zeroEdition = edition;
      this.zeroLength = bars.length;
      this.atZero = this.live.withLastClose(0, () => this.compute());
      this.revision = -1;
    }
    return this.atZero;
  }

  private compute(): number {
    if (this.live.edition !== this.edition) {
      this.edition = this.live.edition;
      this.run = this.newRun();
    }
    this.run.update({ bars: this.live.bars, sessionStarts: NO_STARTS });
    return this.run.last(this.output);
  }

  private newRun(): IndicatorRun {
    const indicator = findIndicator(this.measure.indicator);
    if (!indicator) throw new RangeError(`no indicator ${this.measure.indicator}`);
    return new IndicatorRun(indicator, this.measure.params);
  }
}
