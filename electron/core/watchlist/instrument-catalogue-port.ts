import type { Instrument } from '../../../src/shared/domain/instrument/instrument';

/** The instruments that the app knows by itself, in the order of the catalogue. */
export interface InstrumentCatalogue {
  /** @returns the same array at every call */
  load(): Promise<readonly Instrument[]>;
}
