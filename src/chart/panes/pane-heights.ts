/** Part of the height that panes and plot share which a pane of its own gets at first. */
export const DEFAULT_SHARE = 0.2;
const MIN_OWN_PX = 40;
const MIN_PLOT_PX = 96;

/**
 * Heights in whole CSS pixels, of the plot first and then of the panes under it. Where the panes
 * would leave the plot too little, each gives up in proportion.
 *
 * @param totalPx - what they have together
 * @param shares - of each pane of its own, from 0 to 1
 */
export function layHeights(totalPx: number, shares: readonly number[]): number[] {
  const wanted = shares.map((share) => Math.max(MIN_OWN_PX, Math.round(share * totalPx)));
  const room = Math.max(0, totalPx - MIN_PLOT_PX);
  const sum = sumOf(wanted);
  const own = sum <= room ? wanted : wanted.map((height) => Math.floor((height * room) / sum));
  return [totalPx - sumOf(own), ...own];
}

/**
 * The heights after the line under pane `index` was dragged: what one neighbour gains the other
 * gives, as far as its least height.
 */
export function dragSeparator(heights: readonly number[], index: number, dyPx: number): number[] {
  const above = heights[index] as number;
  const below = heights[index + 1] as number;
  const leastAbove = Math.min(above, index === 0 ? MIN_PLOT_PX : MIN_OWN_PX);
  const leastBelow = Math.min(below, MIN_OWN_PX);
  const moved = Math.max(leastAbove - above, Math.min(below - leastBelow, Math.round(dyPx)));
  return heights.map((height, i) => {
    if (i === index) return height + moved;
    return i === index + 1 ? height - moved : height;
  });
}

function sumOf(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height, 0);
}
