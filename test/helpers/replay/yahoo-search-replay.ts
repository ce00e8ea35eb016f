import catalogue from '../../../assets/instruments/catalogue.json';
import { exchangeCodes } from '../../../electron/market/providers/exchange-codes';
import { toYahooSymbol } from '../../../electron/market/providers/yahoo/yahoo-symbol';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import type { ReplayRoute } from './replay-server';

/** Yahoo's search among the instruments that it is given, with lines beside them that are none of ours. */
export function yahooSearchRoute(ids: readonly InstrumentId[]): ReplayRoute {
  return (url) => {
    const text = url.searchParams.get('q')?.toLowerCase();
    if (url.pathname !== '/v1/finance/search' || text === undefined) return null;
    const quotes = catalogue.instruments
      .filter(({ id }) => ids.includes(id as InstrumentId))
      .filter(({ name }) => name.en.toLowerCase().includes(text))
      .map(({ id, name }) => ({
        symbol: toYahooSymbol(id as InstrumentId),
        exchange: exchangeCodes(splitInstrumentId(id as InstrumentId).mic)?.yahoo?.exchangeCodes[0],
        ...{ quoteType: 'EQUITY', longname: name.en, isYahooFinance: true },
      }));
    const foreign = { symbol: 'NOWHERE.XX', exchange: 'ZZZ', quoteType: 'EQUITY' };
    return JSON.stringify({ explains: [], count: quotes.length, quotes: [...quotes, foreign, {}] });
  };
}
