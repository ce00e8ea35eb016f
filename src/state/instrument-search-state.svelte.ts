import type { Instrument, InstrumentId } from '../shared/domain/instrument/instrument';
import type { Resolution } from '../shared/domain/instrument/resolve-symbol';
import type { TapeoutClient } from '../shared/ipc/contract';

/** How long the typing has to rest before sources are asked: they count their questions. */
const REST_MS = 350;
/** Sources find nothing useful for a single letter. */
const SHORTEST = 2;
/** Nothing longer is a spelling or a name. */
const LONGEST = 64;
const NO_MEANING: Resolution = { candidates: [], ambiguous: false };

/** What a text means by its spelling, and what the sources of the network know by it. */
export class InstrumentSearchState {
  readonly #client: TapeoutClient;
  #found = $state.raw<readonly Instrument[]>([]);
  #meaning = $state.raw<Resolution>(NO_MEANING);
  #failed = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading: Promise<void> = Promise.resolve();
  /** Tells answers to the last question from those to earlier ones. */
  #serial = 0;

  constructor(client: TapeoutClient) {
    this.#client = client;
  }

  /** What the sources found. */
  get found(): readonly Instrument[] {
    return this.#found;
  }

  /** What the text means by its spelling or as a name; no source is asked for it. */
  get meaning(): Resolution {
    return this.#meaning;
  }

  /** True where the last text could not be looked up; what the page knows itself is not concerned. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Reads the spelling at once and asks the sources once the typing rests; earlier answers go. */
  ask(text: string): void {
    this.dispose();
    [this.#found, this.#meaning, this.#failed] = [[], NO_MEANING, false];
    const wanted = text.trim();
    if (wanted === '' || wanted.length > LONGEST) return;
    const serial = this.#serial;
    this.#reading = this.#read(wanted, serial);
    if (wanted.length < SHORTEST) return;
    this.#timer = setTimeout(() => void this.#search(wanted, serial), REST_MS);
  }

  /** Settles once the meaning of the last text is there, so that a quick Enter does not overtake it. */
  meaningRead(): Promise<void> {
    return this.#reading;
  }

  /**
   * Keeps one of {@link meaning} or {@link found} in the catalogue.
   *
   * @returns false where it could not be stored; it can be listed all the same
   */
  async keep(id: InstrumentId): Promise<boolean> {
    try {
      await this.#client.instruments.learn({ id });
      return true;
    } catch {
      return false;
    }
  }

  /** An answer that is under way is dropped. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#serial++;
  }

  async #read(text: string, serial: number): Promise<void> {
    try {
      const meaning = await this.#client.instruments.resolve({ text });
      if (serial === this.#serial) this.#meaning = meaning;
    } catch {
      if (serial === this.#serial) this.#failed = true;
    }
  }

  async #search(text: string, serial: number): Promise<void> {
    try {
      const { instruments } = await this.#client.instruments.search({ text });
      if (serial === this.#serial) this.#found = instruments;
    } catch {
      if (serial === this.#serial) this.#failed = true;
    }
  }
}
