import type {
  Watchlist,
  WatchlistItem,
  Watchlists,
  WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';
import { edited, type Editing, moved, type NewId, putList, refuse } from './editing';
import { findList } from './watchlist-lookup';

export function addList(
  all: Watchlists,
  { name, position }: { readonly name: string; readonly position: number },
  newId: NewId,
): Editing {
  const list: Watchlist = { id: newId(), name, seed: null, sections: [] };
  const lists = all.lists.toSpliced(position, 0, list);
  return edited('add-list', { ...all, lists, openListId: list.id }, { name, added: [list.id] });
}

export function renameList(
  all: Watchlists,
  { listId, name }: { readonly listId: number; readonly name: string },
): Editing {
  const list = findList(all, listId);
  if (!list) return refuse('unknown-list');
  const after = list.name === name ? all : putList(all, { ...list, name });
  return edited('rename-list', after, { name });
}

export function moveList(
  all: Watchlists,
  { listId, position }: { readonly listId: number; readonly position: number },
): Editing {
  const from = all.lists.findIndex(({ id }) => id === listId);
  const list = all.lists[from];
  if (!list) return refuse('unknown-list');
  const lists = moved(all.lists, from, position);
  return edited('move-list', lists === all.lists ? all : { ...all, lists }, { name: list.name });
}

export function copyList(
  all: Watchlists,
  { listId, name }: { readonly listId: number; readonly name: string },
  newId: NewId,
): Editing {
  const from = all.lists.findIndex(({ id }) => id === listId);
  const list = all.lists[from];
  if (!list) return refuse('unknown-list');
  const copy: Watchlist = {
    ...{ id: newId(), name, seed: null },
    sections: list.sections.map((section) => copySection(section, newId)),
  };
  const lists = all.lists.toSpliced(from + 1, 0, copy);
  return edited('copy-list', { ...all, lists, openListId: copy.id }, { name, added: [copy.id] });
}

export function removeList(all: Watchlists, { listId }: { readonly listId: number }): Editing {
  const index = all.lists.findIndex(({ id }) => id === listId);
  const list = all.lists[index];
  if (!list) return refuse('unknown-list');
  const neighbour = all.lists[index + 1] ?? all.lists[index - 1];
  if (!neighbour) return refuse('last-list');
  const openListId = all.openListId === listId ? neighbour.id : all.openListId;
  const afterId = all.lists[index - 1]?.id ?? null;
  const after = { ...all, lists: all.lists.toSpliced(index, 1), openListId };
  const place = { listId: null, sectionId: null, afterId, index };
  const trashed = [{ place, content: { kind: 'list' as const, list } }];
  return edited('remove-list', after, { name: list.name, trashed });
}

function copySection(section: WatchlistSection, newId: NewId): WatchlistSection {
  const id = newId();
  const items = section.items.map((item): WatchlistItem => ({ ...item, id: newId() }));
  return { ...section, id, items };
}
