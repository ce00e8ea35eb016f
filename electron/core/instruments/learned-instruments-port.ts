import type { Instrument } from '../../../src/shared/domain/instrument/instrument';

/** Keeps instruments that were found by searching and picked by the user. */
export interface LearnedInstruments {
  /** In the order of the learning; a line that cannot be read is left out, and left alone. */
  readAll(): readonly Instrument[];

  /**
   * Adds one or replaces what is stored under its id, durably before it returns.
   *
   * @param learnedAt - UTC milliseconds
   * @throws what the store throws (disk full, input/output error)
   */
  write(instrument: Instrument, learnedAt: number): void;
}
