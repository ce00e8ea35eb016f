import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { ChartTheme } from '../../chart-types';
import { withAlpha } from '../../colour';
import { PaintedPrimitive } from '../../painted-primitive';
import { strokeColumn } from '../stroke-row';
import type { PlacedBand } from './band-geometry';

export interface TimeBandsSource {
  bands(): readonly PlacedBand[];
  /** Where sessions begin, in CSS pixels from the left edge. */
  separators(): readonly number[];
  theme(): ChartTheme;
}

const ALPHA: Readonly<Record<PlacedBand['tone'], number>> = {
  extended: 0.1,
  window: 0.09,
  reaction: 0.22,
};
const SEPARATOR_DASH = [2, 4];
const SEPARATOR_ALPHA = 0.5;

/** Shaded spans of time and the lines between sessions, behind everything else in a pane. */
export class TimeBandsPrimitive extends PaintedPrimitive {
  readonly #source: TimeBandsSource;

  constructor(source: TimeBandsSource) {
    super();
    this.#source = source;
  }

  draw(target: CanvasRenderingTarget2D): void {
    const { accent, grey, mutedText } = this.#source.theme();
    target.useBitmapCoordinateSpace((scope) => {
      const { context, bitmapSize, horizontalPixelRatio: ratio } = scope;
      for (const { left, right, tone } of this.#source.bands()) {
        context.fillStyle = withAlpha(tone === 'extended' ? grey : accent, ALPHA[tone]);
        const start = Math.round(left * ratio);
        const width = Math.max(1, Math.round(right * ratio) - start);
        context.fillRect(start, 0, width, bitmapSize.height);
      }
      for (const x of this.#source.separators()) {
        strokeColumn(scope, x, withAlpha(mutedText, SEPARATOR_ALPHA), SEPARATOR_DASH);
      }
    });
  }
}
