import type { ChartPoint } from '../../chart-types';
import type { Cursor, Grab, InteractionLayer } from '../../input/grab';
import type { ChartAlertLine } from '../../overlay-types';

export interface AlertLayerParts {
  /** Whether a point is beside the plot or on it: the lines reach over the price axis. */
  isAtPlot(point: ChartPoint): boolean;
  /** CSS pixels from the top of the plot. */
  yOfPrice(price: number): number;
  /** The price at a height, in steps of the last decimal that is shown. */
  priceAt(y: number): number;
  dragged(id: string, price: number): void;
  repaint(): void;
}

/** How far from a line a press still takes it. */
const REACH_PX = 4;

/** The alert lines, and the one that the user has in hand. */
export class AlertLayer implements InteractionLayer {
  readonly #parts: AlertLayerParts;
  #lines: readonly ChartAlertLine[] = [];
  #moved: { readonly id: string; readonly price: number } | null = null;
  #dragging = false;
  #hoveredId: string | null = null;

  constructor(parts: AlertLayerParts) {
    this.#parts = parts;
  }

  /** What was dragged stays where it was dropped until the lines are set anew. */
  replace(lines: readonly ChartAlertLine[]): void {
    this.#lines = lines;
    if (!this.#dragging) this.#moved = null;
  }

  /** As they are shown now. */
  shown(): (ChartAlertLine & { readonly hovered: boolean })[] {
    const moved = this.#moved;
    return this.#lines.map((line) => ({
      ...line,
      price: line.id === moved?.id ? moved.price : line.price,
      hovered: line.id === this.#hoveredId,
    }));
  }

  grab(start: ChartPoint): Grab | null {
    const line = this.#lineAt(start);
    if (line === null) return null;
    const startY = this.#parts.yOfPrice(line.price);
    const before = this.#moved;
    return {
      moved: ({ y }) => {
        this.#dragging = true;
        this.#moved = { id: line.id, price: this.#parts.priceAt(startY + y - start.y) };
        this.#parts.repaint();
      },
      released: () => {
        this.#dragging = false;
        const { price } = this.#moved ?? line;
        if (price !== line.price) this.#parts.dragged(line.id, price);
      },
      cancelled: () => {
        this.#dragging = false;
        this.#moved = before;
        this.#parts.repaint();
      },
    };
  }

  hover(point: ChartPoint | null): Cursor | null {
    if (this.#dragging) return 'ns-resize';
    const id = point === null ? null : (this.#lineAt(point)?.id ?? null);
    if (id !== this.#hoveredId) {
      this.#hoveredId = id;
      this.#parts.repaint();
    }
    return id === null ? null : 'ns-resize';
  }

  /** The nearest line within reach that can be taken. */
  #lineAt(point: ChartPoint): ChartAlertLine | null {
    if (!this.#parts.isAtPlot(point)) return null;
    const distance = ({ price }: ChartAlertLine): number =>
      Math.abs(this.#parts.yOfPrice(price) - point.y);
    const [nearest] = this.shown()
      .filter((line) => !line.isFixed && distance(line) <= REACH_PX)
      .sort((a, b) => distance(a) - distance(b));
    return nearest ?? null;
  }
}
