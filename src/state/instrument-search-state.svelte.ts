import type { Instrument } from '../shared/domain/instrument/instrument';
import type { TapeoutClient } from '../shared/ipc/contract';

/** How long the typing has to rest before sources are asked: they count their questions. */
const REST_MS = 350;
const SHORTEST = 2;

/** Instruments that the sources of the network know by a name or code. */
export class InstrumentSearchState {
  readonly #client: TapeoutClient;
  #found = $state.raw<readonly Instrument[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Tells the answer to the last question from those to earlier ones. */
  #serial = 0;

  constructor(client: TapeoutClient) {
    this.#client = client;
  }

  get found(): readonly Instrument[] {
    return this.#found;
  }

  /** Asks once the typing rests; what was found before goes at once. */
  ask(text: string): void {
    this.dispose();
    this.#found = [];
    const wanted = text.trim();
    if (wanted.length < SHORTEST) return;
    this.#timer = setTimeout(() => void this.#search(wanted), REST_MS);
  }

  /** An answer that is under way is dropped. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#serial++;
  }

  async #search(text: string): Promise<void> {
    const serial = ++this.#serial;
    const { instruments } = await this.#client.instruments.search({ text });
    if (serial === this.#serial) this.#found = instruments;
  }
}
