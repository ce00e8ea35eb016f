/** What spellings of instruments have to know of one exchange. */
export interface ExchangeCodes {
  /** ISO 10383. */
  readonly mic: string;
  /** Other codes of the same market; their instruments stand under {@link mic}. */
  readonly segmentMics: readonly string[];
  /** The unit that prices are quoted in: ISO 4217, or its fraction (`GBp`). */
  readonly currency: string;
  /** What the exchange's own codes look like; null where that is not known. */
  readonly codePattern: RegExp | null;
  /** `.HK`; empty for the United States. */
  readonly yahooSuffix: string;
  readonly tradingViewPrefixes: readonly string[];
  /** `us` with `.OQ`, `hk` and `r_hk`; empty where Tencent does not have the exchange. */
  readonly tencentPrefixes: readonly string[];
  readonly tencentSuffix: string | null;
  readonly sinaPrefix: string | null;
  readonly eastmoneyMarket: number | null;
  /** How the Taiwanese market information system writes a code: `tse_2330.tw`. */
  readonly mis: { readonly prefix: string; readonly suffix: string } | null;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the exchanges of `assets/exchanges/exchanges.json`.
 *
 * @throws Error where the file is not of that shape; it is part of the app, so that this is a fault
 * of the program
 */
export function readExchangeCodes(file: unknown): readonly ExchangeCodes[] {
  return list(object(file, 'the file')['exchanges'], 'exchanges').map((entry, index) =>
    readEntry(object(entry, `exchange ${index}`)),
  );
}

function readEntry(entry: Json): ExchangeCodes {
  const mic = text(entry['mic'], 'mic');
  const codes = object(entry['codes'], `${mic}: codes`);
  const yahoo = object(codes['yahoo'], `${mic}: yahoo`);
  const tencent = optional(codes['tencent'], `${mic}: tencent`);
  const sina = optional(codes['sina'], `${mic}: sina`);
  const eastmoney = optional(codes['eastmoney'], `${mic}: eastmoney`);
  return {
    mic,
    segmentMics: texts(entry['segmentMics'], `${mic}: segmentMics`),
    currency: readCurrency(entry, mic),
    codePattern: readPattern(codes['codePattern'], mic),
    yahooSuffix: text(yahoo['suffix'], `${mic}: yahoo suffix`),
    tradingViewPrefixes: texts(codes['tradingview'], `${mic}: tradingview`),
    tencentPrefixes: tencent === null ? [] : readTencentPrefixes(tencent, mic),
    tencentSuffix: tencent && optionalText(tencent['klineSuffix'], `${mic}: klineSuffix`),
    sinaPrefix: sina && text(sina['prefix'], `${mic}: sina prefix`),
    eastmoneyMarket: eastmoney && integer(eastmoney['market'], `${mic}: eastmoney market`),
    mis: readMis(optional(codes['mis'], `${mic}: mis`), mic),
  };
}

function readCurrency(entry: Json, mic: string): string {
  const minorUnit = optional(entry['minorUnit'], `${mic}: minorUnit`);
  return text(minorUnit ? minorUnit['code'] : entry['currency'], `${mic}: currency`);
}

function readPattern(value: unknown, mic: string): RegExp | null {
  const pattern = optionalText(value, `${mic}: codePattern`);
  return pattern === null ? null : new RegExp(pattern);
}

function readTencentPrefixes(tencent: Json, mic: string): readonly string[] {
  const realtime = optionalText(tencent['realtimePrefix'], `${mic}: realtimePrefix`);
  const prefix = text(tencent['prefix'], `${mic}: tencent prefix`);
  return realtime === null ? [prefix] : [prefix, realtime];
}

function readMis(mis: Json | null, mic: string): ExchangeCodes['mis'] {
  if (mis === null) return null;
  const { prefix, suffix } = mis;
  return { prefix: text(prefix, `${mic}: mis prefix`), suffix: text(suffix, `${mic}: mis suffix`) };
}

function object(value: unknown, what: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  return refuse(what);
}

function optional(value: unknown, what: string): Json | null {
  return value === null ? null : object(value, what);
}

function list(value: unknown, what: string): readonly unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : refuse(what);
}

function text(value: unknown, what: string): string {
  return typeof value === 'string' ? value : refuse(what);
}

function optionalText(value: unknown, what: string): string | null {
  return value === null ? null : text(value, what);
}

function texts(value: unknown, what: string): readonly string[] {
  if (!Array.isArray(value)) return refuse(what);
  return value.map((item) => text(item, what));
}

function integer(value: unknown, what: string): number {
  return Number.isInteger(value) ? (value as number) : refuse(what);
}

function refuse(what: string): never {
  throw new Error(`exchanges: ${what} is missing or malformed`);
}
