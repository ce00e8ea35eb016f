import type { ExchangeBook, VendorPrefix } from '../exchange-book';
import { exchangeIds } from '../exchange-code';
import type { InstrumentId } from '../instrument';
import { isUsTicker } from './bare-ticker';
import { isCurrencyPair } from './pair-parts';
import { settled, type SymbolFamily } from '../symbol-reading';

const UNITED_STATES = 'US';

/**
 * Market and code in one word: Tencent and Sina (`hk02513`, `r_hk02513`, `sh688256`, `usNVDA.OQ`,
 * `gb_nvda`), the Taiwanese market information system (`tse_2330.tw`).
 */
export const readVendor: SymbolFamily = (text, { book }) => {
  const { upper } = text;
  const vendor = book.vendorPrefixes.find(
    ({ prefix, suffix }) => upper.startsWith(prefix) && upper.endsWith(suffix),
  );
  if (!vendor) return [];
  const code = upper.slice(vendor.prefix.length, upper.length - vendor.suffix.length);
  if (vendor.prefix !== UNITED_STATES) return settled(exchangeIds(book, vendor.mics, code));
  // What is short enough for a ticker is one, unless its capitals say otherwise; `USDHKD` is a rate.
  return isUsTicker(text) || isCurrencyPair(upper) ? [] : settled(tencentIds(book, vendor, code));
};

/** Tencent may say the board behind the ticker: `usSPY.AM`. */
function tencentIds(
  book: ExchangeBook,
  { mics }: VendorPrefix,
  code: string,
): readonly InstrumentId[] {
  for (const mic of mics) {
    const suffix = book.byMic.get(mic)?.tencentSuffix;
    if (suffix && code.endsWith(suffix)) {
      return exchangeIds(book, [mic], code.slice(0, -suffix.length));
    }
  }
  return exchangeIds(book, mics, code);
}
