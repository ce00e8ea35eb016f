import type { ChartPriceLine, ChartTheme } from '../../chart-types';

/** Colour of a last price and of its label. */
export function priceLineColour(line: ChartPriceLine, theme: ChartTheme): string {
  if (line.tone === 'stale') return theme.grey;
  return { up: theme.up, down: theme.down, flat: theme.grey }[line.direction];
}

/** Lengths of strokes and gaps in CSS pixels: dots for a live price, dashes for a stale one. */
export function priceLineDash({ tone }: ChartPriceLine): readonly [number, number] {
  return tone === 'stale' ? [6, 5] : [1, 2];
}
