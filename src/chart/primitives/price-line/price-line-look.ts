import type { ChartPriceLine, ChartTheme } from '../../chart-types';

/** Colour of a last price and of its label. */
export function priceLineColour({ tone, direction }: ChartPriceLine, theme: ChartTheme): string {
  if (tone === 'simulated') return theme.amber;
  if (tone === 'stale' || tone === 'closed') return theme.grey;
  return { up: theme.up, down: theme.down, flat: theme.grey }[direction];
}

/** Lengths of strokes and gaps in CSS pixels: dots, short strokes for a late price, dashes for a stale one. */
export function priceLineDash({ tone }: ChartPriceLine): readonly [number, number] {
  if (tone === 'stale') return [6, 5];
  return tone === 'delayed' ? [3, 3] : [1, 2];
}
