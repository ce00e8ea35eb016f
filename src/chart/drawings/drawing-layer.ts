import type { ChartPoint } from '../chart-types';
import type { ChartDrawing, DrawingEvents, DrawingKind } from '../drawing-types';
import type { Cursor, Grab, InteractionLayer } from '../input/grab';
import type { DrawingBoard } from './drawing-board';
import { DrawingKeys, type DrawingHand } from './drawing-keys';
import { beginDrawing, dragDrawing, hasExtent, isOnePoint, isSameShape } from './drawing-edit';

export interface DrawingLayerParts {
  readonly board: DrawingBoard;
  readonly events: DrawingEvents;
  /** Whether a point is on the plot, the pane of the candles. */
  isOnPlot(point: ChartPoint): boolean;
  /** Where the keys begin to draw: on the candles. */
  startPoint(): ChartPoint;
  repaint(): void;
}

/** So that a copy does not hide what it is of. */
const COPY_OFFSET: ChartPoint = { x: 16, y: 16 };

/** Making, selecting and moving drawings by pointer; {@link DrawingKeys} does it by keys. */
export class DrawingLayer implements InteractionLayer, DrawingHand {
  readonly #parts: DrawingLayerParts;
  readonly #keys: DrawingKeys;
  #tool: DrawingKind | null = null;
  /** The first of two clicks has been made. */
  #waitsForSecond = false;
  #dragging = false;
  /** Where the pointer was last. */
  #pointer: ChartPoint | null = null;

  constructor(parts: DrawingLayerParts) {
    this.#parts = parts;
    this.#keys = new DrawingKeys({ ...parts, hand: this });
  }

  get tool(): DrawingKind | null {
    return this.#tool;
  }

  /** Takes up a tool, in place of the one that may be in hand. */
  start(kind: DrawingKind): void {
    if (this.#tool !== null) this.#dropDraft();
    this.#tool = kind;
    this.select(null);
  }

  /** Gives up the tool and what it has begun. */
  cancel(): void {
    if (this.#tool === null) return;
    this.#dropDraft();
    this.#endTool();
  }

  #dropDraft(): void {
    this.#parts.board.draft = null;
    this.#waitsForSecond = false;
    this.#keys.dropCursor();
  }

  select(id: string | null): void {
    const { board, events } = this.#parts;
    if (id === board.selectedId) return;
    board.selectedId = id;
    events.drawingSelected?.(id);
    this.#parts.repaint();
  }

  grab(point: ChartPoint): Grab | null {
    const { board } = this.#parts;
    if (!this.#parts.isOnPlot(point)) return null;
    if (this.#tool !== null) return this.#grabWithTool(this.#tool, point);
    const found = board.hitAt(point);
    if (found === null) {
      this.select(null);
      return null;
    }
    this.select(found.drawing.id);
    if (found.drawing.locked) return null;
    return {
      moved: (to) => {
        this.#dragging = true;
        board.dragged = dragDrawing(found.drawing, found.hit, point, to, board.plot);
        this.#parts.repaint();
      },
      released: () => this.#drop(),
      cancelled: () => {
        this.#dragging = false;
        board.dragged = null;
        this.#parts.repaint();
      },
    };
  }

  hover(point: ChartPoint | null): Cursor | null {
    const { board } = this.#parts;
    const over = point !== null && this.#parts.isOnPlot(point) ? point : null;
    if (this.#tool !== null) return this.#hoverWithTool(over);
    this.#pointer = over;
    if (this.#dragging) return 'grabbing';
    const found = over === null ? null : board.hitAt(over);
    this.#markHovered(found?.drawing.id ?? null);
    if (found === null) return null;
    return found.hit === 'whole' ? 'pointer' : 'grab';
  }

  takesKey(key: string, far: boolean): boolean {
    return this.#keys.takes(key, far);
  }

  doubleClicked(point: ChartPoint): boolean {
    if (this.#tool !== null || !this.#parts.isOnPlot(point)) return false;
    const found = this.#parts.board.hitAt(point);
    if (found?.drawing.kind === 'text-note') {
      this.#parts.events.drawingEditAsked?.(found.drawing.id);
    }
    return found !== null;
  }

  /** Tells a copy of a drawing, a little beside it, as a new one. */
  copy(id: string): void {
    const { board, events } = this.#parts;
    const drawing = board.get(id);
    if (drawing === null) return;
    const origin = { x: 0, y: 0 };
    events.drawingCreated?.(dragDrawing(drawing, 'whole', origin, COPY_OFFSET, board.plot));
  }

  /** Sets a point of the tool. */
  click(point: ChartPoint): void {
    if (this.#tool !== null) this.#grabWithTool(this.#tool, point).released?.(point, false);
  }

  #markHovered(id: string | null): void {
    const { board } = this.#parts;
    if (id === board.hoveredId) return;
    board.hoveredId = id;
    this.#parts.repaint();
  }

  #hoverWithTool(over: ChartPoint | null): Cursor | null {
    // A pointer at rest is looked at after every painting, and takes nothing out of the keys' hands.
    if (over?.x !== this.#pointer?.x || over?.y !== this.#pointer?.y) this.#keys.dropCursor();
    this.#pointer = over;
    if (over !== null && this.#parts.board.cursor === null && this.#waitsForSecond) {
      this.stretchTo(over);
    }
    return over === null ? null : 'crosshair';
  }

  #grabWithTool(kind: DrawingKind, point: ChartPoint): Grab {
    const { board } = this.#parts;
    const first = !this.#waitsForSecond;
    if (first) {
      board.draft = beginDrawing(kind, board.plot.pointAt(point));
      board.draftIsDone = false;
    }
    this.#parts.repaint();
    return {
      moved: (to) => this.stretchTo(to),
      released: (to, moved) => {
        this.stretchTo(to);
        // A click sets the first of two points; a drag, or a second click, sets both.
        if (first && !moved && !isOnePoint(kind)) this.#waitsForSecond = true;
        else this.#finish();
      },
      cancelled: () => this.cancel(),
    };
  }

  /** Moves the point that the tool has in hand. */
  stretchTo(point: ChartPoint): void {
    const { board } = this.#parts;
    const { draft } = board;
    if (draft === null) return;
    const at = board.plot.pointAt(point);
    const stretched =
      'from' in draft ? { ...draft, to: at } : { ...draft, ...beginDrawing(draft.kind, at) };
    // A pointer at rest is looked at again after every painting: without a change there is none.
    if (isSameShape(stretched, draft)) return;
    board.draft = stretched;
    this.#parts.repaint();
  }

  #finish(): void {
    const { board, events } = this.#parts;
    const shape = board.draft;
    if (shape === null || !hasExtent(shape)) {
      board.draft = null;
      this.#waitsForSecond = false;
      this.#parts.repaint();
      return;
    }
    board.draftIsDone = true;
    this.#endTool();
    events.drawingCreated?.(shape);
  }

  #endTool(): void {
    this.#tool = null;
    this.#waitsForSecond = false;
    this.#keys.dropCursor();
    this.#parts.repaint();
    this.#parts.events.drawingToolEnded?.();
  }

  /** What was dragged stays where it was dropped until the caller sets the drawings anew. */
  #drop(): void {
    const dragged: ChartDrawing | null = this.#parts.board.dragged;
    if (!this.#dragging || dragged === null) return;
    this.#dragging = false;
    this.#parts.events.drawingChanged?.(dragged);
  }
}
