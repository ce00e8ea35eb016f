import {
  type BarColumns,
  packBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';

const PRICES = ['open', 'high', 'low', 'close', 'adjustedClose'] as const;
/** Digits that a double holds for sure: 1.1 times 100 is 110 with these. */
const SURE_DIGITS = 15;

/** The bars in another unit: prices multiplied, volumes as they are. */
export function scaledBars(bars: BarColumns, factor: number): BarColumns {
  const scaled = viewPackedBars(packBars(bars));
  for (const name of PRICES) {
    for (const [index, price] of scaled[name].entries()) {
      scaled[name][index] = Number((price * factor).toPrecision(SURE_DIGITS));
    }
  }
  return scaled;
}
