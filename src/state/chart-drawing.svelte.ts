import type { Drawing, DrawingPoint } from '../shared/domain/drawing/drawing';

/** A note whose text is being written. */
export interface OpenNote {
  /** Null: the note does not exist yet. */
  readonly id: string | null;
  /** As the chart counts its bars. */
  readonly at: DrawingPoint;
  readonly text: string;
}

/** What is drawn with on one chart at this moment. */
export class ChartDrawing {
  /** What the next press on the chart draws; null: the pointer. */
  tool = $state.raw<Drawing['kind'] | null>(null);
  selectedId = $state.raw<string | null>(null);
  note = $state.raw<OpenNote | null>(null);
  /** Where on the plot the open note stands, in CSS pixels. */
  #notePlace = $state.raw<{ readonly x: number; readonly y: number } | null>(null);
  /** Where the keys have put the point of the tool. */
  cursor = $state.raw<DrawingPoint | null>(null);
  /** What was selected by keys, for those who do not see it. */
  spoken = $state.raw('');
  /** Each new one asks for one copy. */
  copyWish = $state.raw<{ readonly id: string } | null>(null);

  get notePlace(): { readonly x: number; readonly y: number } | null {
    return this.#notePlace;
  }

  /** Comes with each painting: what stays the same changes nothing. */
  placeNote(place: { readonly x: number; readonly y: number } | null): void {
    const { x, y } = this.#notePlace ?? {};
    if (x !== place?.x || y !== place?.y) this.#notePlace = place;
  }

  copySelected(): void {
    if (this.selectedId !== null) this.copyWish = { id: this.selectedId };
  }

  /** Another instrument came: what belongs to the one before is put down. */
  putDown(): void {
    this.tool = null;
    this.selectedId = null;
    this.note = null;
    this.cursor = null;
    this.spoken = '';
  }
}
