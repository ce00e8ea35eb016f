import type { ExchangeBook } from './exchange-book';
import type { InstrumentId } from './instrument';

/** Exchanges whose share classes stand behind a dot (`BRK.B`), whatever a spelling puts there. */
const WITH_CLASSES: ReadonlySet<string> = new Set(['XNAS', 'XNYS', 'ARCX', 'XTSE', 'XLON']);
/** A code of an exchange whose codes are not known closer. */
const ANY_CODE = /^[A-Z0-9][A-Z0-9.-]{0,11}$/;
const HONG_KONG_DIGITS = 5;

/**
 * The id of a code at an exchange, the code as the exchange writes it (Hong Kong: five digits;
 * a share class behind a dot).
 *
 * @param code - in capitals
 * @returns null where the exchange is not known or cannot have that code
 */
export function exchangeId(book: ExchangeBook, mic: string, code: string): InstrumentId | null {
  const exchange = book.byMic.get(mic);
  if (!exchange) return null;
  const own = ownCode(exchange.mic, code);
  return fits(exchange.codePattern ?? ANY_CODE, own, exchange.mic)
    ? `${exchange.mic}:${own}`
    : null;
}

/** The ids of a code at several exchanges; those that cannot have it are left out. */
export function exchangeIds(
  book: ExchangeBook,
  mics: readonly string[],
  code: string,
): readonly InstrumentId[] {
  return mics.flatMap((mic) => exchangeId(book, mic, code) ?? []);
}

function ownCode(mic: string, code: string): string {
  if (mic === 'XHKG') return code.padStart(HONG_KONG_DIGITS, '0');
  if (!WITH_CLASSES.has(mic)) return code;
  // London writes two letters with a dot behind them (`BP.`), which no other source does.
  const dotted = code.replace(/[-/_$ ]/g, '.');
  return mic === 'XLON' ? dotted.replace(/\.$/, '') : dotted;
}

function fits(pattern: RegExp, code: string, mic: string): boolean {
  if (/^0+$/.test(code) || !ANY_CODE.test(code)) return false;
  if (pattern.test(code)) return true;
  const [base = '', shareClass, ...more] = code.split('.');
  const isClass = shareClass !== undefined && more.length === 0 && /^[A-Z]{1,2}$/.test(shareClass);
  return isClass && WITH_CLASSES.has(mic) && pattern.test(base);
}
