import { type DrawingLook, PLAIN_LOOK } from '../shared/domain/drawing/drawing';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { TapeoutClient } from '../shared/ipc/contract';
import { DrawingBook, type DrawingsFault } from './drawing-book.svelte';

/** What users have drawn, by instrument: charts of one instrument show the same drawings. */
export class DrawingsState {
  readonly #client: TapeoutClient;
  readonly #told: (fault: DrawingsFault, book: DrawingBook) => void;
  readonly #newId: () => string;
  readonly #books = new Map<InstrumentId, DrawingBook>();
  /** That of the drawing that was styled last: the next one has it too. */
  look = $state.raw<DrawingLook>(PLAIN_LOOK);

  constructor(
    client: TapeoutClient,
    told: (fault: DrawingsFault, book: DrawingBook) => void,
    newId: () => string = () => crypto.randomUUID(),
  ) {
    this.#client = client;
    this.#told = told;
    this.#newId = newId;
  }

  newId(): string {
    return this.#newId();
  }

  /** Empty until it is asked to `read()`. */
  of(instrument: InstrumentId): DrawingBook {
    const book = this.#books.get(instrument) ?? this.#makeBook(instrument);
    this.#books.set(instrument, book);
    return book;
  }

  #makeBook(instrument: InstrumentId): DrawingBook {
    return new DrawingBook(instrument, this.#client, this.#told);
  }
}
