import { LEVEL_FACTOR } from '../shared/domain/candle/bar-buckets';
import type { LevelDetail } from './pyramid';
import { spanOf, type ViewRange } from './view-range';

/** The bars that the library holds: `from` (included) to `to` (excluded) of one level of the pyramid. */
export interface LodWindow {
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** The library is never given more: its cost per live update and per frame grows with what it holds. */
export const MAX_HELD = 4500;
/** Candles closer than this run into one another; then the next level takes over. */
export const MIN_SPACING_PX = 1.25;
const MAX_VISIBLE = 1480;
/** Back to the finer level only when it fits with room to spare, so that no zoom flickers between two. */
const FINER_FIT = 0.8;
/** Bars held on each side of the view: one screen, within limits. */
const MIN_PAD = 300;
const MAX_PAD = 1500;
/** The window moves on when less than this part of a screen is left before its end. */
const SLACK = 0.2;

/**
 * Which bars the library should hold for a view.
 *
 * @param length - sessions of the series
 * @param current - what it holds now, or null
 * @param detail - what is there of the series; null: all of it
 * @returns `current` itself while it still serves, else about three screens around the view
 */
export function planWindow(
  view: ViewRange,
  length: number,
  widthPx: number,
  current: LodWindow | null,
  detail: LevelDetail | null = null,
): LodWindow {
  const level = thereIs(chooseLevel(spanOf(view), widthPx, current?.level ?? null), view, detail);
  const stride = LEVEL_FACTOR ** level;
  const count = Math.ceil(length / stride);
  const first = Math.floor(view.left / stride);
  const last = Math.ceil(view.right / stride);
  const visible = last - first;
  if (current?.level === level && serves(current, first, last, visible * SLACK, count)) {
    return current;
  }
  const pad = Math.min(MAX_PAD, Math.max(MIN_PAD, visible));
  const earliest = level === 0 && detail !== null ? detail.newestFrom : 0;
  const from = clamp(first - pad, earliest, Math.max(0, count - 1));
  const to = clamp(last + pad, Math.min(from + 1, count), count);
  return { level, from, to };
}

/** Where the library must look, in its own indices, to show the view from this window. */
export function logicalRange(
  view: ViewRange,
  window: LodWindow,
): { readonly from: number; readonly to: number } {
  const stride = LEVEL_FACTOR ** window.level;
  // The library names the centres of the first and the last whole bar of the plot.
  return { from: view.left / stride - window.from, to: view.right / stride - window.from - 1 };
}

function chooseLevel(span: number, widthPx: number, current: number | null): number {
  const capacity = Math.min(MAX_VISIBLE, Math.max(1, widthPx / MIN_SPACING_PX));
  const level = Math.max(0, Math.ceil(Math.log(span / capacity) / Math.log(LEVEL_FACTOR)));
  const keepsCoarser = current === level + 1 && span / LEVEL_FACTOR ** level > capacity * FINER_FIT;
  return keepsCoarser ? current : level;
}

/** The level nearest to the wanted one that is there for all of the view. */
function thereIs(wanted: number, view: ViewRange, detail: LevelDetail | null): number {
  if (detail === null || wanted >= detail.level) return wanted;
  return wanted === 0 && view.left >= detail.newestFrom ? 0 : detail.level;
}

function serves(
  window: LodWindow,
  first: number,
  last: number,
  slack: number,
  count: number,
): boolean {
  return (
    window.from <= Math.max(0, first - slack) &&
    window.to >= Math.min(count, last + slack) &&
    window.to <= count &&
    window.to - window.from <= MAX_HELD
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
