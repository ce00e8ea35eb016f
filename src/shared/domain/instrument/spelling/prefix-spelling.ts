import { exchangeIds } from '../exchange-code';
import type { InstrumentId } from '../instrument';
import {
  ask,
  settled,
  type SymbolContext,
  type SymbolFamily,
  type SymbolReading,
} from '../symbol-reading';

const PREFIXED = /^([A-Z0-9]{2,12}):([^:]+)$/;
/** Tokyo at TradingView, Toronto at Google, Taiwan in its own information system. */
const THREE_EXCHANGES = 'TSE';

/**
 * Exchange, colon, code: MICs (`XHKG:02513`), TradingView (`HKEX:2513`), TWS (`SEHK:2513`). One
 * prefix may stand for several boards: `KRX`, `EURONEXT`.
 */
export const readPrefix: SymbolFamily = ({ upper }, { book, find }) => {
  const [, prefix = '', code = ''] = PREFIXED.exec(upper) ?? [];
  const ids = exchangeIds(book, book.byPrefix.get(prefix) ?? [], code);
  // TradingView has indices there, too: `CBOE:VIX`.
  if (prefix === 'CBOE') return ids.some((id) => find(id)) ? settled(ids) : ask(ids);
  return prefix === THREE_EXCHANGES ? readThreeExchanges(code, ids, { book, find }) : settled(ids);
};

/**
 * Tokyo has most of the numbers, so that Taiwan is offered where the catalogue knows its share. What
 * only one of the three can have (`285A`, `SHOP`) is settled.
 */
function readThreeExchanges(
  code: string,
  tokyo: readonly InstrumentId[],
  { book, find }: Pick<SymbolContext, 'book' | 'find'>,
): readonly SymbolReading[] {
  if (/^\d{3}[A-Z]$/.test(code)) return settled(tokyo);
  if (!/^\d+$/.test(code)) return settled(exchangeIds(book, ['XTSE'], code));
  return ask([...tokyo, ...exchangeIds(book, ['XTAI'], code).filter((id) => find(id))]);
}
