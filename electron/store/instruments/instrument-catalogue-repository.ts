import type { Instrument } from '../../../src/shared/domain/instrument/instrument';
import type { InstrumentCatalogue } from '../../core/watchlist/instrument-catalogue-port';

/** The instruments that come with the app. */
export class BundledInstrumentCatalogueRepository implements InstrumentCatalogue {
  async load(): Promise<readonly Instrument[]> {
    const { BUNDLED_INSTRUMENTS } = await import('./bundled-catalogue');
    return BUNDLED_INSTRUMENTS;
  }
}
