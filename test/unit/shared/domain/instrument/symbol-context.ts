import { createExchangeBook } from '../../../../../src/shared/domain/instrument/exchange-book';
import {
  type ExchangeCodes,
  readExchangeCodes,
} from '../../../../../src/shared/domain/instrument/exchange-codes';
import type {
  SymbolContext,
  SymbolFamily,
} from '../../../../../src/shared/domain/instrument/symbol-reading';
import { catalogue, readAsset } from '../../../../helpers/announcement-set';

export const EXCHANGES: readonly ExchangeCodes[] = readExchangeCodes(
  readAsset('exchanges/exchanges.json'),
);
const instruments = new Map(catalogue.map((line) => [line.id as string, line]));

/** The exchanges and the catalogue of the app. */
export const CONTEXT: SymbolContext = {
  book: createExchangeBook(EXCHANGES),
  find: (id) => instruments.get(id),
  aliased: (alias) =>
    catalogue.filter(({ aliases }) => aliases.includes(alias)).map(({ id }) => id),
  cryptoVenue: 'BINANCE',
};

/** What one family reads: the ids in its order, a question mark behind them where it asks. */
export function readBy(family: SymbolFamily, written: string): string {
  const readings = family({ written, upper: written.toUpperCase() }, CONTEXT);
  return readings
    .map(({ ids, certainty }) => `${ids.join(' ')}${certainty === 'ask' ? ' ?' : ''}`)
    .join(' | ');
}
