import type { SeedList, SeedSection, Watchlist, WatchlistSection } from './watchlist';
import type { WatchlistDocument } from './watchlist-document';
import { detailsOf } from './item-details';

/** What lists and sections of the first set are called in one language. */
export interface SeedNames {
  readonly lists: Readonly<Record<SeedList, string>>;
  readonly sections: Readonly<Record<SeedSection, string>>;
}

/** The list as it can leave the app; names of the first set are written out. */
export function listDocument(list: Watchlist, names: SeedNames): WatchlistDocument {
  return {
    name: listName(list, names),
    sections: list.sections.map((section) => ({
      name: sectionName(section, names),
      items: section.items.map(({ symbol, written, ...details }) => ({
        ...{ symbol, written },
        ...detailsOf(details),
      })),
    })),
  };
}

/** Empty where a list has neither a name nor a translated one. */
export function listName({ name, seed }: Watchlist, names: SeedNames): string {
  return name ?? (seed === null ? '' : names.lists[seed]);
}

/** Null for the section without a name. */
export function sectionName({ name, seed }: WatchlistSection, names: SeedNames): string | null {
  return name ?? (seed === null ? null : names.sections[seed]);
}

/** True for the one section without a name that a list may have. */
export function isUnnamed({ name, seed }: WatchlistSection): boolean {
  return name === null && seed === null;
}
