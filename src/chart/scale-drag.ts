export interface ScaleRange {
  readonly from: number;
  readonly to: number;
}

/** The range moved by a part of itself: positive values move it up. */
export function shifted({ from, to }: ScaleRange, part: number): ScaleRange {
  const by = (to - from) * part;
  return { from: from + by, to: to + by };
}

/**
 * Prices as the library's logarithmic axis counts them. It tells its range in prices, but wants to
 * be told it in these; how it counts depends on the range that it last fitted itself to.
 *
 * @param fitted - that range in prices; null: none yet
 */
export function logCounted({ from, to }: ScaleRange, fitted: ScaleRange | null): ScaleRange {
  const offset = logOffset(fitted);
  const count = (price: number): number => Math.log10(price + 10 ** -offset) + offset;
  return { from: count(from), to: count(to) };
}

/** The library's `logFormulaForPriceRange`: a range of less than 1 is counted more finely. */
function logOffset(fitted: ScaleRange | null): number {
  const length = fitted === null ? 1 : Math.abs(fitted.to - fitted.from);
  const digits = length >= 1 || length < 1e-15 ? 0 : Math.ceil(Math.abs(Math.log10(length)));
  return 4 + digits;
}
