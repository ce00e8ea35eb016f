import exchanges from '../../../../../assets/exchanges/exchanges.json';
import { FileReader } from '../../../../../electron/data/import/file-reader';
import { createZoneClock } from '../../../../../src/shared/domain/calendar/zone-clock';
import { readExchangeCodes } from '../../../../../src/shared/domain/instrument/exchange-codes';
import { createSymbolResolver } from '../../../../../src/shared/domain/instrument/resolve-symbol';
import { splitInstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { CATALOGUE } from '../catalogue';

const ZONES: Readonly<Record<string, string>> = {
  XNAS: 'America/New_York',
  XHKG: 'Asia/Hong_Kong',
};

/** As `data-process.ts` puts it together, with the test's own catalogue. */
export function fileReaderForTest(): FileReader {
  const resolver = createSymbolResolver(readExchangeCodes(exchanges), CATALOGUE);
  return new FileReader({
    resolver: () => resolver,
    exchangeClock: (id) => {
      const zone = ZONES[splitInstrumentId(id).mic];
      return zone === undefined ? undefined : createZoneClock(zone);
    },
    zoneClock: createZoneClock,
  });
}
