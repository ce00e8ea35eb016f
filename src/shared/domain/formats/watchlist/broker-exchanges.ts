/**
 * What Interactive Brokers calls the exchanges, and MotiveWave after it. From general knowledge; its
 * `TSE` is Toronto and not Tokyo.
 */
const NAMES: readonly (readonly [name: string, mic: string])[] = [
  ['NASDAQ', 'XNAS'],
  ['NYSE', 'XNYS'],
  ['ARCA', 'ARCX'],
  ['SEHK', 'XHKG'],
  ['SEHKNTL', 'XSHG'],
  ['SEHKSZSE', 'XSHE'],
  ['TWSE', 'XTAI'],
  ['TPEX', 'ROCO'],
  ['KSE', 'XKRX'],
  ['KOSDAQ', 'XKOS'],
  ['TSEJ', 'XTKS'],
  ['LSE', 'XLON'],
  ['IBIS', 'XETR'],
  ['AEB', 'XAMS'],
  ['SBF', 'XPAR'],
  ['EBS', 'XSWX'],
  ['TSE', 'XTSE'],
  ['ASX', 'XASX'],
  ['SGX', 'XSES'],
  ['NSE', 'XNSE'],
];
const OTHER_NAMES: readonly (readonly [name: string, mic: string])[] = [
  ['ISLAND', 'XNAS'],
  ['AMEX', 'ARCX'],
  ['IBIS2', 'XETR'],
  ['HKEX', 'XHKG'],
];

const MICS: ReadonlyMap<string, string> = new Map([...NAMES, ...OTHER_NAMES]);
const NAME_OF: ReadonlyMap<string, string> = new Map(NAMES.map(([name, mic]) => [mic, name]));

/** The broker's name of an exchange; null where it has none. */
export function brokerExchange(mic: string): string | null {
  return NAME_OF.get(mic) ?? null;
}

/**
 * How a code at one of the broker's exchanges is spelled elsewhere, the one that says most first.
 *
 * @param exchange - `SEHK`, `SMART`, `SMART/ISLAND`; empty where none is named
 */
export function brokerSpellings(code: string, exchange: string): readonly string[] {
  const name = exchange.toUpperCase().replace(/^SMART[/:]?/, '');
  if (name === '') return [code];
  const mic = MICS.get(name);
  return [mic === undefined ? `${name}:${code}` : `${mic}:${code}`];
}
