import type { ChartPoint } from '../chart-types';

export type Cursor =
  '' | 'crosshair' | 'pointer' | 'grab' | 'grabbing' | 'move' | 'ns-resize' | 'row-resize';

/** What a press took hold of, until the button is let go. Points count from the host's corner. */
export interface Grab {
  /** Only after the pointer has left the place of the press by more than a click may. */
  moved(point: ChartPoint): void;
  released?(point: ChartPoint, moved: boolean): void;
  /** The system took the pointer away. */
  cancelled?(): void;
}

/** Something that lies over the view and takes presses, pointers and keys before it. */
export interface InteractionLayer {
  /** Null: the press is for what lies beneath. */
  grab(point: ChartPoint): Grab | null;
  /** What the pointer is over (null: it is gone); the cursor to show, or null for what lies beneath. */
  hover(point: ChartPoint | null): Cursor | null;
  /** Whether the layer has used the key. @param far - with shift: a larger step */
  takesKey?(key: string, far: boolean): boolean;
  /** Whether the layer has used the double click. */
  doubleClicked?(point: ChartPoint): boolean;
}
