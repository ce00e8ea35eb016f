import type { ListDensity } from '../../shared/domain/watchlist/list-look';
import type { WatchlistEntry } from './watchlist-entries';

/** CSS pixels; the lines of a list are as high as their kind, so that a place is known without drawing. */
const HEIGHTS: Readonly<Record<ListDensity, number>> = { comfortable: 38, compact: 28 };
const HEADING_PX = 32;
const HINT_PX = 34;

export function lineHeightPx(kind: WatchlistEntry['kind'], density: ListDensity): number {
  if (kind === 'item') return HEIGHTS[density];
  return kind === 'hint' ? HINT_PX : HEADING_PX;
}
