import type { ChartPoint } from '../../chart/chart-types';

export const CARD_WIDTH_PX = 320;
const GAP_PX = 14;

/** Where the card of a marker stands: above its glyph, inside the plot. In CSS pixels of the plot. */
export function cardPosition(
  anchor: ChartPoint,
  plotWidthPx: number,
): { readonly leftPx: number; readonly topPx: number } {
  const centred = anchor.x - CARD_WIDTH_PX / 2;
  const furthest = Math.max(GAP_PX, plotWidthPx - CARD_WIDTH_PX - GAP_PX);
  return { leftPx: Math.min(furthest, Math.max(GAP_PX, centred)), topPx: anchor.y - GAP_PX };
}
