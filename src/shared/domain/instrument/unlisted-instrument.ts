import type { ExchangeBook } from './exchange-book';
import { type InstrumentId, type InstrumentKind, splitInstrumentId } from './instrument';
import { mainlandRange } from './mainland-code';
import { isCoin, splitPair } from './spelling/pair-parts';

/** What an id by itself says of an instrument that the catalogue does not have; null: nothing. */
export interface InstrumentFacts {
  readonly currency: string | null;
  readonly kind: InstrumentKind | null;
}

const NOTHING: InstrumentFacts = { currency: null, kind: null };
const PERPETUAL = /\.P$/;
/** Numbers that Hong Kong gives to funds, of which some are leveraged products. */
const HONG_KONG_FUNDS = /^[08](28[0-4]|3[01]|7[2357]|9[01])/;

/** Tells currency and kind from exchange and code, and leaves open what these do not settle. */
export function factsOfId(book: ExchangeBook, id: InstrumentId): InstrumentFacts {
  const { mic, code } = splitInstrumentId(id);
  switch (mic) {
    case 'INDEX':
      return { currency: null, kind: 'index' };
    case 'FOREX':
      return { currency: code.slice(-3), kind: 'fx' };
    case 'CRYPTO':
      return { currency: code.slice(code.lastIndexOf('-') + 1), kind: 'crypto' };
    case 'BINANCE':
    case 'BITGET':
      return factsOfPair(code);
    default:
      return factsOfCode(book, mic, code);
  }
}

/** A venue lists coins and contracts on shares alike (`AAPLUSDT`), so that only known coins count. */
function factsOfPair(code: string): InstrumentFacts {
  const pair = splitPair(code.replace(PERPETUAL, ''));
  if (PERPETUAL.test(code)) return { currency: pair?.quote ?? null, kind: 'derivative' };
  return { currency: pair?.quote ?? null, kind: pair && isCoin(pair.base) ? 'crypto' : null };
}

function factsOfCode(book: ExchangeBook, mic: string, code: string): InstrumentFacts {
  const exchange = book.byMic.get(mic);
  if (!exchange) return NOTHING;
  const { currency } = exchange;
  switch (mic) {
    case 'XSHG':
    case 'XSHE':
      return mainlandRange(mic, code) ?? { currency, kind: null };
    case 'XHKG':
      return factsOfHongKong(code, currency);
    case 'XTAI':
    case 'ROCO':
      return { currency, kind: kindOfTaiwan(code) };
    default:
      // A ticker of the United States may be a share, a receipt or a fund.
      return {
        currency,
        kind: book.unitedStates.includes(mic) ? null : shareIf(exchange.codePattern),
      };
  }
}

/** Numbers with an 8 are counters in renminbi; the others above 9999 are warrants and the like. */
function factsOfHongKong(code: string, currency: string): InstrumentFacts {
  if (!/^[08]/.test(code)) return NOTHING;
  const kind = HONG_KONG_FUNDS.test(code) ? null : 'share';
  return { currency: code.startsWith('8') ? 'CNY' : currency, kind };
}

function kindOfTaiwan(code: string): InstrumentKind | null {
  if (code.startsWith('00')) return 'etf';
  return code.length === 4 ? 'share' : null;
}

function shareIf(pattern: RegExp | null): InstrumentKind | null {
  return pattern === null ? null : 'share';
}
