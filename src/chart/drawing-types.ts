/** What a user draws on the plot. The chart draws and edits; keeping it is the caller's. */

export interface DrawingPoint {
  /** UTC seconds: the bar is the last one that does not begin after it; outside the series it counts on. */
  readonly time: number;
  readonly price: number;
}

export type TwoPointKind = 'trend-line' | 'ray' | 'rectangle' | 'measure';

export type DrawingShape =
  | { readonly kind: 'horizontal-line'; readonly price: number }
  | { readonly kind: TwoPointKind; readonly from: DrawingPoint; readonly to: DrawingPoint }
  | { readonly kind: 'text-note'; readonly at: DrawingPoint; readonly text: string };

export type DrawingKind = DrawingShape['kind'];

export type ChartDrawing = DrawingShape & { readonly id: string };

/** What lies between the points of a `measure`, from the first to the second. */
export interface MeasuredSpan {
  readonly bars: number;
  readonly seconds: number;
  readonly price: number;
  /** Of the first price; null where that is not positive. */
  readonly percent: number | null;
}

export interface DrawingEvents {
  /** A new drawing is finished and stays in view until the next `setDrawings`. A note has no text yet. */
  drawingCreated?(shape: DrawingShape): void;
  /** One was moved, as a whole or at a handle. */
  drawingChanged?(drawing: ChartDrawing): void;
  drawingSelected?(id: string | null): void;
  /** The delete key, while one is selected. */
  drawingDeleteAsked?(id: string): void;
  /** The tool of `startDrawing` was used or given up. */
  drawingToolEnded?(): void;
}
