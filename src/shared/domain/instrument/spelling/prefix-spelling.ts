import { exchangeIds } from '../exchange-code';
import { ask, settled, type SymbolFamily } from '../symbol-reading';

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
  if (prefix !== THREE_EXCHANGES) return settled(ids);
  // No other of the three has codes such as `285A`.
  if (/^\d{3}[A-Z]$/.test(code)) return settled(ids);
  return ask(ids.length > 0 ? ids : exchangeIds(book, ['XTSE'], code));
};
