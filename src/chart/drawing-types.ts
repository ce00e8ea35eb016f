import type { Drawing, DrawingPoint } from '../shared/domain/drawing/drawing';

/** A drawing without its name: a thing on the plot. The chart draws and edits it; keeping it is the caller's. */
export type DrawingShape = Drawing extends infer Each
  ? Each extends Drawing
    ? Omit<Each, 'id' | 'interval'>
    : never
  : never;

export type DrawingKind = DrawingShape['kind'];

/** Times are those of the bars that are shown: see `shownTime`. What else it has comes back with it. */
export type ChartDrawing = DrawingShape & { readonly id: string };

export interface DrawingEvents {
  /** A new drawing is finished and stays in view until the next `setDrawings`. A note has no text yet. */
  drawingCreated?(shape: DrawingShape): void;
  /** One was moved, as a whole or at a handle. */
  drawingChanged?(drawing: ChartDrawing): void;
  drawingSelected?(id: string | null): void;
  /** The delete key, while one is selected. */
  drawingDeleteAsked?(id: string): void;
  /** A note was double-clicked, or Enter was pressed while it is selected. */
  drawingEditAsked?(id: string): void;
  /** Where the keys have put the point of a tool; null: they have none any more. */
  drawingCursorMoved?(at: DrawingPoint | null): void;
  /** The tool of `startDrawing` was used or given up. */
  drawingToolEnded?(): void;
}
