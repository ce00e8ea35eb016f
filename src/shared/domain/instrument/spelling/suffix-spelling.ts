import { exchangeIds } from '../exchange-code';
import { settled, type SymbolFamily } from '../symbol-reading';

const SUFFIXED = /^(.+)\.([A-Z]{1,4})$/;
/** Reuters writes a share class as a small letter: `BRKb.N`. */
const REUTERS_CLASS = /^([A-Z]+)([a-z])(\.[A-Z]{1,2})$/;

/**
 * Code, dot, exchange: Yahoo (`2513.HK`), Reuters (`NVDA.OQ`), Stooq and Longbridge (`NVDA.US`),
 * MICs (`688256.XSHG`).
 */
export const readSuffix: SymbolFamily = ({ written }, { book }) => {
  const text = written.replace(REUTERS_CLASS, '$1.$2$3').toUpperCase();
  const [, code = '', suffix = ''] = SUFFIXED.exec(text) ?? [];
  return settled(exchangeIds(book, book.bySuffix.get(suffix) ?? [], code));
};
