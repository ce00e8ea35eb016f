import { exchangeIds } from '../exchange-code';
import { mainlandMic } from '../mainland-code';
import { settled, type SymbolFamily } from '../symbol-reading';

const BLOOMBERG = /^(\S+) ([A-Z][A-Z0-9])( EQUITY)?$/;
const MAINLAND_COMPOSITE = 'CH';

/** Code, blank, country or exchange: `2513 HK`, `NVDA US Equity`, `BRK/B US`. */
export const readBloomberg: SymbolFamily = ({ upper }, { book }) => {
  const [, code = '', exchange = ''] = BLOOMBERG.exec(upper) ?? [];
  const mainland = exchange === MAINLAND_COMPOSITE ? mainlandMic(code) : null;
  const mics = mainland === null ? (book.byBloomberg.get(exchange) ?? []) : [mainland];
  return settled(exchangeIds(book, mics, code));
};
