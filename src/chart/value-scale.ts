/**
 * How a price of one series becomes what the price axis counts: the price itself, or its change in
 * percent against a base. An object of this kind does not change: take it once for a painting.
 */
export interface ValueScale {
  toValue(price: number): number;
  toPrice(value: number): number;
}

export const PRICES: ValueScale = {
  toValue: (price) => price,
  toPrice: (value) => value,
};

/** @param base - the price at 0 %; prices that have no percentage (base 0 or NaN) become NaN */
export function percentOf(base: number): ValueScale {
  const divisor = base === 0 ? Number.NaN : base;
  return {
    toValue: (price) => (price / divisor - 1) * 100,
    toPrice: (value) => divisor * (1 + value / 100),
  };
}
