import type { DrawingPoint } from '../shared/domain/drawing/drawing';
import { ChartNavigation } from './chart-navigation';
import type { ChartPoint } from './chart-types';
import type { ChartDrawing, DrawingKind } from './drawing-types';
import type { DrawingBoard } from './drawings/drawing-board';
import { placePoint } from './drawings/drawing-geometry';
import type { DrawingLayer } from './drawings/drawing-layer';

export interface DrawnTools {
  readonly board: DrawingBoard;
  readonly layer: DrawingLayer;
  repaint(): void;
}

/** The part of the chart's calls that concern drawings. */
export abstract class ChartDrawingCalls extends ChartNavigation {
  protected abstract get drawn(): DrawnTools;

  /** Replaces the drawings; later ones lie over earlier ones. */
  setDrawings(drawings: readonly ChartDrawing[]): void {
    this.drawn.board.replace(drawings);
    this.drawn.repaint();
  }

  /**
   * The next drag, or the next two clicks, on the plot make a drawing; with the keys arrows and Enter.
   * Escape gives it up.
   */
  startDrawing(kind: DrawingKind): void {
    this.drawn.layer.start(kind);
  }

  cancelDrawing(): void {
    this.drawn.layer.cancel();
  }

  selectDrawing(id: string | null): void {
    this.drawn.layer.select(id);
  }

  /** Tells a copy of a drawing, a little beside it, as a new one. */
  copyDrawing(id: string): void {
    this.drawn.layer.copy(id);
  }

  /** Where a point of a drawing lies at this moment. */
  placeOf(point: DrawingPoint): ChartPoint {
    return placePoint(point, this.drawn.board.plot);
  }
}
