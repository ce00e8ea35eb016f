import type { ChartPoint } from '../chart-types';
import type { ChartDrawing, DrawingEvents, DrawingKind } from '../drawing-types';
import type { DrawingBoard } from './drawing-board';
import { isSameShape, nudgeDrawing } from './drawing-edit';

/** What keys do to drawings is what a pointer could do. */
export interface DrawingHand {
  readonly tool: DrawingKind | null;
  cancel(): void;
  select(id: string | null): void;
  click(point: ChartPoint): void;
  stretchTo(point: ChartPoint): void;
}

export interface DrawingKeysParts {
  readonly board: DrawingBoard;
  readonly events: DrawingEvents;
  readonly hand: DrawingHand;
  /** Where the keys begin: on the candles. */
  startPoint(): ChartPoint;
  repaint(): void;
}

const STEP_PX = 2;
const FAR_STEP_PX = 20;
const FAR_BARS = 10;

const ARROWS: Readonly<Record<string, { readonly bars: number; readonly down: number }>> = {
  ArrowLeft: { bars: -1, down: 0 },
  ArrowRight: { bars: 1, down: 0 },
  ArrowUp: { bars: 0, down: -1 },
  ArrowDown: { bars: 0, down: 1 },
};

/** Drawing, moving and deleting without a pointer. */
export class DrawingKeys {
  readonly #parts: DrawingKeysParts;

  constructor(parts: DrawingKeysParts) {
    this.#parts = parts;
  }

  /** Whether the key was meant for a drawing. @param far - larger steps */
  takes(key: string, far: boolean): boolean {
    const { hand, board } = this.#parts;
    if (hand.tool !== null) return this.#takesWithTool(key, far);
    const { selected } = board;
    return selected !== null && this.#takesWithSelected(selected, key, far);
  }

  /** The pointer has taken over, or the tool has ended. */
  dropCursor(): void {
    if (this.#parts.board.cursor !== null) this.#setCursor(null);
  }

  #takesWithTool(key: string, far: boolean): boolean {
    const { hand, board } = this.#parts;
    const arrow = ARROWS[key];
    if (key === 'Escape') hand.cancel();
    else if (key === 'Enter' && board.cursor !== null) hand.click(board.cursor);
    else if (key === 'Enter') this.#setCursor(this.#parts.startPoint());
    else if (arrow) this.#moveCursor(arrow.bars, arrow.down, far);
    else return false;
    return true;
  }

  #takesWithSelected(selected: ChartDrawing, key: string, far: boolean): boolean {
    const { hand, events } = this.#parts;
    const arrow = ARROWS[key];
    if (key === 'Escape') hand.select(null);
    else if (key === 'Delete' || key === 'Backspace') events.drawingDeleteAsked?.(selected.id);
    else if (key === 'Enter' && selected.kind === 'text-note')
      events.drawingEditAsked?.(selected.id);
    else if (arrow) this.#nudge(selected, arrow.bars, arrow.down, far);
    else return false;
    return true;
  }

  #moveCursor(bars: number, down: number, far: boolean): void {
    const { board, hand } = this.#parts;
    if (board.cursor === null) return this.#setCursor(this.#parts.startPoint());
    const { barPx, widthPx, heightPx } = board.plot;
    const dx = bars * Math.max(1, barPx) * (far ? FAR_BARS : 1);
    const dy = down * (far ? FAR_STEP_PX : STEP_PX);
    const cursor = {
      x: Math.max(0, Math.min(widthPx - 1, board.cursor.x + dx)),
      y: Math.max(0, Math.min(heightPx - 1, board.cursor.y + dy)),
    };
    this.#setCursor(cursor);
    hand.stretchTo(cursor);
  }

  #nudge(selected: ChartDrawing, bars: number, down: number, far: boolean): void {
    if (selected.locked) return;
    const { board, events, repaint } = this.#parts;
    const moved = nudgeDrawing(
      selected,
      bars * (far ? FAR_BARS : 1),
      down * (far ? FAR_STEP_PX : STEP_PX),
      board.plot,
    );
    // A level line has no place in time.
    if (isSameShape(moved, selected)) return;
    board.dragged = moved;
    repaint();
    events.drawingChanged?.(moved);
  }

  #setCursor(cursor: ChartPoint | null): void {
    const { board, events, repaint } = this.#parts;
    board.cursor = cursor;
    events.drawingCursorMoved?.(cursor && board.plot.pointAt(cursor));
    repaint();
  }
}
