import type { ExchangeBook } from './exchange-book';
import { type InstrumentId, splitInstrumentId } from './instrument';

/** Yahoo writes Hong Kong codes with four digits at least. */
const HONG_KONG_DIGITS = 4;

/** Yahoo's spelling: `2513.HK`, `BRK-B`, `^GSPC`, `EURUSD=X`; null for a venue that it does not have. */
export function yahooSpelling(
  { byMic }: Pick<ExchangeBook, 'byMic'>,
  id: InstrumentId,
): string | null {
  const { mic, code } = splitInstrumentId(id);
  if (mic === 'CRYPTO' || mic === 'INDEX') return code;
  if (mic === 'FOREX') return `${code}=X`;
  const exchange = byMic.get(mic);
  return exchange ? `${yahooCode(mic, code)}${exchange.yahooSuffix}` : null;
}

function yahooCode(mic: string, code: string): string {
  if (mic === 'XHKG') return String(Number(code)).padStart(HONG_KONG_DIGITS, '0');
  return code.replaceAll('.', '-').replaceAll('/', '-');
}
