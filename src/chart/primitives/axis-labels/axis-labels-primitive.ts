import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { IPrimitivePaneView } from 'lightweight-charts';
import { withAlpha } from '../../colour';
import { PaintedPrimitive } from '../../painted-primitive';
import { spreadLabels } from './label-layout';

/** A label of the price axis, with its centre in CSS pixels from the top of the plot. */
export interface AxisLabel {
  readonly y: number;
  /** One or two lines. */
  readonly lines: readonly string[];
  readonly background: string;
  readonly ink: string;
  /** Stands beside it, at the edge of the plot. */
  readonly name?: string;
  readonly pinned?: boolean;
}

export interface AxisLabelsSource {
  labels(): readonly AxisLabel[];
  readonly fontSizePx: number;
  fontFamily(): string;
}

/** Where the library's own labels begin, so that figures stand under figures. */
const TEXT_LEFT_PX = 10;
const LINE_HEIGHT_PX = 15;
const PADDING_Y_PX = 1;
const NAME_PADDING_PX = 5;
const NAME_GAP_PX = 2;
const NAME_ALPHA = 0.92;
const SECOND_LINE_ALPHA = 0.85;

/** Labels on the price axis, of more than one line where needed, of which none covers another. */
export class AxisLabelsPrimitive extends PaintedPrimitive {
  readonly #source: AxisLabelsSource;
  readonly #axisViews: readonly IPrimitivePaneView[] = [
    { renderer: () => ({ draw: (target) => this.#drawOnAxis(target) }) },
  ];

  constructor(source: AxisLabelsSource) {
    super();
    this.#source = source;
  }

  priceAxisPaneViews(): readonly IPrimitivePaneView[] {
    return this.#axisViews;
  }

  /** The names, in the plot. */
  draw(target: CanvasRenderingTarget2D): void {
    const named = this.#placed().filter(({ label }) => label.name !== undefined);
    if (named.length === 0) return;
    target.useMediaCoordinateSpace(({ context, mediaSize: { width } }) => {
      this.#useFont(context);
      for (const { label, centre } of named) {
        const name = label.name ?? '';
        const wide = Math.ceil(context.measureText(name).width) + 2 * NAME_PADDING_PX;
        const left = width - NAME_GAP_PX - wide;
        context.fillStyle = withAlpha(label.background, NAME_ALPHA);
        context.fillRect(left, Math.round(centre - LINE_HEIGHT_PX / 2), wide, LINE_HEIGHT_PX);
        context.fillStyle = label.ink;
        context.fillText(name, left + NAME_PADDING_PX, Math.round(centre) + 0.5);
      }
    });
  }

  #drawOnAxis(target: CanvasRenderingTarget2D): void {
    const placed = this.#placed();
    target.useMediaCoordinateSpace(({ context, mediaSize: { width, height } }) => {
      this.#useFont(context);
      for (const { label, centre, heightPx } of placed) {
        if (centre < -heightPx || centre > height + heightPx) continue;
        const top = Math.round(centre - heightPx / 2);
        context.fillStyle = label.background;
        context.fillRect(0, top, width, heightPx);
        label.lines.forEach((line, i) => {
          context.fillStyle = i === 0 ? label.ink : withAlpha(label.ink, SECOND_LINE_ALPHA);
          const middle = top + PADDING_Y_PX + (i + 0.5) * LINE_HEIGHT_PX;
          context.fillText(line, TEXT_LEFT_PX, Math.round(middle - 0.5) + 0.5);
        });
      }
    });
  }

  #placed(): { label: AxisLabel; centre: number; heightPx: number }[] {
    const labels = this.#source.labels().filter(({ y }) => !Number.isNaN(y));
    const heights = labels.map(({ lines }) => lines.length * LINE_HEIGHT_PX + 2 * PADDING_Y_PX);
    const centres = spreadLabels(
      labels.map(({ y, pinned }, i) => ({
        y,
        heightPx: heights[i] as number,
        pinned: pinned ?? false,
      })),
    );
    return labels.map((label, i) => ({
      label,
      centre: centres[i] as number,
      heightPx: heights[i] as number,
    }));
  }

  #useFont(context: CanvasRenderingContext2D): void {
    context.font = `${this.#source.fontSizePx}px ${this.#source.fontFamily()}`;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
  }
}
