import type { InstrumentKind } from './instrument';

const WITHOUT_DECIMALS: ReadonlySet<string> = new Set(['KRW', 'JPY']);
const FX_DECIMALS = 5;
const USUAL_DECIMALS = 2;

/** Decimals that prices of an instrument are usually shown with, as long as nobody says it better. */
export function usualPriceDecimals(kind: InstrumentKind, currency: string): number {
  if (kind === 'fx') return FX_DECIMALS;
  return WITHOUT_DECIMALS.has(currency) ? 0 : USUAL_DECIMALS;
}
