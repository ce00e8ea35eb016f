import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';

const AMERICAN = new Set(['XNAS', 'XNYS', 'ARCX']);

/** True where the free plans of the sources with a key have the instrument. */
export function isAmerican(instrument: InstrumentId): boolean {
  return AMERICAN.has(splitInstrumentId(instrument).mic);
}
