import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { ChartTheme } from '../../chart-types';
import { withAlpha } from '../../colour';
import { PaintedPrimitive } from '../../painted-primitive';
import type { PlotGeometry } from '../../plot-geometry';
import type { BookedStudy } from '../../studies/study-book';
import { paintZeroBars } from './bar-plot';
import { paintLines } from './line-plot';
import { type PlotFrame, plotFrame } from './plot-frame';

/** The studies of one pane; read anew at every frame. */
export interface StudiesSource {
  studies(): readonly BookedStudy[];
  geometry(): PlotGeometry;
  theme(): ChartTheme;
  /** CSS pixels from the top of the pane, of values as the studies give them. */
  valueToY(): (value: number) => number;
  /** CSS pixels of the lines between sessions that are drawn, ascending. */
  breaks(): readonly number[];
  /** A hairline along the top of the pane, which parts it from the one above. */
  readonly ruled: boolean;
}

const GUIDE_ALPHA = 0.55;
const GUIDE_DASH_PX = [4, 4];
const BETWEEN_ALPHA = 0.06;

/** Draws the studies of one pane straight from their columns. */
export class StudiesPrimitive extends PaintedPrimitive {
  readonly #source: StudiesSource;

  constructor(source: StudiesSource) {
    super();
    this.#source = source;
  }

  draw(target: CanvasRenderingTarget2D): void {
    const studies = this.#source.studies();
    if (studies.length === 0) return;
    const geometry = this.#source.geometry();
    const toY = this.#source.valueToY();
    target.useBitmapCoordinateSpace((scope) => {
      const frame = plotFrame(scope, geometry, toY, this.#source.breaks());
      if (this.#source.ruled) paintTopEdge(frame, this.#source.theme());
      for (const booked of studies) paintStudy(frame, booked, this.#source.theme());
    });
  }
}

function paintStudy(frame: PlotFrame, { study, plots }: BookedStudy, theme: ChartTheme): void {
  paintGuides(frame, study.guides ?? [], plots[0]?.plot.colour ?? theme.grey, theme);
  for (const booked of plots) {
    const { kind } = booked.plot;
    if (kind === 'histogram' || kind === 'columns') paintZeroBars(frame, booked);
    else paintLines(frame, booked);
  }
}

function paintTopEdge({ context, width, yRatio }: PlotFrame, theme: ChartTheme): void {
  context.fillStyle = theme.grid;
  context.fillRect(0, 0, width, Math.max(1, Math.floor(yRatio)));
}

function paintGuides(
  frame: PlotFrame,
  guides: readonly number[],
  colour: string,
  theme: ChartTheme,
): void {
  const { context, width, xRatio } = frame;
  const rows = guides.map((value) => Math.round(frame.yOf(value)));
  const [first, second] = rows;
  if (rows.length === 2 && first !== undefined && second !== undefined) {
    context.fillStyle = withAlpha(colour, BETWEEN_ALPHA);
    context.fillRect(0, Math.min(first, second), width, Math.abs(second - first));
  }
  const thick = Math.max(1, Math.floor(xRatio));
  context.strokeStyle = withAlpha(theme.mutedText, GUIDE_ALPHA);
  context.lineWidth = thick;
  context.setLineDash(GUIDE_DASH_PX.map((length) => length * xRatio));
  context.beginPath();
  for (const row of rows) {
    context.moveTo(0, row + (thick % 2) / 2);
    context.lineTo(width, row + (thick % 2) / 2);
  }
  context.stroke();
  context.setLineDash([]);
}
