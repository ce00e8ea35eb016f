import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { ChartTheme } from '../../chart-types';
import { withAlpha } from '../../colour';
import { PaintedPrimitive } from '../../painted-primitive';
import { strokeColumn } from '../stroke-row';

const DASH = [4, 4];
const ALPHA = 0.8;

/** The vertical line where another chart is pointed at. */
export class LinkedCrosshairPrimitive extends PaintedPrimitive {
  readonly #x: () => number | null;
  readonly #theme: () => ChartTheme;

  /** @param x - CSS pixels from the left edge; null: no line */
  constructor(x: () => number | null, theme: () => ChartTheme) {
    super();
    this.#x = x;
    this.#theme = theme;
  }

  draw(target: CanvasRenderingTarget2D): void {
    const x = this.#x();
    if (x === null) return;
    const colour = withAlpha(this.#theme().crosshair, ALPHA);
    target.useBitmapCoordinateSpace((scope) => strokeColumn(scope, x, colour, DASH));
  }
}
