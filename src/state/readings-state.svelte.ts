import { createReadings, NO_READINGS, type Readings } from '../shared/domain/text/readings';

/** How Chinese characters sound. The table is large, so that it comes when a search begins. */
export class ReadingsState {
  #readings = $state.raw<Readings>(NO_READINGS);
  #loading: Promise<void> | null = null;

  /** None before the table is there; what reads them is told when it comes. */
  get current(): Readings {
    return this.#readings;
  }

  /** Once is enough. */
  async load(): Promise<void> {
    await (this.#loading ??= this.#read());
  }

  async #read(): Promise<void> {
    const { PINYIN_TABLE } = await import('../shared/domain/text/pinyin-table');
    this.#readings = createReadings(PINYIN_TABLE);
  }
}
