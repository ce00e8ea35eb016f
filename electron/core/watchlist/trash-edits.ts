import { isUnnamed } from '../../../src/shared/domain/watchlist/list-document';
import type {
  Watchlist,
  WatchlistItem,
  Watchlists,
  WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';
import type { TrashEntry } from '../../../src/shared/domain/watchlist/watchlist-trash';
import { edited, type Editing, type NewId, putList, putSection, refuse } from './editing';
import { mergeItems } from './merge-items';
import { withSectionAt } from './section-edits';
import { countItems } from './watchlist-limits';
import { findList, findSection } from './watchlist-lookup';
import type { Trashed, TrashPlace } from './watchlist-repository-port';

/** What the page shows of an entry. */
export function trashEntry({ id, deletedAt, content }: Trashed): TrashEntry {
  switch (content.kind) {
    case 'list': {
      const { name, seed } = content.list;
      return { id, kind: 'list', name, seed, items: countItems(content.list), deletedAt };
    }
    case 'section': {
      const { name, seed, items } = content.section;
      return { id, kind: 'section', name, seed, items: items.length, deletedAt };
    }
    case 'item': {
      const name = content.item.symbol;
      return { id, kind: 'item', name, seed: null, items: 1, deletedAt };
    }
  }
}

/**
 * Puts things back to where they were. Where their neighbour is gone their old index counts, where
 * the section or the list is gone the end of the list, or of the one on the desk.
 */
export function restoreTrashed(
  all: Watchlists,
  { entries }: { readonly entries: readonly Trashed[] },
  newId: NewId,
): Editing {
  const [only] = entries;
  if (!only) return refuse('unknown-trash');
  // In the order in which they stood, so that each finds its neighbour.
  const inOrder = entries.toSorted((one, other) => one.id - other.id);
  const after = inOrder.reduce((lists, entry) => restoreOne(lists, entry, newId), all);
  return edited('restore', after, {
    name: entries.length === 1 ? trashEntry(only).name : null,
    count: entries.length,
    taken: entries.map(({ id }) => id),
  });
}

export function emptyTrash(
  all: Watchlists,
  { entries }: { readonly entries: readonly Trashed[] },
): Editing {
  const taken = entries.map(({ id }) => id);
  return edited('empty-trash', all, { count: taken.length, taken });
}

function restoreOne(all: Watchlists, { content, place }: Trashed, newId: NewId): Watchlists {
  switch (content.kind) {
    case 'list': {
      const { list } = content;
      const lists = all.lists.toSpliced(indexOf(place, all.lists), 0, list);
      return { ...all, lists, openListId: list.id };
    }
    case 'section':
      return putList(all, withSection(listFor(all, place), content.section, place));
    case 'item':
      return restoreItem(all, content.item, place, newId);
  }
}

function withSection(list: Watchlist, section: WatchlistSection, place: TrashPlace): Watchlist {
  const unnamed = isUnnamed(section) ? list.sections.find(isUnnamed) : undefined;
  if (!unnamed) return withSectionAt(list, indexOf(place, list.sections), section);
  const { section: filled } = mergeItems(unnamed, section.items, unnamed.items.length);
  return { ...list, sections: list.sections.map((each) => (each === unnamed ? filled : each)) };
}

function restoreItem(
  all: Watchlists,
  item: WatchlistItem,
  place: TrashPlace,
  newId: NewId,
): Watchlists {
  const old = findSection(all, place.sectionId ?? 0)?.section;
  if (old) return putSection(all, mergeItems(old, [item], indexOf(place, old.items)).section);
  const list = listFor(all, place);
  const last = list.sections.at(-1);
  if (last) return putSection(all, mergeItems(last, [item], last.items.length).section);
  const section = { id: newId(), name: null, seed: null, items: [item] };
  return putList(all, { ...list, sections: [section] });
}

/** The list that it was in, else the one on the desk. */
function listFor(all: Watchlists, { listId }: TrashPlace): Watchlist {
  const list = findList(all, listId ?? 0) ?? findList(all, all.openListId);
  if (!list) throw new Error(`no list ${all.openListId} is on the desk`);
  return list;
}

function indexOf({ afterId, index }: TrashPlace, rows: readonly { readonly id: number }[]): number {
  if (afterId === null) return 0;
  const neighbour = rows.findIndex(({ id }) => id === afterId);
  return neighbour < 0 ? index : neighbour + 1;
}
