import type { ExchangeCodes } from './exchange-codes';
import { exchangeLabels } from './exchange-labels';

/** The exchanges by each of the names that spellings use. All keys are in capitals. */
export interface ExchangeBook {
  /** By MIC, segments included. */
  readonly byMic: ReadonlyMap<string, ExchangeCodes>;
  /** By what stands behind a dot: `HK`, `SS`, `OQ`, `XSHG`. */
  readonly bySuffix: Lookup;
  /** By what stands before a colon: `HKEX`, `XHKG`, `SEHK`. */
  readonly byPrefix: Lookup;
  /** By what stands behind a blank at Bloomberg: `HK`, `UW`. */
  readonly byBloomberg: Lookup;
  /** By Eastmoney's number of the market. */
  readonly byEastmoney: Lookup;
  /** By what stands right before the code: `HK`, `R_HK`, `SH`, `GB_`, `TSE_`. The longest first. */
  readonly vendorPrefixes: readonly VendorPrefix[];
  /** The boards of the United States, which share one set of tickers. */
  readonly unitedStates: readonly string[];
}

export type Lookup = ReadonlyMap<string, readonly string[]>;

export interface VendorPrefix {
  readonly prefix: string;
  /** What must stand behind the code (`.TW`); empty where nothing must. */
  readonly suffix: string;
  readonly mics: readonly string[];
}

/** Sina's older prefix of the United States, which Chinese watch lists still write. */
const OLD_SINA_PREFIX = 'USR_';

export function createExchangeBook(exchanges: readonly ExchangeCodes[]): ExchangeBook {
  const unitedStates = exchanges.filter(({ yahooSuffix }) => yahooSuffix === '');
  return {
    byMic: new Map(
      exchanges.flatMap((exchange) =>
        [exchange.mic, ...exchange.segmentMics].map((mic) => [mic, exchange] as const),
      ),
    ),
    bySuffix: lookup(exchanges, ({ mic, segmentMics, yahooSuffix }) => [
      ...[yahooSuffix.slice(1), mic],
      ...[...segmentMics, ...exchangeLabels(mic).suffixes],
    ]),
    byPrefix: lookup(exchanges, ({ mic, segmentMics, tradingViewPrefixes }) => [
      ...[mic, ...segmentMics, ...tradingViewPrefixes],
      ...exchangeLabels(mic).prefixes,
    ]),
    byBloomberg: lookup(exchanges, ({ mic }) => exchangeLabels(mic).bloomberg),
    byEastmoney: lookup(exchanges, ({ eastmoneyMarket }) =>
      eastmoneyMarket === null ? [] : [String(eastmoneyMarket)],
    ),
    vendorPrefixes: vendorPrefixes(exchanges, unitedStates),
    unitedStates: unitedStates.map(({ mic }) => mic),
  };
}

function lookup(
  exchanges: readonly ExchangeCodes[],
  namesOf: (exchange: ExchangeCodes) => readonly string[],
): Lookup {
  const mics = new Map<string, string[]>();
  for (const exchange of exchanges) {
    for (const name of new Set(namesOf(exchange).map((text) => text.toUpperCase()))) {
      if (name === '') continue;
      mics.set(name, [...(mics.get(name) ?? []), exchange.mic]);
    }
  }
  return mics;
}

function vendorPrefixes(
  exchanges: readonly ExchangeCodes[],
  unitedStates: readonly ExchangeCodes[],
): readonly VendorPrefix[] {
  const plain = lookup(exchanges, ({ tencentPrefixes, sinaPrefix }) => [
    ...tencentPrefixes,
    ...(sinaPrefix === null ? [] : [sinaPrefix]),
  ]);
  const found = [...plain].map(([prefix, mics]) => ({ prefix, suffix: '', mics }));
  found.push({ prefix: OLD_SINA_PREFIX, suffix: '', mics: unitedStates.map(({ mic }) => mic) });
  for (const { mic, mis } of exchanges) {
    if (mis === null) continue;
    const { prefix, suffix } = mis;
    found.push({ prefix: prefix.toUpperCase(), suffix: suffix.toUpperCase(), mics: [mic] });
  }
  return found.sort((one, other) => other.prefix.length - one.prefix.length);
}
