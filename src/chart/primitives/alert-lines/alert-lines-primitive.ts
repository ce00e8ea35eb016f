import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { ChartTheme } from '../../chart-types';
import { withAlpha } from '../../colour';
import type { ChartAlertLine } from '../../overlay-types';
import { PaintedPrimitive } from '../../painted-primitive';
import { strokeRow } from '../stroke-row';
import type { AlertLayer } from './alert-layer';

const DASH = [5, 3];
const ALPHA = 0.8;

/** Colour of an alert's line and label. */
export function alertColour(tone: ChartAlertLine['tone'], theme: ChartTheme): string {
  return tone === 'armed' ? theme.amber : theme.grey;
}

/** The alert lines across the plot. Their labels stand among those of the axis. */
export class AlertLinesPrimitive extends PaintedPrimitive {
  readonly #alerts: AlertLayer;
  readonly #theme: () => ChartTheme;
  readonly #yOfPrice: (price: number) => number;

  constructor(alerts: AlertLayer, theme: () => ChartTheme, yOfPrice: (price: number) => number) {
    super();
    this.#alerts = alerts;
    this.#theme = theme;
    this.#yOfPrice = yOfPrice;
  }

  draw(target: CanvasRenderingTarget2D): void {
    const lines = this.#alerts.shown();
    if (lines.length === 0) return;
    const theme = this.#theme();
    target.useBitmapCoordinateSpace((scope) => {
      for (const { price, tone, hovered } of lines) {
        const y = this.#yOfPrice(price);
        if (Number.isNaN(y)) continue;
        const colour = withAlpha(alertColour(tone, theme), ALPHA);
        strokeRow(scope, y, colour, tone === 'paused' ? [1, 3] : DASH, hovered ? 2 : 1);
      }
    });
  }
}
