import type {
  WatchlistChange,
  WatchlistRepository,
} from '../../electron/core/watchlist/watchlist-repository-port';
import type {
  Watchlist,
  WatchlistItem,
  WatchlistSection,
} from '../../src/shared/domain/watchlist/watchlist';

type Change<Kind extends WatchlistChange['kind']> = Extract<WatchlistChange, { kind: Kind }>;

interface OpenSection extends Omit<WatchlistSection, 'items' | 'name'> {
  name: string | null;
  readonly items: WatchlistItem[];
}

/** The store behind the watchlist, in memory: for tests of the page, which has no file. */
export class MemoryWatchlistRepository implements WatchlistRepository {
  #list: Watchlist;
  #lastId = 1_000;

  constructor(list: Watchlist) {
    this.#list = list;
  }

  load(): Watchlist {
    return this.#list;
  }

  apply(change: WatchlistChange): number | null {
    const sections: OpenSection[] = this.#list.sections.map((section) => ({
      ...section,
      items: [...section.items],
    }));
    const added = this.#change(sections, change);
    this.#list = { ...this.#list, revision: this.#list.revision + 1, sections };
    return added;
  }

  #change(sections: OpenSection[], change: WatchlistChange): number | null {
    switch (change.kind) {
      case 'add-item':
        return this.#addItem(sections, change);
      case 'remove-item':
        takeItem(sections, change.itemId);
        return null;
      case 'move-item': {
        const item = takeItem(sections, change.itemId);
        sectionOf(sections, change.sectionId).items.splice(change.position, 0, item);
        return null;
      }
      case 'add-section': {
        const id = ++this.#lastId;
        sections.splice(change.position, 0, { id, name: change.name, seed: null, items: [] });
        return id;
      }
      case 'rename-section':
        sectionOf(sections, change.sectionId).name = change.name;
        return null;
      case 'move-section':
        sections.splice(change.position, 0, takeSection(sections, change.sectionId));
        return null;
      case 'remove-section':
        takeSection(sections, change.sectionId);
        return null;
    }
  }

  #addItem(sections: OpenSection[], { sectionId, symbol, position }: Change<'add-item'>): number {
    const id = ++this.#lastId;
    sectionOf(sections, sectionId).items.splice(position, 0, { id, symbol });
    return id;
  }
}

function sectionOf(sections: readonly OpenSection[], id: number): OpenSection {
  const section = sections.find((candidate) => candidate.id === id);
  if (!section) throw new Error(`no section ${id}`);
  return section;
}

function takeItem(sections: readonly OpenSection[], itemId: number): WatchlistItem {
  for (const { items } of sections) {
    const [item] = items.splice(items.findIndex(({ id }) => id === itemId) >>> 0, 1);
    if (item) return item;
  }
  throw new Error(`no item ${itemId}`);
}

function takeSection(sections: OpenSection[], id: number): OpenSection {
  const [section] = sections.splice(sections.indexOf(sectionOf(sections, id)), 1);
  if (!section) throw new Error(`no section ${id}`);
  return section;
}
