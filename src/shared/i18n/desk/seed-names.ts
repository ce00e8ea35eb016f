import type { SeedNames } from '../../domain/watchlist/list-document';
import type { DeskMessages } from './desk-catalogue';

/** What the lists and sections of the first set are called in one language. */
export function seedNames({ watchlist }: Pick<DeskMessages, 'watchlist'>): SeedNames {
  return { lists: watchlist.seedLists, sections: watchlist.seedSections };
}
