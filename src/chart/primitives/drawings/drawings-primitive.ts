import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { ChartTheme } from '../../chart-types';
import { withAlpha } from '../../colour';
import type { MeasuredMove } from '../../../shared/domain/drawing/measured-move';
import type { DrawingBoard, ShownDrawing } from '../../drawings/drawing-board';
import type { Box, Segment } from '../../drawings/drawing-geometry';
import { PaintedPrimitive } from '../../painted-primitive';
import { paintCursor } from './cursor-painter';
import { penOf } from './drawing-pen';
import { paintMeasure } from './measure-painter';
import { paintNote } from './note-painter';

export interface DrawingsSource {
  readonly board: DrawingBoard;
  theme(): ChartTheme;
  readonly fontSizePx: number;
  /** Neither handles nor what is only begun belong into a picture. */
  picturing(): boolean;
  measure(from: { time: number; price: number }, to: { time: number; price: number }): MeasuredMove;
  measureText(span: MeasuredMove): readonly string[];
}

/** What a line gains while it is pointed at. */
const HOVERED_PX = 1;
const HANDLE_LINE_PX = 1.5;
const FILL_ALPHA = 0.12;
const HANDLE_RADIUS_PX = 4.5;

/** The drawings of the user, over the candles. */
export class DrawingsPrimitive extends PaintedPrimitive {
  readonly #source: DrawingsSource;

  constructor(source: DrawingsSource) {
    super();
    this.#source = source;
  }

  draw(target: CanvasRenderingTarget2D): void {
    const { board } = this.#source;
    const shown = board.shown();
    const cursor = this.#source.picturing() ? null : board.cursor;
    if (shown.length === 0 && cursor === null) return;
    const theme = this.#source.theme();
    target.useMediaCoordinateSpace(({ context, mediaSize: { width, height } }) => {
      context.font = `${this.#source.fontSizePx}px ${theme.fontFamily}`;
      context.textBaseline = 'middle';
      context.textAlign = 'left';
      for (const drawing of shown) this.#paint(context, drawing, theme, width);
      if (cursor !== null) paintCursor(context, cursor, { width, height }, theme);
    });
  }

  #paint(
    context: CanvasRenderingContext2D,
    drawing: ShownDrawing,
    theme: ChartTheme,
    width: number,
  ): void {
    const { shape, placed } = drawing;
    const marked = (drawing.hovered || drawing.selected) && !this.#source.picturing();
    const pen = penOf(shape.look, theme);
    const linePx = marked ? pen.linePx + HOVERED_PX : pen.linePx;
    if (shape.kind === 'text-note') {
      const inked = { ...theme, accent: pen.colour };
      const size = paintNote(context, shape.text, placed.handles[0], inked, marked);
      this.#source.board.noteMeasured(shape.text, size);
    } else if (shape.kind === 'measure') {
      const span = this.#source.measure(shape.from, shape.to);
      paintMeasure(context, placed, span, this.#source.measureText(span), theme, width);
    } else if (shape.kind === 'rectangle' && placed.box !== null) {
      paintRectangle(context, placed.box, pen.colour, linePx);
    }
    for (const segment of placed.segments) {
      paintSegment(context, segment, pen.colour, linePx);
    }
    if (!drawing.selected || shape.locked || this.#source.picturing()) return;
    for (const { x, y } of placed.handles) paintHandle(context, x, y, theme);
  }
}

function paintSegment(
  context: CanvasRenderingContext2D,
  { from, to }: Segment,
  colour: string,
  linePx: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = linePx;
  context.beginPath();
  // Level lines stand on whole pixels.
  const level = from.y === to.y ? Math.round(from.y) + 0.5 : null;
  context.moveTo(from.x, level ?? from.y);
  context.lineTo(to.x, level ?? to.y);
  context.stroke();
}

function paintRectangle(
  context: CanvasRenderingContext2D,
  { left, top, right, bottom }: Box,
  colour: string,
  linePx: number,
): void {
  const x = Math.round(left) + 0.5;
  const y = Math.round(top) + 0.5;
  const width = Math.round(right - left);
  const height = Math.round(bottom - top);
  context.fillStyle = withAlpha(colour, FILL_ALPHA);
  context.fillRect(x, y, width, height);
  context.strokeStyle = colour;
  context.lineWidth = linePx;
  context.strokeRect(x, y, width, height);
}

function paintHandle(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  theme: ChartTheme,
): void {
  context.beginPath();
  context.arc(x, y, HANDLE_RADIUS_PX, 0, 2 * Math.PI);
  context.fillStyle = theme.background;
  context.fill();
  context.strokeStyle = theme.accent;
  context.lineWidth = HANDLE_LINE_PX;
  context.stroke();
}
