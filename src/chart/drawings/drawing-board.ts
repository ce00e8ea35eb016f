import type { ChartPoint } from '../chart-types';
import type { ChartDrawing, DrawingShape } from '../drawing-types';
import {
  type DrawingHit,
  type DrawingPlot,
  hitDrawing,
  placeDrawing,
  type PlacedDrawing,
  type TextSize,
} from './drawing-geometry';

/** A drawing as it is shown at this moment. */
export interface ShownDrawing {
  readonly shape: DrawingShape;
  readonly placed: PlacedDrawing;
  readonly hovered: boolean;
  readonly selected: boolean;
}

const NO_TEXT: TextSize = { width: 40, height: 20 };

/** The drawings of the plot, and what the user has of them in hand. */
export class DrawingBoard {
  readonly #plot: () => DrawingPlot;
  readonly #noteSizes = new Map<string, TextSize>();
  #drawings: readonly ChartDrawing[] = [];
  /** Begun or just finished, and not among the others yet. */
  draft: DrawingShape | null = null;
  /** The draft waits only for the caller to set the drawings anew. */
  draftIsDone = false;
  /** The selected one while it is dragged. */
  dragged: ChartDrawing | null = null;
  hoveredId: string | null = null;
  selectedId: string | null = null;
  /** Where the keys have put the next point of a tool. */
  cursor: ChartPoint | null = null;

  constructor(plot: () => DrawingPlot) {
    this.#plot = plot;
  }

  get plot(): DrawingPlot {
    return this.#plot();
  }

  replace(drawings: readonly ChartDrawing[]): void {
    this.#drawings = drawings;
    this.dragged = null;
    if (this.draftIsDone) this.draft = null;
    if (!drawings.some(({ id }) => id === this.selectedId)) this.selectedId = null;
    if (!drawings.some(({ id }) => id === this.hoveredId)) this.hoveredId = null;
  }

  get selected(): ChartDrawing | null {
    return this.get(this.selectedId);
  }

  get(id: string | null): ChartDrawing | null {
    return this.#current().find((drawing) => drawing.id === id) ?? null;
  }

  /** Prices that are drawn across the whole plot. */
  levels(): Extract<DrawingShape, { kind: 'horizontal-line' }>[] {
    const shapes = this.draft === null ? this.#current() : [...this.#current(), this.draft];
    return shapes.filter((shape) => shape.kind === 'horizontal-line');
  }

  /** In the order in which they are drawn. */
  shown(): ShownDrawing[] {
    const plot = this.plot;
    const drawings = this.#current().map((drawing) => ({
      shape: drawing,
      placed: this.#place(drawing, plot),
      hovered: drawing.id === this.hoveredId,
      selected: drawing.id === this.selectedId,
    }));
    if (this.draft === null) return drawings;
    const placed = this.#place(this.draft, plot);
    return [
      ...drawings,
      { shape: this.draft, placed, hovered: false, selected: !this.draftIsDone },
    ];
  }

  /** The uppermost drawing at a point. */
  hitAt(at: ChartPoint): { readonly drawing: ChartDrawing; readonly hit: DrawingHit } | null {
    const plot = this.plot;
    for (const drawing of this.#current().reverse()) {
      const selected = drawing.id === this.selectedId;
      const hit = hitDrawing(this.#place(drawing, plot), at, selected);
      if (hit !== null) return { drawing, hit };
    }
    return null;
  }

  /** Only painting knows how large a text is. */
  noteMeasured(text: string, size: TextSize): void {
    this.#noteSizes.set(text, size);
  }

  #current(): ChartDrawing[] {
    return this.#drawings.map((drawing) =>
      drawing.id === this.dragged?.id ? this.dragged : drawing,
    );
  }

  #place(shape: DrawingShape, plot: DrawingPlot): PlacedDrawing {
    const text = shape.kind === 'text-note' ? shape.text : '';
    return placeDrawing(shape, plot, this.#noteSizes.get(text) ?? NO_TEXT);
  }
}
