import type { InstrumentId } from '../instrument';
import {
  ask,
  settled,
  type SymbolContext,
  type SymbolFamily,
  type SymbolReading,
} from '../symbol-reading';
import { isCoin, isCurrency } from './pair-parts';

const CRYPTO_VENUES: readonly string[] = ['BINANCE', 'BITGET'];
const CURRENCY_PREFIXES: ReadonlySet<string> = new Set(['FOREX', 'FX', 'FX_IDC', 'OANDA']);
const AT_VENUE = /^([A-Z_]{2,10}):([A-Z0-9]{2,12})[/_-]?([A-Z0-9]{2,5})(\.P)?$/;
const STABLE_PAIR = /^([A-Z0-9]{2,12})[/_-]?(USDT|USDC)(\.P)?$/;
const YAHOO_CURRENCY = /^([A-Z]{3})?([A-Z]{3})=X$/;
const YAHOO_COIN = /^([A-Z0-9]{2,10})-([A-Z]{3})$/;
const SIX_LETTERS = /^([A-Z]{3,5})\/?([A-Z]{3})$/;

/** Two currencies, or a coin and what it is paid in, with or without a venue. */
export const readPair: SymbolFamily = ({ upper }, context) =>
  readVenuePair(upper, context) ?? readFreePair(upper, context);

/** `BINANCE:BTCUSDT`, `FX:EURUSD`, `CRYPTO:BTCUSD`. */
function readVenuePair(upper: string, context: SymbolContext): readonly SymbolReading[] | null {
  const [, venue, base = '', quote = '', perpetual = ''] = AT_VENUE.exec(upper) ?? [];
  if (venue === undefined) return null;
  const pair = base + quote;
  if (CRYPTO_VENUES.includes(venue)) return settled([venueId(venue, pair, perpetual, context)]);
  if (perpetual !== '') return null;
  if (CURRENCY_PREFIXES.has(venue)) return currencyPair(pair.slice(0, -3), pair.slice(-3));
  return venue === 'CRYPTO' ? coinPair(pair.slice(0, -3), pair.slice(-3)) : null;
}

function readFreePair(upper: string, context: SymbolContext): readonly SymbolReading[] {
  const [, coin = '', paidIn = '', perpetual = ''] = STABLE_PAIR.exec(upper) ?? [];
  if (coin !== '') return readStablePair(coin, paidIn, perpetual, context);
  return [...readYahooPair(upper), ...readPlainPair(upper)];
}

/** What is no known coin may be a contract on a share (`AAPLUSDT`), which any of the venues may list. */
function readStablePair(
  base: string,
  quote: string,
  perpetual: string,
  context: SymbolContext,
): readonly SymbolReading[] {
  const at = (venue: string) => venueId(venue, base + quote, perpetual, context);
  if (isCoin(base)) return settled([at(context.cryptoVenue)]);
  return ask([...new Set([context.cryptoVenue, ...CRYPTO_VENUES])].map(at));
}

/** `EURUSD=X`, `JPY=X` (dollars in yen), `BTC-USD`. */
function readYahooPair(upper: string): readonly SymbolReading[] {
  const [, first = 'USD', second = ''] = YAHOO_CURRENCY.exec(upper) ?? [];
  const [, coin = '', paidIn = ''] = YAHOO_COIN.exec(upper) ?? [];
  return [...currencyPair(first, second), ...coinPair(coin, paidIn)];
}

/** `EUR/USD`, `BTCUSD`. */
function readPlainPair(upper: string): readonly SymbolReading[] {
  const [, base = '', quote = ''] = SIX_LETTERS.exec(upper) ?? [];
  return isCoin(base) ? coinPair(base, quote) : currencyPair(base, quote);
}

/**
 * A perpetual (`.P` at TradingView) is another instrument than the pair itself. Where a venue lists
 * the perpetual alone, the catalogue has it under the pair.
 */
function venueId(
  venue: string,
  pair: string,
  perpetual: string,
  { find }: SymbolContext,
): InstrumentId {
  const id: InstrumentId = `${venue}:${pair}`;
  return perpetual === '' || find(id)?.kind === 'derivative' ? id : `${id}.P`;
}

function currencyPair(base: string, quote: string): readonly SymbolReading[] {
  return isCurrency(base) && isCurrency(quote) && base !== quote
    ? settled([`FOREX:${base}${quote}`])
    : [];
}

function coinPair(base: string, quote: string): readonly SymbolReading[] {
  return base !== '' && isCurrency(quote) ? settled([`CRYPTO:${base}-${quote}`]) : [];
}
