import type { HeatSize } from '../../shared/domain/watchlist/list-look';
import { squarify, type Tile } from '../../shared/domain/watchlist/treemap';
import type { WatchlistItem } from '../../shared/domain/watchlist/watchlist';

/** One instrument on the map. */
export interface HeatTile extends Tile {
  readonly item: WatchlistItem;
}

export interface HeatLayout {
  readonly tiles: readonly HeatTile[];
  /** Instruments that have no value for the area, and therefore no tile. */
  readonly withoutSize: number;
}

/** What a tile's area stands for, in one currency; null where it is not known. */
export type HeatWeight = (item: WatchlistItem, size: HeatSize) => number | null;

/** Changes from here on have the full colour. */
export const FULL_COLOUR_AT = 0.04;
/** Texts on a tile keep their contrast below it, in both themes. */
const STRONGEST_PERCENT = 55;

/** Each instrument once, however many sections it stands in. */
export function layOutHeat(
  items: readonly WatchlistItem[],
  size: HeatSize,
  weightOf: HeatWeight,
  room: { readonly widthPx: number; readonly heightPx: number },
): HeatLayout {
  const once = [...new Map(items.map((item) => [item.symbol, item])).values()];
  const weights = once.map((item) => (size === 'equal' ? 1 : (weightOf(item, size) ?? 0)));
  const placed = squarify(weights, room.widthPx, room.heightPx);
  const tiles = once.flatMap((item, index) => {
    const tile = placed[index];
    return tile ? [{ item, ...tile }] : [];
  });
  return { tiles, withoutSize: weights.filter((weight) => !(weight > 0)).length };
}

/** How much of the colour of its direction a tile has, percent. */
export function colourPercent(change: number | null): number {
  const share = Math.min(1, Math.abs(change ?? 0) / FULL_COLOUR_AT);
  return Math.round(share * STRONGEST_PERCENT);
}

const WAYS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const;

/** The tile that an arrow key goes to from one of them: the nearest centre in that direction. */
export function tileBeside(tiles: readonly Tile[], from: number, key: string): number | null {
  const way = (WAYS as Readonly<Record<string, readonly [number, number]>>)[key];
  const here = tiles[from];
  if (!way || !here) return null;
  let best: { readonly index: number; readonly cost: number } | null = null;
  tiles.forEach((tile, index) => {
    const [dx, dy] = [centreX(tile) - centreX(here), centreY(tile) - centreY(here)];
    const along = dx * way[0] + dy * way[1];
    const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
    if (index === from || along < 1) return;
    // What lies ahead comes before what lies aside, as eyes read a map.
    const cost = along + 2 * aside;
    if (!best || cost < best.cost) best = { index, cost };
  });
  return (best as { readonly index: number } | null)?.index ?? from;
}

const centreX = ({ x, width }: Tile): number => x + width / 2;
const centreY = ({ y, height }: Tile): number => y + height / 2;
