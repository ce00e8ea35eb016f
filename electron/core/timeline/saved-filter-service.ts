import {
  MOST_SAVED_FILTERS,
  type SavedFilter,
} from '../../../src/shared/domain/announcement-filter/saved-filter';
import type { NamedValues } from '../charts/named-values-port';

export type SavedFiltersAnswer =
  | { readonly ok: true; readonly filters: readonly SavedFilter[] }
  | { readonly ok: false; readonly reason: 'too-many' | 'unknown' | 'name-taken' };

/** Filters of the timeline that the user keeps by name. */
export class SavedFilterService {
  constructor(private readonly rows: NamedValues<SavedFilter>) {}

  /** In the order of their names. */
  list(): readonly SavedFilter[] {
    return [...this.rows.readAll().values()].toSorted((one, other) =>
      one.name.localeCompare(other.name),
    );
  }

  /** Saves a filter in place of the one that may have its name. */
  put(saved: SavedFilter): SavedFiltersAnswer {
    const known = this.list();
    const isNew = known.every(({ name }) => name !== saved.name);
    if (isNew && known.length >= MOST_SAVED_FILTERS) return { ok: false, reason: 'too-many' };
    this.rows.write(saved.name, saved);
    return { ok: true, filters: this.list() };
  }

  /** The new name is stored before the old one goes: a kill between the two loses nothing. */
  rename(from: string, to: string): SavedFiltersAnswer {
    const saved = this.find(from);
    if (saved === undefined) return { ok: false, reason: 'unknown' };
    if (from === to) return { ok: true, filters: this.list() };
    if (this.find(to) !== undefined) return { ok: false, reason: 'name-taken' };
    this.rows.write(to, { ...saved, name: to });
    this.rows.write(from, null);
    return { ok: true, filters: this.list() };
  }

  remove(name: string): readonly SavedFilter[] {
    if (this.find(name) !== undefined) this.rows.write(name, null);
    return this.list();
  }

  private find(name: string): SavedFilter | undefined {
    return this.list().find((saved) => saved.name === name);
  }
}
