import {
  isUnnamed,
  type SeedNames,
  sectionName,
} from '../../../src/shared/domain/watchlist/list-document';
import type {
  Watchlist,
  WatchlistItem,
  Watchlists,
  WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';
import type { DocumentTarget } from '../../../src/shared/domain/watchlist/watchlist-answer';
import type {
  DocumentItem,
  WatchlistDocument,
} from '../../../src/shared/domain/watchlist/watchlist-document';
import { detailsOf, orderFlags } from '../../../src/shared/domain/watchlist/item-details';
import { edited, type Editing, type NewId, putList, refuse, type TrashedPart } from './editing';
import { mergeItems } from './merge-items';
import { trashedSection, withSectionAt } from './section-edits';
import { findList } from './watchlist-lookup';

/**
 * Takes a whole document in, as one step, and puts its list on the desk. A section goes into the one
 * of its name; the content that `replace` takes away goes into the trash.
 */
export function importDocument(
  all: Watchlists,
  args: {
    readonly document: WatchlistDocument;
    readonly target: DocumentTarget;
    /** What the sections of the first set are called in the language of the document. */
    readonly names: SeedNames;
  },
  newId: NewId,
): Editing {
  const { document, target, names } = args;
  if (target.kind === 'new') {
    const list: Watchlist = {
      id: newId(),
      name: storable(document.name),
      seed: null,
      sections: [],
    };
    const filled = fill(list, document, names, newId);
    const lists = [...all.lists, filled.list];
    return importedInto({ ...all, lists, openListId: list.id }, 'import', filled, []);
  }
  const list = findList(all, target.listId);
  if (!list) return refuse('unknown-list');
  const opened = { ...all, openListId: list.id };
  if (target.kind === 'merge') {
    const filled = fill(list, document, names, newId);
    const isSame = filled.list === list && all.openListId === list.id;
    return importedInto(isSame ? all : putList(opened, filled.list), 'import', filled, []);
  }
  const filled = fill({ ...list, sections: [] }, document, names, newId);
  const trashed = list.sections
    .map((section, index) => trashedSection(list, section, index))
    .filter((_, index) => list.sections[index]?.items.length !== 0);
  return importedInto(putList(opened, filled.list), 'replace', filled, trashed);
}

interface FilledList {
  readonly list: Watchlist;
  /** Identities of the new items. */
  readonly added: readonly number[];
  readonly merged: number;
}

function importedInto(
  after: Watchlists,
  kind: 'import' | 'replace',
  { list, added, merged }: FilledList,
  trashed: readonly TrashedPart[],
): Editing {
  const count = added.length;
  return edited(kind, after, { name: list.name, count, added, leftOut: merged, trashed });
}

function fill(
  list: Watchlist,
  document: WatchlistDocument,
  names: SeedNames,
  newId: NewId,
): FilledList {
  const added: number[] = [];
  let merged = 0;
  let filled = list;
  for (const part of document.sections) {
    if (part.name === null && part.items.length === 0) continue;
    const name = part.name === null ? null : storable(part.name);
    const found = filled.sections.find((section) => isNamed(section, name, names));
    const section = found ?? { id: newId(), name, seed: null, items: [] };
    const items = part.items.map((item) => newItem(item, newId()));
    const taken = mergeItems(section, items, section.items.length);
    added.push(...taken.added.map(({ id }) => id));
    merged += taken.merged;
    if (!found) filled = withSectionAt(filled, filled.sections.length, taken.section);
    else if (taken.section !== section) filled = putSectionOf(filled, taken.section);
  }
  return { list: filled, added, merged };
}

function isNamed(section: WatchlistSection, name: string | null, names: SeedNames): boolean {
  return name === null ? isUnnamed(section) : sectionName(section, names) === name;
}

function putSectionOf(list: Watchlist, section: WatchlistSection): Watchlist {
  const sections = list.sections.map((each) => (each.id === section.id ? section : each));
  return { ...list, sections };
}

function newItem(item: DocumentItem, id: number): WatchlistItem {
  const symbol = storable(item.symbol);
  const written = item.written === null ? null : storable(item.written);
  return { id, symbol, written, ...detailsOf(item), flags: orderFlags(item.flags) };
}

/** SQLite keeps neither NULs nor halves of surrogate pairs. */
function storable(text: string): string {
  return text.replaceAll(/[\0\p{Cs}]/gu, '');
}
