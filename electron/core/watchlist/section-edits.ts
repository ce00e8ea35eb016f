import { isUnnamed } from '../../../src/shared/domain/watchlist/list-document';
import type {
  Watchlist,
  Watchlists,
  WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';
import {
  edited,
  type Editing,
  moved,
  type NewId,
  putList,
  putSection,
  refuse,
  type TrashedPart,
} from './editing';
import { findList, findSection } from './watchlist-lookup';

export function addSection(
  all: Watchlists,
  args: { readonly listId: number; readonly name: string; readonly position: number },
  newId: NewId,
): Editing {
  const list = findList(all, args.listId);
  if (!list) return refuse('unknown-list');
  const { name } = args;
  const section: WatchlistSection = { id: newId(), name, seed: null, items: [] };
  const after = putList(all, withSectionAt(list, args.position, section));
  return edited('add-section', after, { name, added: [section.id] });
}

export function renameSection(
  all: Watchlists,
  { sectionId, name }: { readonly sectionId: number; readonly name: string },
): Editing {
  const place = findSection(all, sectionId);
  if (!place) return refuse('unknown-section');
  const { section } = place;
  const after = section.name === name ? all : putSection(all, { ...section, name });
  return edited('rename-section', after, { name });
}

/** The section without a name stays the first of its list; another list takes it where it has none. */
export function moveSection(
  all: Watchlists,
  args: { readonly sectionId: number; readonly listId: number; readonly position: number },
): Editing {
  const place = findSection(all, args.sectionId);
  if (!place) return refuse('unknown-section');
  const target = findList(all, args.listId);
  if (!target) return refuse('unknown-list');
  const { list, section, index } = place;
  const name = section.name;
  if (target === list) {
    const position = isUnnamed(section) ? 0 : Math.max(args.position, firstPlace(list));
    const sections = moved(list.sections, index, position);
    const after = sections === list.sections ? all : putList(all, { ...list, sections });
    return edited('move-section', after, { name });
  }
  if (isUnnamed(section) && firstPlace(target) > 0) return refuse('already-listed');
  const left = putList(all, { ...list, sections: list.sections.toSpliced(index, 1) });
  return edited('move-section', putList(left, withSectionAt(target, args.position, section)), {
    name,
  });
}

export function removeSection(
  all: Watchlists,
  { sectionId }: { readonly sectionId: number },
): Editing {
  const place = findSection(all, sectionId);
  if (!place) return refuse('unknown-section');
  const { list, section, index } = place;
  const after = putList(all, { ...list, sections: list.sections.toSpliced(index, 1) });
  return edited('remove-section', after, {
    name: section.name,
    trashed: [trashedSection(list, section, index)],
  });
}

export function sortSection(
  all: Watchlists,
  { sectionId, itemIds }: { readonly sectionId: number; readonly itemIds: readonly number[] },
): Editing {
  const place = findSection(all, sectionId);
  if (!place) return refuse('unknown-section');
  const { section } = place;
  const byId = new Map(section.items.map((item) => [item.id, item]));
  const items = [...new Set(itemIds)].flatMap((id) => byId.get(id) ?? []);
  const isWhole = items.length === byId.size && itemIds.length === byId.size;
  if (!isWhole) return refuse('other-items');
  const isSame = items.every((item, index) => item === section.items[index]);
  const after = isSame ? all : putSection(all, { ...section, items });
  return edited('sort-section', after, { name: section.name });
}

/** A section with a name never stands before the one without. */
export function withSectionAt(
  list: Watchlist,
  position: number,
  section: WatchlistSection,
): Watchlist {
  const index = isUnnamed(section) ? 0 : Math.max(position, firstPlace(list));
  return { ...list, sections: list.sections.toSpliced(index, 0, section) };
}

export function trashedSection(
  list: Watchlist,
  section: WatchlistSection,
  index: number,
): TrashedPart {
  const afterId = list.sections[index - 1]?.id ?? null;
  const place = { listId: list.id, sectionId: null, afterId, index };
  return { place, content: { kind: 'section', section } };
}

/** Where a section with a name may stand at the earliest. */
function firstPlace({ sections }: Watchlist): number {
  const [first] = sections;
  return first && isUnnamed(first) ? 1 : 0;
}
