import type {
  WatchlistChange,
  WatchlistRepository,
} from '../../../../../electron/core/watchlist/watchlist-repository-port';
import type {
  Watchlist,
  WatchlistItem,
  WatchlistSection,
} from '../../../../../src/shared/domain/watchlist/watchlist';

interface MutableSection extends WatchlistSection {
  name: string | null;
  items: WatchlistItem[];
}

/** A fake: the list in arrays, without a database. Also the model that the real one is held to. */
export class FakeWatchlistRepository implements WatchlistRepository {
  readonly applied: WatchlistChange[] = [];
  loads = 0;
  /** Thrown by the next `apply`; `durable` where the edit is written all the same. */
  nextFailure: { readonly error: Error; readonly durable: boolean } | null = null;
  private sections: MutableSection[];
  private revision = 1;
  private nextId: number;

  constructor(sections: readonly WatchlistSection[]) {
    this.sections = sections.map((section) => ({ ...section, items: [...section.items] }));
    const ids = sections.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]);
    this.nextId = Math.max(0, ...ids) + 1;
  }

  load(): Watchlist {
    this.loads += 1;
    return structuredClone({ id: 1, revision: this.revision, sections: this.sections });
  }

  apply(change: WatchlistChange): number | null {
    const failure = this.nextFailure;
    this.nextFailure = null;
    if (failure !== null && !failure.durable) throw failure.error;
    this.applied.push(change);
    this.revision += 1;
    const id = this.edit(change);
    if (failure !== null) throw failure.error;
    return id;
  }

  private edit(change: WatchlistChange): number | null {
    switch (change.kind) {
      case 'add-item':
        return this.insert(this.section(change.sectionId).items, change.position, {
          id: this.nextId,
          symbol: change.symbol,
        });
      case 'remove-item':
        this.take(change.itemId);
        return null;
      case 'move-item':
        this.section(change.sectionId).items.splice(change.position, 0, this.take(change.itemId));
        return null;
      case 'add-section':
        return this.insert(this.sections, change.position, {
          id: this.nextId,
          name: change.name,
          seed: null,
          items: [],
        });
      default:
        return this.editSection(change);
    }
  }

  private editSection(
    change: Extract<
      WatchlistChange,
      { kind: 'rename-section' | 'move-section' | 'remove-section' }
    >,
  ): null {
    const section = this.section(change.sectionId);
    if (change.kind === 'rename-section') {
      section.name = change.name;
      return null;
    }
    this.sections = this.sections.filter((each) => each !== section);
    if (change.kind === 'move-section') this.sections.splice(change.position, 0, section);
    return null;
  }

  private insert<Row extends { id: number }>(rows: Row[], position: number, row: Row): number {
    this.nextId += 1;
    rows.splice(position, 0, row);
    return row.id;
  }

  private section(id: number): MutableSection {
    const section = this.sections.find((each) => each.id === id);
    if (section === undefined) throw new Error(`the service let section ${id} through`);
    return section;
  }

  private take(itemId: number): WatchlistItem {
    for (const { items } of this.sections) {
      const index = items.findIndex((item) => item.id === itemId);
      const [item] = index < 0 ? [] : items.splice(index, 1);
      if (item !== undefined) return item;
    }
    throw new Error(`the service let item ${itemId} through`);
  }
}
