import { type Drawing, MOST_DRAWINGS } from '../shared/domain/drawing/drawing';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { TapeoutClient } from '../shared/ipc/contract';

type Drawings = readonly Drawing[];

/** What went wrong with the drawings of an instrument; what the user drew stays on the chart. */
export type DrawingsFault = 'not-read' | 'not-saved' | 'too-many';

/** Changes that can be taken back. */
const MOST_STEPS = 200;

/**
 * The drawings of one instrument, the same on every chart that shows it. Each change is saved at once,
 * so that nothing is lost whenever the app ends; until they are read nothing is written over them.
 */
export class DrawingBook {
  readonly instrument: InstrumentId;
  readonly #client: TapeoutClient;
  readonly #told: (fault: DrawingsFault, book: DrawingBook) => void;
  #all = $state.raw<Drawings>([]);
  #past = $state.raw<readonly Drawings[]>([]);
  #future = $state.raw<readonly Drawings[]>([]);
  #isRead = $state.raw(false);
  #reading: Promise<void> | null = null;
  #savesFail = false;

  constructor(
    instrument: InstrumentId,
    client: TapeoutClient,
    told: (fault: DrawingsFault, book: DrawingBook) => void,
  ) {
    this.instrument = instrument;
    this.#client = client;
    this.#told = told;
  }

  /** Later ones lie over earlier ones. */
  get all(): Drawings {
    return this.#all;
  }

  /** Nothing can be drawn before. */
  get isRead(): boolean {
    return this.#isRead;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  get(id: string | null): Drawing | null {
    return this.#all.find((drawing) => drawing.id === id) ?? null;
  }

  /** Asks main once; again after a failure. */
  read(): Promise<void> {
    if (this.#isRead) return Promise.resolve();
    this.#reading ??= this.#ask().finally(() => (this.#reading = null));
    return this.#reading;
  }

  /** @returns false where there are too many already */
  add(drawing: Drawing): boolean {
    if (this.#all.length >= MOST_DRAWINGS) {
      this.#told('too-many', this);
      return false;
    }
    this.#change([...this.#all, drawing]);
    return true;
  }

  /** Puts a drawing in place of the one that has its id. */
  replace(drawing: Drawing): void {
    this.#change(this.#all.map((one) => (one.id === drawing.id ? drawing : one)));
  }

  /** A locked one stays. */
  remove(id: string): void {
    this.#change(this.#all.filter((one) => one.id !== id || one.locked));
  }

  /** Removes all that are not locked. @returns how many that were */
  clear(): number {
    const kept = this.#all.filter(({ locked }) => locked);
    const removed = this.#all.length - kept.length;
    if (removed > 0) this.#change(kept);
    return removed;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.#all, ...this.#future];
    this.#show(before);
  }

  redo(): void {
    const [after, ...later] = this.#future;
    if (after === undefined) return;
    this.#past = [...this.#past, this.#all];
    this.#future = later;
    this.#show(after);
  }

  /** Saves what is there, as each change does by itself. */
  async save(): Promise<void> {
    const { instrument } = this;
    try {
      await this.#client.charts.putDrawings({ instrument, all: { drawings: [...this.#all] } });
      this.#savesFail = false;
    } catch {
      if (!this.#savesFail) this.#told('not-saved', this);
      this.#savesFail = true;
    }
  }

  #change(drawings: Drawings): void {
    if (!this.#isRead || isSame(drawings, this.#all)) return;
    this.#past = [...this.#past, this.#all].slice(-MOST_STEPS);
    this.#future = [];
    this.#show(drawings);
  }

  #show(drawings: Drawings): void {
    this.#all = drawings;
    void this.save();
  }

  async #ask(): Promise<void> {
    try {
      this.#all = await this.#client.charts.getDrawings({ instrument: this.instrument });
      this.#isRead = true;
    } catch {
      this.#told('not-read', this);
    }
  }
}

function isSame(one: Drawings, other: Drawings): boolean {
  return one.length === other.length && one.every((drawing, i) => drawing === other[i]);
}
