import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { InstrumentCatalogueService } from '../core/instruments/instrument-catalogue-service';

export interface InstrumentsHandlerParts {
  readonly catalogue: Pick<InstrumentCatalogueService, 'resolve' | 'search' | 'learnFound'>;
}

export function createInstrumentsHandlers({
  catalogue,
}: InstrumentsHandlerParts): TapeoutHandlers['instruments'] {
  return {
    resolve: ({ text }) => catalogue.resolve(text),
    search: ({ text }) => catalogue.search(text),
    learn: ({ id }) => ({ learned: catalogue.learnFound(id) }),
  };
}
