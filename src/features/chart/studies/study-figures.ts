import { ATR } from '../../../shared/domain/indicators/atr';
import { findIndicator } from '../../../shared/domain/indicators/indicator-catalogue';
import { MACD } from '../../../shared/domain/indicators/macd';
import { OBV } from '../../../shared/domain/indicators/obv';
import type { FormatsState } from '../../../state/formats-state.svelte';

const OF_PRICES: readonly string[] = [MACD, ATR].map(({ id }) => id);
const BOUNDED_DECIMALS = 2;
const MINUS = '\u2212';

/**
 * How the values of an indicator are written: as prices, as volume, or with two decimals.
 *
 * @param decimals - of the instrument's prices
 */
export function studyFigure(
  indicator: string,
  decimals: number,
  formats: Pick<FormatsState, 'price' | 'volume'>,
): (value: number) => string {
  if (indicator === OBV.id) {
    return (value) => (value < 0 ? MINUS : '') + formats.volume(Math.abs(value));
  }
  const isPrice = OF_PRICES.includes(indicator) || findIndicator(indicator)?.placement !== 'pane';
  const digits = isPrice ? decimals : BOUNDED_DECIMALS;
  return (value) => formats.price(value, digits);
}
