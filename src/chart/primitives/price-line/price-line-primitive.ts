import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { ChartPriceLine, ChartTheme } from '../../chart-types';
import { withAlpha } from '../../colour';
import { PaintedPrimitive } from '../../painted-primitive';
import { strokeRow } from '../stroke-row';
import { priceLineColour, priceLineDash } from './price-line-look';

export interface PriceLineSource {
  line(): ChartPriceLine | null;
  theme(): ChartTheme;
  /** CSS pixels from the top of the plot. */
  yOfPrice(price: number): number;
}

const ALPHA = 0.75;

/** The line of the last price across the plot. Its label stands among those of the axis. */
export class PriceLinePrimitive extends PaintedPrimitive {
  readonly #source: PriceLineSource;

  constructor(source: PriceLineSource) {
    super();
    this.#source = source;
  }

  draw(target: CanvasRenderingTarget2D): void {
    const line = this.#source.line();
    if (line === null) return;
    const y = this.#source.yOfPrice(line.price);
    if (Number.isNaN(y)) return;
    const colour = withAlpha(priceLineColour(line, this.#source.theme()), ALPHA);
    target.useBitmapCoordinateSpace((scope) => strokeRow(scope, y, colour, priceLineDash(line)));
  }
}
