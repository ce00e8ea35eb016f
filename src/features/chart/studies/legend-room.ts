const LINE_PX = 20;
/** The lines may cover so much of the plot's height. */
const HEIGHT_SHARE = 0.55;
const LEAST_WIDTH_PX = 320;

/** Whether the lines of studies fit over the price without hiding what they speak of. */
export function legendRoom(lines: number, widthPx: number, plotPx: number): boolean {
  return widthPx >= LEAST_WIDTH_PX && lines * LINE_PX <= plotPx * HEIGHT_SHARE;
}
