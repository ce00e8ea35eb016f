import type { Watchlist } from '../../shared/domain/watchlist/watchlist';
import type { DeskMessages } from '../../shared/i18n/desk/desk-catalogue';

/** What a list is called in the language of the interface. */
export function listName(t: DeskMessages['watchlist'], { name, seed }: Watchlist): string {
  return name ?? (seed === null ? '' : t.seedLists[seed]);
}
