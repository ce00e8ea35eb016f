import { lowerBound } from '../../../shared/domain/candle/bar-columns';
import type { ChartBand } from '../../overlay-types';
import type { PlotGeometry } from '../../plot-geometry';
import { indexAtOrBefore, type SessionKeys } from '../../session-keys';

/** A band in CSS pixels from the left edge of the plot. */
export interface PlacedBand {
  readonly left: number;
  readonly right: number;
  readonly tone: ChartBand['tone'];
}

/** Lines closer than this would be a hatching. */
const MIN_SEPARATOR_DISTANCE_PX = 36;

/** The bands that touch the view; one whose span has no bars is nowhere. */
export function placeBands(
  bands: readonly ChartBand[],
  keys: SessionKeys,
  geometry: Pick<PlotGeometry, 'xOf' | 'widthPx'>,
): PlacedBand[] {
  const placed: PlacedBand[] = [];
  for (const { fromKey, toKey, tone } of bands) {
    const from = lowerBound(keys, fromKey);
    const to = indexAtOrBefore(keys, toKey);
    if (from > to) continue;
    const left = geometry.xOf(from);
    const right = geometry.xOf(to + 1);
    if (right > 0 && left < geometry.widthPx) placed.push({ left, right, tone });
  }
  return placed;
}

/** The part of ascending bands that may touch the keys `fromKey` to `toKey`. */
export function bandsBetween(
  bands: readonly ChartBand[],
  fromKey: number,
  toKey: number,
): readonly ChartBand[] {
  const first = firstIndex(bands.length, (i) => (bands[i] as ChartBand).toKey >= fromKey);
  const behind = firstIndex(bands.length, (i) => (bands[i] as ChartBand).fromKey > toKey);
  return bands.slice(first, behind);
}

/** Left edges of the bars in view that begin a session; none where they would stand too close. */
export function placeSeparators(
  starts: Float64Array,
  fromKey: number,
  toKey: number,
  keys: SessionKeys,
  xOf: (position: number) => number,
): number[] {
  const times = { time: starts, length: starts.length };
  const first = lowerBound(times, fromKey);
  const behind = indexAtOrBefore(times, toKey) + 1;
  const edges: number[] = [];
  for (let i = first; i < behind; i++) {
    edges.push(xOf(lowerBound(keys, starts[i] as number)));
    const [one, other] = edges.slice(-2);
    if (other !== undefined && one !== undefined && other - one < MIN_SEPARATOR_DISTANCE_PX) {
      return [];
    }
  }
  return edges;
}

function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
