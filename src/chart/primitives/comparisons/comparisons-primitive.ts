import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import { PaintedPrimitive } from '../../painted-primitive';
import type { PlotGeometry } from '../../plot-geometry';
import type { ValueScale } from '../../value-scale';
import { paintLines } from '../studies/line-plot';
import { plotFrame } from '../studies/plot-frame';
import type { BookedComparison } from './booked-comparison';

/** What is drawn; read anew at every frame. */
export interface ComparisonsSource {
  /** None where the axis does not count percent. */
  comparisons(): readonly BookedComparison[];
  scaleOf(comparison: BookedComparison): ValueScale;
  geometry(): PlotGeometry;
  /** CSS pixels from the top of the plot. */
  yOf(value: number): number;
}

const WIDTH_PX = 1.5;

/** The other instruments as lines over the candles. */
export class ComparisonsPrimitive extends PaintedPrimitive {
  readonly #source: ComparisonsSource;

  constructor(source: ComparisonsSource) {
    super();
    this.#source = source;
  }

  draw(target: CanvasRenderingTarget2D): void {
    const comparisons = this.#source.comparisons();
    if (comparisons.length === 0) return;
    target.useBitmapCoordinateSpace((scope) => {
      for (const comparison of comparisons) {
        const scale = this.#source.scaleOf(comparison);
        const frame = plotFrame(scope, this.#source.geometry(), (close) =>
          this.#source.yOf(scale.toValue(close)),
        );
        const { colour, closes } = comparison;
        const plot = { kind: 'line', values: [], colour, width: WIDTH_PX } as const;
        paintLines(frame, { plot, columns: [closes] });
      }
    });
  }
}
