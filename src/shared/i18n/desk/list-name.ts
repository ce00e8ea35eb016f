import type { Watchlist } from '../../domain/watchlist/watchlist';
import type { DeskMessages } from './desk-catalogue';

/** What a list is called in the language of the interface. */
export function listName(
  t: DeskMessages['watchlist'],
  { name, seed }: Pick<Watchlist, 'name' | 'seed'>,
): string {
  return name ?? (seed === null ? '' : t.seedLists[seed]);
}
