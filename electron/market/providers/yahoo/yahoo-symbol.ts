import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import { allExchangeCodes, exchangeCodes } from '../exchange-codes';

/** Yahoo writes Hong Kong codes with four digits at least. */
const HONG_KONG_DIGITS = 4;

/** Yahoo's spelling; null for a venue that it does not have. */
export function toYahooSymbol(id: InstrumentId): string | null {
  const { mic, code } = splitInstrumentId(id);
  if (mic === 'CRYPTO' || mic === 'INDEX') return code;
  if (mic === 'FOREX') return `${code}=X`;
  const yahoo = exchangeCodes(mic)?.yahoo;
  return yahoo ? `${toYahooCode(mic, code)}${yahoo.suffix}` : null;
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

function toYahooCode(mic: string, code: string): string {
  if (mic === 'XHKG') return String(Number(code)).padStart(HONG_KONG_DIGITS, '0');
  return code.replaceAll('.', '-').replaceAll('/', '-');
}

function fromYahooCode(mic: string, code: string): string {
  if (mic === 'XHKG') return code.padStart(5, '0');
  return code.replaceAll('-', '.');
}
