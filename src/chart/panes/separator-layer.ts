import type { ChartPoint } from '../chart-types';
import type { Cursor, Grab, InteractionLayer } from '../input/grab';
import type { PanePlace } from './pane-stack';

/** The panes, as far as their heights are dragged. */
export interface ResizablePanes {
  places(): readonly PanePlace[];
  startResize(index: number): (dyPx: number) => void;
}

/** How far from the line between two panes a press still takes it. */
const REACH_PX = 4;

/** The lines between plot and panes, which move up and down. The lane's line does not. */
export class SeparatorLayer implements InteractionLayer {
  readonly #panes: () => ResizablePanes;
  readonly #resized: () => void;

  constructor(panes: () => ResizablePanes, resized: () => void) {
    this.#panes = panes;
    this.#resized = resized;
  }

  grab(start: ChartPoint): Grab | null {
    const index = this.#lineAt(start.y);
    if (index === null) return null;
    const resize = this.#panes().startResize(index);
    return {
      moved: ({ y }) => resize(y - start.y),
      released: (_, moved) => {
        if (moved) this.#resized();
      },
    };
  }

  hover(point: ChartPoint | null): Cursor | null {
    return point !== null && this.#lineAt(point.y) !== null ? 'row-resize' : null;
  }

  /** Index of the pane above the line. */
  #lineAt(y: number): number | null {
    const places = this.#panes().places();
    const near = places
      .slice(0, -2)
      .find(({ top, height }) => Math.abs(top + height - y) <= REACH_PX);
    return near?.index ?? null;
  }
}
