/** ISO 4217 codes that are traded against each other. */
const CURRENCIES: ReadonlySet<string> = new Set(
  (
    'USD EUR JPY GBP CHF AUD NZD CAD CNY CNH HKD TWD KRW SGD INR SEK NOK DKK PLN CZK HUF TRY ZAR ' +
    'ILS MXN BRL THB IDR MYR PHP VND SAR AED RUB'
  ).split(' '),
);
/** Coins known well enough to read `BTCUSD` as a pair. */
const COINS: ReadonlySet<string> = new Set(
  'BTC ETH BNB SOL XRP ADA DOGE TRX DOT LTC BCH AVAX LINK TON XLM SUI NEAR USDT USDC'.split(' '),
);
/** What venues quote prices in, longer ones before those that they end in. */
const QUOTED_IN = [
  'FDUSD',
  'TUSD',
  'BUSD',
  'USDT',
  'USDC',
  'USD',
  'EUR',
  'TRY',
  'BTC',
  'ETH',
  'BNB',
];

export function isCurrency(text: string): boolean {
  return CURRENCIES.has(text);
}

/** True for two different currencies in one word, `USDHKD`. */
export function isCurrencyPair(text: string): boolean {
  const [base, quote] = [text.slice(0, 3), text.slice(3)];
  return isCurrency(base) && isCurrency(quote) && base !== quote;
}

export function isCoin(text: string): boolean {
  return COINS.has(text);
}

/** Splits the pair of a venue, `BTCUSDT`; null where it is paid in nothing known. */
export function splitPair(pair: string): { readonly base: string; readonly quote: string } | null {
  const quote = QUOTED_IN.find((code) => pair.endsWith(code) && pair.length > code.length);
  return quote === undefined ? null : { base: pair.slice(0, -quote.length), quote };
}
