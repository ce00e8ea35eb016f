import { exchangeIds } from '../exchange-code';
import type { InstrumentId } from '../instrument';
import { isBeijingCode, mainlandMic } from '../mainland-code';
import { ask, settled, type SymbolContext, type SymbolFamily } from '../symbol-reading';

const KOREA = ['XKRX', 'XKOS'];
const TAIWAN = ['XTAI', 'ROCO'];
/** Exchanges with codes of digits, whose known instruments contradict any rule about bare numbers. */
const NUMERIC = ['XHKG', 'XSHG', 'XSHE', ...KOREA, ...TAIWAN, 'XTKS'];
/** Ordinary shares end in 0, preferred ones in 5, 7 and 9. */
const KOREAN_SHARE = /^[0-4]\d{4}[0579]$/;

/**
 * A code and nothing else. Five digits with a leading zero are Hong Kong and six digits are mainland
 * China, unless the catalogue knows another instrument of that number; every other number asks.
 */
export const readBareDigits: SymbolFamily = ({ upper }, context) => {
  if (/^\d{3}[A-Z]$/.test(upper)) return ask(exchangeIds(context.book, ['XTKS'], upper));
  if (!/^\d{1,6}$/.test(upper)) return [];
  const others = exchangeIds(context.book, NUMERIC, upper).filter((id) => context.find(id));
  const own = ownMarkets(upper, context);
  const ids = [...new Set([...own.ids, ...others])];
  return own.isRule && ids.length === 1 ? settled(ids) : ask(ids);
};

interface OwnMarkets {
  readonly ids: readonly InstrumentId[];
  /** True where so many digits by themselves say the market. */
  readonly isRule: boolean;
}

function ownMarkets(code: string, context: SymbolContext): OwnMarkets {
  const at = (...mics: string[]) => exchangeIds(context.book, mics, code);
  if (code.length === 6) return sixDigits(code, context);
  if (code.length === 5) return { ids: at('XHKG'), isRule: code.startsWith('0') };
  if (code.length < 4) return { ids: at('XHKG'), isRule: false };
  const tokyo = code.startsWith('0') ? [] : at('XTKS');
  return { ids: [...at('XHKG'), ...tokyo, ...oneBoard(code, TAIWAN, context)], isRule: false };
}

function sixDigits(code: string, context: SymbolContext): OwnMarkets {
  const mainland = mainlandMic(code);
  if (mainland !== null) return { ids: exchangeIds(context.book, [mainland], code), isRule: true };
  const isKorean = KOREAN_SHARE.test(code) && !isBeijingCode(code);
  return { ids: isKorean ? oneBoard(code, KOREA, context) : [], isRule: false };
}

/** Boards of one country share one set of codes: the one that the catalogue knows is meant. */
function oneBoard(
  code: string,
  mics: readonly string[],
  { book, find }: SymbolContext,
): readonly InstrumentId[] {
  const ids = exchangeIds(book, mics, code);
  const known = ids.filter((id) => find(id));
  return known.length > 0 ? known : ids;
}
