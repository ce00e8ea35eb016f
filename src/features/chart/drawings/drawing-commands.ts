import type { ChartDrawing, DrawingShape } from '../../../chart/drawing-types';
import {
  type Drawing,
  type DrawingLook,
  LONGEST_NOTE,
  PLAIN_LOOK,
} from '../../../shared/domain/drawing/drawing';
import type { Chart } from '../../../state/chart.svelte';
import type { Desk } from '../../../state/desk.svelte';
import type { DrawingBook } from '../../../state/drawing-book.svelte';

/** What can be done with drawings on one chart, by mouse, toolbar or keys. */
export class DrawingCommands {
  readonly #desk: Desk;
  readonly #chart: Chart;

  constructor(desk: Desk, chart: Chart) {
    this.#desk = desk;
    this.#chart = chart;
  }

  /** Those of the instrument on the chart; null while there is none. */
  get book(): DrawingBook | null {
    const { instrument } = this.#chart.series;
    return instrument === null ? null : this.#desk.drawings.of(instrument);
  }

  get selected(): Drawing | null {
    return this.book?.get(this.#chart.drawing.selectedId) ?? null;
  }

  /** Takes up a tool (null: the pointer). Where the drawings could not be read it tries that again. */
  async take(tool: Drawing['kind'] | null): Promise<void> {
    if (tool !== null) await this.book?.read();
    if (tool === null || this.book?.isRead) this.#chart.drawing.tool = tool;
  }

  /** Keeps what was drawn; the text of a note is asked for first. */
  keep(shape: DrawingShape): void {
    const { drawing } = this.#chart;
    if (shape.kind === 'text-note' && shape.text === '') {
      drawing.note = { id: null, at: shape.at, text: '' };
      return;
    }
    const { look } = this.#desk.drawings;
    const id = this.#desk.drawings.newId();
    const { interval } = this.#chart.series;
    const looked = shape.look || look === PLAIN_LOOK ? shape : { ...shape, look };
    // A copy of a locked drawing is there to be moved.
    const made = { ...looked, id, interval, locked: false };
    if (this.book?.add(made)) drawing.selectedId = id;
  }

  /** Keeps what was moved on the chart. */
  change(drawing: ChartDrawing): void {
    this.book?.replace({ ...drawing, interval: this.#chart.series.interval });
  }

  /** Opens the text of a note. */
  editNote(id: string): void {
    const note = this.book?.get(id);
    if (note?.kind !== 'text-note' || note.locked) return;
    this.#chart.drawing.note = { id, at: note.at, text: note.text };
  }

  /** Keeps the text of the open note; an empty one removes it. */
  writeNote(written: string): void {
    const { note } = this.#chart.drawing;
    const text = [...written.trim()].slice(0, LONGEST_NOTE).join('');
    this.#chart.drawing.note = null;
    if (note === null) return;
    const known = this.book?.get(note.id);
    if (known?.kind !== 'text-note') {
      if (text !== '') this.keep({ kind: 'text-note', at: note.at, text });
    } else if (text === '') this.book?.remove(known.id);
    else if (text !== known.text) this.book?.replace({ ...known, text });
  }

  setLook(patch: Partial<DrawingLook>): void {
    const { selected, book } = this;
    if (!selected) return;
    const look = { ...(selected.look ?? PLAIN_LOOK), ...patch };
    this.#desk.drawings.look = look;
    book?.replace({ ...selected, look });
  }

  toggleLock(): void {
    const { selected, book } = this;
    if (!selected) return;
    book?.replace({ ...selected, locked: !selected.locked });
  }

  remove(id: string | null): void {
    if (id === null) return;
    const { notices, t } = this.#desk;
    if (this.book?.get(id)?.locked) notices.show(t.drawings.lockedStay);
    else this.book?.remove(id);
  }

  removeAll(): void {
    const { book } = this;
    if (!book) return;
    const { notices, t } = this.#desk;
    const removed = book.clear();
    if (removed > 0) {
      const undo = { label: t.drawings.undoRemoval, run: () => book.undo() };
      notices.show(t.drawings.removed(removed), undo);
    } else if (book.all.length > 0) notices.show(t.drawings.lockedStay);
  }
}
