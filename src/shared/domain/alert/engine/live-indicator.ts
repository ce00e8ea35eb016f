import { findIndicator } from '../../indicators/indicator-catalogue';
import { IndicatorRun } from '../../indicators/indicator-run';
import type { Measure } from '../alert-condition';
import type { LiveBars } from './live-bars';

export type IndicatorMeasure = Extract<Measure, { readonly kind: 'indicator' }>;

const NO_STARTS = new Float64Array(0);

/** One output of an indicator over bars that grow. NaN until there are bars enough. */
export class LiveIndicator {
  private run: IndicatorRun;
  private edition = -1;
  private readonly output: number;
  value = NaN;

  constructor(
    private readonly measure: IndicatorMeasure,
    private readonly live: LiveBars,
  ) {
    this.run = this.newRun();
    const outputs = findIndicator(measure.indicator)?.outputs ?? [];
    this.output = outputs.findIndex(({ id }) => id === measure.output);
  }

  /** The bars have changed. */
  refresh(): void {
    if (this.live.edition !== this.edition) {
      this.edition = this.live.edition;
      this.run = this.newRun();
    }
    this.run.update({ bars: this.live.bars, sessionStarts: NO_STARTS });
    this.value = this.run.last(this.output);
  }

  private newRun(): IndicatorRun {
    const indicator = findIndicator(this.measure.indicator);
    if (!indicator) throw new RangeError(`no indicator ${this.measure.indicator}`);
    return new IndicatorRun(indicator, this.measure.params);
  }
}
