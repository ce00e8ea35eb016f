import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { ChartTheme } from '../../chart-types';
import { withAlpha } from '../../colour';
import { PaintedPrimitive } from '../../painted-primitive';

/** What to mark, in CSS pixels from the left edge of the plot. */
export interface HighlightGeometry {
  readonly bandLeft: number;
  readonly bandRight: number;
  /** Null: no line. */
  readonly lineX: number | null;
}

const BAND_ALPHA = 0.13;
const LINE_ALPHA = 0.9;
const DASH = [3, 3];

/** Marks a session with a dashed line and the sessions around it with a soft band, behind the candles. */
export class EventHighlightPrimitive extends PaintedPrimitive {
  readonly #geometry: () => HighlightGeometry | null;
  readonly #theme: () => ChartTheme;

  constructor(geometry: () => HighlightGeometry | null, theme: () => ChartTheme) {
    super();
    this.#geometry = geometry;
    this.#theme = theme;
  }

  draw(target: CanvasRenderingTarget2D): void {
    const geometry = this.#geometry();
    if (geometry === null) return;
    const { accent } = this.#theme();
    target.useBitmapCoordinateSpace(({ context, bitmapSize, horizontalPixelRatio: ratio }) => {
      const left = Math.round(geometry.bandLeft * ratio);
      const right = Math.round(geometry.bandRight * ratio);
      context.fillStyle = withAlpha(accent, BAND_ALPHA);
      context.fillRect(left, 0, Math.max(1, right - left), bitmapSize.height);
      if (geometry.lineX === null) return;
      const width = Math.max(1, Math.floor(ratio));
      const x = Math.round(geometry.lineX * ratio) + (width % 2) / 2;
      context.strokeStyle = withAlpha(accent, LINE_ALPHA);
      context.lineWidth = width;
      context.setLineDash(DASH.map((length) => length * ratio));
      context.beginPath();
      context.moveTo(x, 0);
      context.lineTo(x, bitmapSize.height);
      context.stroke();
      context.setLineDash([]);
    });
  }
}
