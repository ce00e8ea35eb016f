import { exchangeIds } from '../exchange-code';
import { isBeijingCode } from '../mainland-code';
import {
  ask,
  settled,
  type SymbolContext,
  type SymbolFamily,
  type SymbolReading,
} from '../symbol-reading';

const EASTMONEY = /^(\d{1,3})\.([A-Z0-9._-]+)$/;
const TONGDAXIN_MAINLAND = /^([01])(\d{6})$/;
const TONGDAXIN_OTHER = /^(31|74)#([A-Z0-9.]+)$/;
const TONGDAXIN_US_INDEX = /^12#([A-Z0-9.]+)$/;
const WORDS = /^(港股|美股)[: ]?([A-Z0-9.]+)$/;
const SHORT_NUMBER = /^\d{1,4}$/;

/** Market number, dot, code at Eastmoney: `116.02513`, `105.NVDA`, `1.688256`. */
export const readEastmoney: SymbolFamily = ({ upper }, { book }) => {
  const [, market = '', code = ''] = EASTMONEY.exec(upper) ?? [];
  // `116.5` is a price, and Shenzhen's number also holds Beijing.
  if (SHORT_NUMBER.test(code) || isBeijingCode(code)) return [];
  return settled(exchangeIds(book, book.byEastmoney.get(market) ?? [], code));
};

/** Lines of a block file of Tongdaxin: `1600519`, `0000001`, `31#02513`, `74#AAPL`, `12#NDX`. */
export const readTongdaxin: SymbolFamily = ({ upper }, context) => {
  const { book } = context;
  const [, market, digits = ''] = TONGDAXIN_MAINLAND.exec(upper) ?? [];
  if (market !== undefined) {
    if (isBeijingCode(digits)) return [];
    return settled(exchangeIds(book, [market === '1' ? 'XSHG' : 'XSHE'], digits));
  }
  const [, index] = TONGDAXIN_US_INDEX.exec(upper) ?? [];
  if (index !== undefined) return readUsIndex(index, context);
  const [, group, code = ''] = TONGDAXIN_OTHER.exec(upper) ?? [];
  if (group === undefined) return [];
  return settled(exchangeIds(book, group === '31' ? ['XHKG'] : book.unitedStates, code));
};

/** Market in a Chinese word: `港股02513`, `美股NVDA`. */
export const readChineseWord: SymbolFamily = ({ upper }, { book }) => {
  const [, word, code = ''] = WORDS.exec(upper) ?? [];
  if (word === undefined) return [];
  return settled(exchangeIds(book, word === '港股' ? ['XHKG'] : book.unitedStates, code));
};

/** Its names of indices are mostly those of Reuters and Yahoo; one that nobody knows is an offer. */
function readUsIndex(name: string, { aliased }: SymbolContext): readonly SymbolReading[] {
  const known = [...new Set([`.${name}`, `^${name}`].flatMap((alias) => aliased(alias)))];
  return known.length > 0 ? settled(known) : ask([`INDEX:^${name}`]);
}
