import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { ChartTheme } from '../../chart-types';
import { withAlpha } from '../../colour';
import { PaintedPrimitive } from '../../painted-primitive';
import { strokeColumn, strokeRow } from '../stroke-row';

const DASH = [4, 4];
const ALPHA = 0.8;

/** Where the lines stand. CSS pixels from the pane's top left corner; null: no line. */
export interface MarkedPlace {
  x(): number | null;
  y(): number | null;
  theme(): ChartTheme;
}

/** The lines where keys point, or the vertical one where another chart is pointed at. */
export class LinkedCrosshairPrimitive extends PaintedPrimitive {
  readonly #place: MarkedPlace;

  constructor(place: MarkedPlace) {
    super();
    this.#place = place;
  }

  draw(target: CanvasRenderingTarget2D): void {
    const [x, y] = [this.#place.x(), this.#place.y()];
    if (x === null) return;
    const colour = withAlpha(this.#place.theme().crosshair, ALPHA);
    target.useBitmapCoordinateSpace((scope) => {
      strokeColumn(scope, x, colour, DASH);
      if (y !== null) strokeRow(scope, y, colour, DASH);
    });
  }
}
