/** Height of the heading that stays at the top of the list. */
export const HEADING_PX = 32;

const MARGIN_PX = 8;

/**
 * Where the top of an entry belongs in the window: where it was, moved up as far as its end needs,
 * but never under the heading.
 */
export function settledTop(topPx: number, sizePx: number, viewportPx: number): number {
  const lowest = viewportPx - MARGIN_PX - sizePx;
  return Math.max(HEADING_PX, Math.min(topPx, lowest));
}
