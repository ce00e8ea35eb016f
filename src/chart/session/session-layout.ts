import type { SessionAxis } from '../../shared/domain/session-line/session-axis';

/** In CSS pixels from the top left corner of the chart. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface SessionLayout {
  readonly plot: Box;
  readonly volume: Box;
  /** Left of the plot stand prices, right of it percent; the time axis is under the volume. */
  readonly width: number;
  readonly height: number;
}

export interface PriceRange {
  readonly min: number;
  readonly max: number;
}

const AXIS_WIDTH_PX = 68;
const TIME_AXIS_HEIGHT_PX = 28;
const TOP_PX = 10;
const GAP_PX = 8;
const VOLUME_SHARE = 0.2;
/** Grid lines on either side of the base. */
const TALL_STEPS = 4;
const LOW_STEPS = 2;
const TALL_PX = 300;

export function sessionLayout(width: number, height: number): SessionLayout {
  const inner = Math.max(1, width - 2 * AXIS_WIDTH_PX);
  const room = Math.max(1, height - TIME_AXIS_HEIGHT_PX - TOP_PX - GAP_PX);
  const volumeHeight = Math.round(room * VOLUME_SHARE);
  const plot = { left: AXIS_WIDTH_PX, top: TOP_PX, width: inner, height: room - volumeHeight };
  const top = plot.top + plot.height + GAP_PX;
  return {
    ...{ width, height, plot },
    volume: { left: AXIS_WIDTH_PX, top, width: inner, height: volumeHeight },
  };
}

/** The centre of a slot. */
export function xOfSlot({ plot }: SessionLayout, { slots }: SessionAxis, slot: number): number {
  return plot.left + ((slot + 0.5) * plot.width) / slots;
}

/** The line between a slot and the one before. */
export function xBefore({ plot }: SessionLayout, { slots }: SessionAxis, slot: number): number {
  return plot.left + (slot * plot.width) / slots;
}

/** The slot at a place; the first or the last one beside the plot. */
export function slotAtX({ plot }: SessionLayout, { slots }: SessionAxis, x: number): number {
  const slot = Math.floor(((x - plot.left) * slots) / plot.width);
  return Math.min(slots - 1, Math.max(0, slot));
}

export function yOfPrice({ plot }: SessionLayout, { min, max }: PriceRange, price: number): number {
  return plot.top + ((max - price) / (max - min)) * plot.height;
}

export function priceAtY({ plot }: SessionLayout, { min, max }: PriceRange, y: number): number {
  return max - ((y - plot.top) / plot.height) * (max - min);
}

/** Prices of the grid, from above, with the base as the middle one. */
export function gridPrices({ plot }: SessionLayout, { min, max }: PriceRange): number[] {
  const steps = plot.height >= TALL_PX ? TALL_STEPS : LOW_STEPS;
  const middle = (min + max) / 2;
  // A little inside, so that the outermost labels are whole.
  const half = ((max - min) / 2) * 0.94;
  return Array.from({ length: 2 * steps + 1 }, (_, i) => middle + half * (1 - i / steps));
}
