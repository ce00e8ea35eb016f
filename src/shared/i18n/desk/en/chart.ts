import type { InstrumentKind } from '../../../domain/instrument/instrument';
import type { MarketSource, QuoteState } from '../../../domain/quote/quote';

const kinds: Record<InstrumentKind, string> = {
  share: 'share',
  adr: 'depositary receipt',
  etf: 'fund',
  index: 'index',
  fx: 'currency pair',
  crypto: 'crypto',
  derivative: 'perpetual derivative',
  unknown: 'kind not known',
};

const states: Record<QuoteState, string> = {
  live: 'live',
  delayed: 'delayed',
  stale: 'stale',
  closed: 'close',
  simulated: 'simulated',
  error: 'unusable answer, last good price',
};

const exchanges: Record<string, string> = {
  XNAS: 'Nasdaq',
  XNYS: 'NYSE',
  ARCX: 'NYSE Arca',
  XHKG: 'Hong Kong',
  XSHG: 'Shanghai',
  XSHE: 'Shenzhen',
  XTAI: 'Taipei',
  ROCO: 'Taipei OTC',
  XKRX: 'Korea',
  XKOS: 'Kosdaq',
  XTKS: 'Tokyo',
  XLON: 'London',
  XETR: 'Xetra',
  XAMS: 'Amsterdam',
  XPAR: 'Paris',
  XSWX: 'Zurich',
  XTSE: 'Toronto',
  XASX: 'Sydney',
  XSES: 'Singapore',
  XNSE: 'Mumbai',
  BINANCE: 'Binance',
  BITGET: 'Bitget',
  CRYPTO: 'crypto venues',
  FOREX: 'currency market',
  INDEX: 'index',
};

const sources: Record<MarketSource, string> = {
  'csv-file': 'imported file',
  'csv-folder': 'CSV file',
  simulated: 'simulated market',
  yahoo: 'Yahoo Finance',
  tencent: 'Tencent',
  sina: 'Sina',
  'twse-mis': 'TWSE',
  bitget: 'Bitget',
  binance: 'Binance',
  'twelve-data': 'Twelve Data',
  finnhub: 'Finnhub',
  tiingo: 'Tiingo',
};

/** Texts of the chart pane. */
export const enChart = {
  kinds,
  states,
  sources,
  exchanges,
  open: 'O',
  high: 'H',
  low: 'L',
  close: 'C',
  volume: 'Vol',
  interval: 'Daily',
  ranges: { '1M': '1M', '6M': '6M', YTD: 'YTD', '1Y': '1Y', '5Y': '5Y', All: 'All' },
  rangesLabel: 'Range of dates',
  rangeName: (range: string) => `Show ${range}`,
  pricesAsInFile: 'Prices as in the file',
  pricesFrom: (source: string) => `Bars: ${source}`,
  skippedRows: (n: number) => (n === 1 ? '1 row skipped' : `${n} rows skipped`),
  delayedBy: (minutes: number) => `delayed ${minutes} min`,
  disputed: (other: string, price: string, shown: string) =>
    `${other}: ${price}; ${shown} is shown`,
  simulated: 'SIMULATED',
  noPrice: 'no price',
  asOf: (moment: string, state: string, source: string) => `${moment} · ${state} · ${source}`,
  loading: 'Loading bars …',
  emptyTitle: (name: string) => `No bars of ${name}`,
  emptyFolder: (folder: string) =>
    `The folder ${folder} has no file for this instrument. A file is found by its name, for example GOOGL.csv, 2513.HK.csv or XHKG_02513.csv.`,
  emptyStored: 'No bars of this instrument are stored on this machine.',
  failedTitle: 'The bars could not be read',
  failedHelp: 'What was stored is kept.',
  retry: 'Try again',
  chooseFolder: 'Choose a folder of CSV files',
  startSimulation: 'Look at simulated prices',
  chartLabel: (name: string, bars: number) =>
    `Candlestick chart of ${name}, ${bars === 1 ? '1 session' : `${bars} sessions`}`,
};

export type ChartMessages = typeof enChart;
