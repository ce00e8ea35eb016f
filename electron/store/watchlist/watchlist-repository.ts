import type { SeedSection, Watchlist } from '../../../src/shared/domain/watchlist/watchlist';
import type {
  WatchlistChange,
  WatchlistRepository,
} from '../../core/watchlist/watchlist-repository-port';
import type { UserDatabase } from '../user-database';
import { WATCHLIST_SQL as SQL } from './watchlist-statements';

/** This version keeps one list. */
const LIST_ID = 1;

type Change<Kind extends WatchlistChange['kind']> = Extract<WatchlistChange, { kind: Kind }>;

interface Place {
  readonly parentId: number;
  readonly position: number;
}

/** The watchlist in `user.db`. */
export class SqliteWatchlistRepository implements WatchlistRepository {
  constructor(private readonly database: UserDatabase) {}

  load(): Watchlist {
    const list = this.database.get<{ revision: number }>(SQL.list, [LIST_ID]);
    if (list === undefined) throw new Error('user.db holds no watchlist');
    const sections = this.database
      .all<{ id: number; name: string | null; seed: SeedSection | null }>(SQL.sections, [LIST_ID])
      .map(({ id, name, seed }) => ({
        id,
        name,
        seed,
        items: [] as { id: number; symbol: string }[],
      }));
    const byId = new Map(sections.map((section) => [section.id, section]));
    const items = this.database.all<{ id: number; sectionId: number; symbol: string }>(SQL.items, [
      LIST_ID,
    ]);
    for (const { id, sectionId, symbol } of items) byId.get(sectionId)?.items.push({ id, symbol });
    return { id: LIST_ID, revision: list.revision, sections };
  }

  apply(change: WatchlistChange): number | null {
    return this.database.transaction(() => {
      const addedId = this.write(change);
      this.database.run(SQL.raiseRevision, [LIST_ID]);
      return addedId;
    });
  }

  private write(change: WatchlistChange): number | null {
    switch (change.kind) {
      case 'add-item':
        return this.addItem(change);
      case 'remove-item':
        return this.removeItem(change);
      case 'move-item':
        return this.moveItem(change);
      case 'add-section':
        return this.addSection(change);
      case 'rename-section':
        this.database.run(SQL.renameSection, [change.name, change.sectionId]);
        return null;
      case 'move-section':
        return this.moveSection(change);
      case 'remove-section':
        return this.removeSection(change);
    }
  }

  private addItem({ sectionId, position, symbol }: Change<'add-item'>): number {
    this.database.run(SQL.openGapInSection, [sectionId, position]);
    return this.database.run(SQL.insertItem, [sectionId, position, symbol]).lastId;
  }

  private removeItem({ itemId }: Change<'remove-item'>): null {
    const from = this.place(SQL.placeOfItem, itemId);
    this.database.run(SQL.deleteItem, [itemId]);
    this.database.run(SQL.closeGapInSection, [from.parentId, from.position]);
    return null;
  }

  private moveItem({ itemId, sectionId, position }: Change<'move-item'>): null {
    const from = this.place(SQL.placeOfItem, itemId);
    this.database.run(SQL.closeGapInSection, [from.parentId, from.position]);
    this.database.run(SQL.openGapInSection, [sectionId, position]);
    this.database.run(SQL.placeItem, [sectionId, position, itemId]);
    return null;
  }

  private addSection({ name, position }: Change<'add-section'>): number {
    this.database.run(SQL.openGapInList, [LIST_ID, position]);
    return this.database.run(SQL.insertSection, [LIST_ID, position, name]).lastId;
  }

  private moveSection({ sectionId, position }: Change<'move-section'>): null {
    const from = this.place(SQL.placeOfSection, sectionId);
    this.database.run(SQL.closeGapInList, [from.parentId, from.position]);
    this.database.run(SQL.openGapInList, [from.parentId, position]);
    this.database.run(SQL.placeSection, [position, sectionId]);
    return null;
  }

  private removeSection({ sectionId }: Change<'remove-section'>): null {
    const from = this.place(SQL.placeOfSection, sectionId);
    this.database.run(SQL.deleteSection, [sectionId]);
    this.database.run(SQL.closeGapInList, [from.parentId, from.position]);
    return null;
  }

  private place(sql: string, id: number): Place {
    const place = this.database.get<Place>(sql, [id]);
    if (place === undefined) throw new Error(`no row ${id} for: ${sql}`);
    return place;
  }
}
