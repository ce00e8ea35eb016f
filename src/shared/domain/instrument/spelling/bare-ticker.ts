import { exchangeIds } from '../exchange-code';
import { settled, type SymbolFamily, type SymbolText } from '../symbol-reading';

/** A share class or a unit may follow: `BRK-B`, `BRK.B`, `BRK B`. */
const US_TICKER = /^[A-Z]{1,5}([.\-/ ]([A-C]|U|WS))?$/;
/** `usB` is a share called B at Tencent, `USB` and `usb` are a ticker. */
export const TENCENT_CASE = /^(us|hk)[A-Z]/;

/** True for what a ticker of the United States looks like. */
export function isUsTicker({ written, upper }: SymbolText): boolean {
  return US_TICKER.test(upper) && !TENCENT_CASE.test(written);
}

/**
 * A ticker and nothing else, `NVDA`: the boards of the United States share one set of tickers, so
 * that the one that the catalogue knows is meant; one that it does not know may be of any board.
 */
export const readBareTicker: SymbolFamily = (text, { book }) =>
  isUsTicker(text) ? settled(exchangeIds(book, book.unitedStates, text.upper)) : [];
