/**
 * What information services call the exchanges, as far as `assets/exchanges/exchanges.json` does not
 * say it. From general knowledge; a letter that could as well be a share class (`.A`, the RIC suffix
 * of NYSE American) is left out.
 */
export interface ExchangeLabels {
  /** Behind the code and a blank: `2513 HK`. Composite codes of a country come with all its boards. */
  readonly bloomberg: readonly string[];
  /** Behind the code and a dot, besides Yahoo's: Reuters (`NVDA.OQ`), Stooq (`.UK`), others (`.SH`). */
  readonly suffixes: readonly string[];
  /** Before the code and a colon, besides TradingView's. */
  readonly prefixes: readonly string[];
}

const LABELS: Readonly<
  Record<string, readonly [bloomberg: string, suffixes: string, prefixes: string]>
> = {
  XNAS: ['US UW UQ UR', 'US OQ O', ''],
  XNYS: ['US UN', 'US N K', ''],
  ARCX: ['US UP UA UF', 'US P Z', 'NYSEARCA NYSEAMERICAN'],
  XHKG: ['HK', '', 'SEHK'],
  XSHG: ['CH CG C1', 'SH', 'SHSE'],
  XSHE: ['CH CS C2', '', ''],
  XTAI: ['TT', '', ''],
  ROCO: ['TT', '', ''],
  XKRX: ['KS', '', ''],
  XKOS: ['KS KQ', '', ''],
  XTKS: ['JP JT', 'JP', ''],
  XLON: ['LN', 'UK', ''],
  XETR: ['GR GY', '', ''],
  XAMS: ['NA', 'NL', ''],
  XPAR: ['FP', 'FR', ''],
  XSWX: ['SW SE', 'S', ''],
  XTSE: ['CN CT', '', ''],
  XASX: ['AU AT', '', ''],
  XSES: ['SP', 'SG', ''],
  XNSE: ['IN IS', '', ''],
};

/** Empty lists for an exchange that is not known by other names. */
export function exchangeLabels(mic: string): ExchangeLabels {
  const [bloomberg = '', suffixes = '', prefixes = ''] = LABELS[mic] ?? [];
  return { bloomberg: words(bloomberg), suffixes: words(suffixes), prefixes: words(prefixes) };
}

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}
