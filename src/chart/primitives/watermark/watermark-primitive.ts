import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { ChartTheme } from '../../chart-types';
import { withAlpha } from '../../colour';
import { PaintedPrimitive } from '../../painted-primitive';

const WIDTH_SHARE = 0.78;
const HEIGHT_SHARE = 0.36;
const TEXT_ALPHA = 0.24;
const WEIGHT = 700;
const LETTER_SPACING = '0.06em';
const MEASURED_AT_PX = 100;

/** Large text across the plot that nobody can overlook and that hides no candle. */
export class WatermarkPrimitive extends PaintedPrimitive {
  readonly #text: () => string | null;
  readonly #theme: () => ChartTheme;

  constructor(text: () => string | null, theme: () => ChartTheme) {
    super();
    this.#text = text;
    this.#theme = theme;
  }

  draw(target: CanvasRenderingTarget2D): void {
    const text = this.#text();
    if (text === null || text === '') return;
    const { amber, fontFamily } = this.#theme();
    target.useMediaCoordinateSpace(({ context, mediaSize: { width, height } }) => {
      context.letterSpacing = LETTER_SPACING;
      context.font = fontOf(MEASURED_AT_PX, fontFamily);
      const fitting = (MEASURED_AT_PX * width * WIDTH_SHARE) / context.measureText(text).width;
      context.font = fontOf(Math.floor(Math.min(fitting, height * HEIGHT_SHARE)), fontFamily);
      context.fillStyle = withAlpha(amber, TEXT_ALPHA);
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(text, width / 2, height / 2);
    });
  }
}

function fontOf(sizePx: number, family: string): string {
  return `${WEIGHT} ${sizePx}px ${family}`;
}
