import type { ExchangeBook } from '../../../instrument/exchange-book';
import {
  type Instrument,
  type InstrumentId,
  splitInstrumentId,
} from '../../../instrument/instrument';
import { yahooSpelling } from '../../../instrument/yahoo-spelling';
import { brokerExchange, brokerSpellings } from '../broker-exchanges';
import { IBKR_LINE, ibkrSpellings } from '../ibkr-parser';
import type { WrittenListFormat } from '../list-format';
import { TONGDAXIN_LINE } from '../tongdaxin-parser';

const VENUE_SYMBOL = /^[A-Z][A-Z0-9_]*:[^\s,:/]+$/;
const BARE_TICKER = /^[A-Z]{1,5}$/;
const BROKER_SYMBOL = /^([A-Z0-9]+):(.+)$/;

/** How an instrument may be written in a form, the usual way first; some of them may mean another one. */
export function possibleSpellings(
  format: WrittenListFormat,
  id: InstrumentId,
  book: ExchangeBook,
  instrument: Instrument | undefined,
): readonly string[] {
  const aliases = instrument?.aliases ?? [];
  switch (format) {
    case 'tapeout':
    case 'csv':
      return [id];
    case 'yahoo':
    case 'ticker':
      return [yahooSpelling(book, id) ?? []].flat();
    case 'tradingview':
      return [
        ...tradingViewSpellings(id, book),
        ...aliases.filter((text) => VENUE_SYMBOL.test(text)),
      ];
    case 'tongdaxin':
      return [
        ...tongdaxinSpellings(id, book, instrument?.calendar),
        ...aliases.filter((text) => TONGDAXIN_LINE.test(text)),
      ];
    case 'ibkr':
      return brokerPairs(id).map(({ exchange, code }) => `DES, ${code}, STK, ${exchange},,,,`);
    case 'motivewave':
      return brokerPairs(id).map(({ exchange, code }) => `${exchange}:${code}`);
  }
}

/** What a spelling of a form can mean, as the form's parser reads it. */
export function readSpelling(format: WrittenListFormat, text: string): readonly string[] {
  if (format === 'ibkr') return ibkrSpellings(text);
  if (format !== 'motivewave') return [text];
  const { exchange, code } = splitBrokerSymbol(text);
  return brokerSpellings(code, exchange);
}

/** True for a spelling of the instrument that the form's own program writes, though not the usual one. */
export function isOwnSpelling(
  format: WrittenListFormat,
  id: InstrumentId,
  text: string,
  { byMic }: ExchangeBook,
): boolean {
  if (format === 'tongdaxin' || format === 'ibkr') return isFormLine(format, text);
  if (format !== 'tradingview') return false;
  if (BARE_TICKER.test(text)) return true;
  // One of our own ids (`INDEX:^RUT`) looks the same.
  if (text === id || !VENUE_SYMBOL.test(text)) return false;
  const prefixes = byMic.get(splitInstrumentId(id).mic)?.tradingViewPrefixes;
  return prefixes?.includes(text.slice(0, text.indexOf(':'))) ?? true;
}

/** True for a line of a form in which not every text can stand. */
export function isFormLine(format: 'tongdaxin' | 'ibkr', text: string): boolean {
  return (format === 'ibkr' ? IBKR_LINE : TONGDAXIN_LINE).test(text);
}

/** The two columns that MotiveWave has for them. */
export function splitBrokerSymbol(text: string): {
  readonly exchange: string;
  readonly code: string;
} {
  const [, exchange = '', code = text] = BROKER_SYMBOL.exec(text) ?? [];
  return { exchange, code };
}

function tradingViewSpellings(id: InstrumentId, { byMic }: ExchangeBook): readonly string[] {
  const { mic, code } = splitInstrumentId(id);
  if (mic === 'FOREX') return [`FX:${code}`];
  if (mic === 'CRYPTO') return [`CRYPTO:${code.replace('-', '')}`];
  const exchange = byMic.get(mic);
  if (!exchange) return mic === 'INDEX' ? [] : [id];
  const own = mic === 'XHKG' ? code.replace(/^0+/, '') : code;
  return exchange.tradingViewPrefixes.map((prefix) => `${prefix}:${own}`);
}

/** @param calendar - exchange whose sessions an index follows */
function tongdaxinSpellings(
  id: InstrumentId,
  { unitedStates }: ExchangeBook,
  calendar: string | undefined,
): readonly string[] {
  const { mic, code } = splitInstrumentId(id);
  if (mic === 'XSHG') return [`1${code}`];
  if (mic === 'XSHE') return [`0${code}`];
  if (mic === 'XHKG') return [`31#${code}`];
  if (unitedStates.includes(mic)) return [`74#${code}`];
  const isUsIndex = mic === 'INDEX' && unitedStates.includes(calendar ?? '');
  return isUsIndex ? [`12#${code.slice(1)}`] : [];
}

/** Brokers write Hong Kong without zeros, and share classes behind a blank. */
function brokerPairs(
  id: InstrumentId,
): readonly { readonly exchange: string; readonly code: string }[] {
  const { mic, code } = splitInstrumentId(id);
  const exchange = brokerExchange(mic);
  if (exchange === null) return [];
  const own = mic === 'XHKG' ? code.replace(/^0+/, '') : code.replaceAll('.', ' ');
  return [{ exchange, code: own }];
}
