import { type InstrumentId, splitInstrumentId } from '../instrument/instrument';
import type { Locale, UpColourChoice } from './settings';

export type UpColour = 'green' | 'red';

/** Mainland China, Taiwan, Korea and Japan; Hong Kong shows rising prices in green. */
const RED_UP_MARKETS: ReadonlySet<string> = new Set([
  'XSHG',
  'XSHE',
  'XBSE',
  'XTAI',
  'ROCO',
  'XKRX',
  'XKOS',
  'XTKS',
  'XJPX',
]);

/**
 * What colour rising prices have.
 *
 * @param instrument - null where no market is meant
 */
export function upColourOf(
  instrument: InstrumentId | null,
  choice: UpColourChoice,
  locale: Locale,
): UpColour {
  if (choice === 'green' || choice === 'red') return choice;
  if (choice === 'by-language') return locale === 'zh-CN' ? 'red' : 'green';
  const isRedUp = instrument !== null && RED_UP_MARKETS.has(splitInstrumentId(instrument).mic);
  return isRedUp ? 'red' : 'green';
}
