import { type InstrumentId, splitInstrumentId } from '../../shared/domain/instrument/instrument';
import type { InstrumentsState } from '../../state/instruments-state.svelte';

const SUFFIXED = /^[A-Z0-9]+\.[A-Z]{1,3}$/;
const HAS_LETTER = /[A-Z]/;

/** How a ticker is written in running text: `NVDA`, and `9988.HK` where the code is only a number. */
export function tickerLabel(symbol: string, instruments: InstrumentsState): string {
  const { code } = splitInstrumentId(symbol as InstrumentId);
  if (HAS_LETTER.test(code)) return code;
  return instruments.get(symbol)?.aliases.find((alias) => SUFFIXED.test(alias)) ?? code;
}
