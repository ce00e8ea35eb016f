import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import { yahooSpelling } from '../../../../src/shared/domain/instrument/yahoo-spelling';
import { allExchangeCodes, EXCHANGE_BOOK } from '../exchange-codes';

/** Yahoo's spelling; null for a venue that it does not have. */
export function toYahooSymbol(id: InstrumentId): string | null {
  return yahooSpelling(EXCHANGE_BOOK, id);
}

/**
 * The instrument that a line of Yahoo's search stands for; null where no exchange of ours does.
 *
 * @param exchange - Yahoo's own code of the exchange (`NMS`)
 * @param kind - Yahoo's `quoteType` in capitals
 */
export function fromYahooSymbol(
  symbol: string,
  exchange: string,
  kind: string,
): InstrumentId | null {
  if (kind === 'CRYPTOCURRENCY') return `CRYPTO:${symbol}`;
  if (kind === 'CURRENCY') return `FOREX:${symbol.replace(/=X$/, '')}`;
  if (kind === 'INDEX') return `INDEX:${symbol}`;
  const found = allExchangeCodes().find(({ yahoo }) => yahoo?.exchangeCodes.includes(exchange));
  if (!found?.yahoo || !symbol.endsWith(found.yahoo.suffix)) return null;
  const code = symbol.slice(0, symbol.length - found.yahoo.suffix.length);
  return `${found.mic}:${fromYahooCode(found.mic, code)}`;
}

function fromYahooCode(mic: string, code: string): string {
  if (mic === 'XHKG') return code.padStart(5, '0');
  return code.replaceAll('-', '.');
}
