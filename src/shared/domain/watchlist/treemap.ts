/** A rectangle in CSS pixels from the upper left corner of the room. */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Sized {
  readonly index: number;
  readonly area: number;
}

/**
 * Fills a room with one rectangle for each weight, as near to squares as the room allows, and as large
 * as the weight is among all. Source: M. Bruls, K. Huizing, J. J. van Wijk, "Squarified Treemaps",
 * Data Visualization 2000, pages 33-42.
 *
 * @returns in the order of the weights; null for a weight that is not positive
 */
export function squarify(
  weights: readonly number[],
  width: number,
  height: number,
): readonly (Tile | null)[] {
  const tiles: (Tile | null)[] = weights.map(() => null);
  const total = weights.reduce((sum, weight) => (weight > 0 ? sum + weight : sum), 0);
  if (!(total > 0) || !Number.isFinite(total) || width <= 0 || height <= 0) return tiles;
  const sized = weights
    .map((weight, index): Sized => ({ index, area: (weight / total) * width * height }))
    .filter(({ area }) => area > 0)
    .sort((one, other) => other.area - one.area);
  let room: Tile = { x: 0, y: 0, width, height };
  for (let from = 0; from < sized.length;) {
    const to = endOfStrip(sized, from, Math.min(room.width, room.height));
    room = placeStrip(tiles, sized.slice(from, to), room);
    from = to;
  }
  return tiles;
}

/** A strip along the shorter side takes tiles as long as its worst one becomes no worse. */
function endOfStrip(sized: readonly Sized[], from: number, side: number): number {
  const largest = sized[from]?.area ?? 0;
  let sum = largest;
  let worst = ratio(largest, largest, sum, side);
  let to = from + 1;
  for (; to < sized.length; to += 1) {
    const { area } = sized[to] as Sized;
    const next = ratio(largest, area, sum + area, side);
    if (next > worst) break;
    worst = next;
    sum += area;
  }
  return to;
}

/** The worst ratio of the sides in a strip of tiles from the largest to the smallest. */
function ratio(largest: number, smallest: number, sum: number, side: number): number {
  const square = side * side;
  return Math.max((square * largest) / (sum * sum), (sum * sum) / (square * smallest));
}

/** @returns the room that is left */
function placeStrip(tiles: (Tile | null)[], strip: readonly Sized[], room: Tile): Tile {
  const sum = strip.reduce((all, { area }) => all + area, 0);
  const wide = room.width >= room.height;
  const side = wide ? room.height : room.width;
  const thickness = side > 0 ? sum / side : 0;
  let offset = 0;
  for (const { index, area } of strip) {
    const length = thickness > 0 ? area / thickness : 0;
    tiles[index] = wide
      ? { x: room.x, y: room.y + offset, width: thickness, height: length }
      : { x: room.x + offset, y: room.y, width: length, height: thickness };
    offset += length;
  }
  return wide
    ? { ...room, x: room.x + thickness, width: Math.max(0, room.width - thickness) }
    : { ...room, y: room.y + thickness, height: Math.max(0, room.height - thickness) };
}
