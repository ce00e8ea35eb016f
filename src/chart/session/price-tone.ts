import type { ChartTheme } from '../chart-types';

/** Colour of a price against the base. */
export function toneOf(price: number, base: number, theme: ChartTheme): string {
  // As far as a label can tell.
  if (Math.abs(price / base - 1) < 5e-5) return theme.mutedText;
  return price > base ? theme.up : theme.down;
}
