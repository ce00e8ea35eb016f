import type {
  WatchlistItem,
  Watchlists,
  WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';
import { NO_DETAILS } from '../../../src/shared/domain/watchlist/watchlist-document';
import {
  edited,
  type Editing,
  type NewId,
  putSection,
  refuse,
  type TrashedPart,
  withItemsAt,
  withoutItems,
} from './editing';
import { findItems, findSection, type ItemPlace } from './watchlist-lookup';

export interface SectionTarget {
  readonly sectionId: number;
  readonly position: number;
}

type ItemsTarget = SectionTarget & { readonly itemIds: readonly number[] };

/** The same symbol stands once in a section. */
export function addItems(
  all: Watchlists,
  args: SectionTarget & { readonly symbols: readonly string[] },
  newId: NewId,
): Editing {
  const place = findSection(all, args.sectionId);
  if (!place) return refuse('unknown-section');
  const listed = symbolsOf(place.section);
  const fresh = [...new Set(args.symbols)].filter((symbol) => !listed.has(symbol));
  if (fresh.length === 0) return refuse('already-listed');
  const items = fresh.map((symbol): WatchlistItem => ({
    ...{ id: newId(), symbol, written: null },
    ...NO_DETAILS,
  }));
  const leftOut = args.symbols.length - fresh.length;
  return added('add-items', all, withItemsAt(place.section, args.position, items), items, leftOut);
}

/** With their details; the copies stand in the order of `itemIds`. */
export function copyItems(
  all: Watchlists,
  { itemIds, sectionId, position }: ItemsTarget,
  newId: NewId,
): Editing {
  const places = findItems(all, itemIds);
  if (!places) return refuse('unknown-item');
  const target = findSection(all, sectionId);
  if (!target) return refuse('unknown-section');
  const listed = symbolsOf(target.section);
  const fresh = places.filter(({ item }) => take(listed, item.symbol));
  if (fresh.length === 0) return refuse('already-listed');
  const items = fresh.map(({ item }): WatchlistItem => ({ ...item, id: newId() }));
  const leftOut = places.length - fresh.length;
  return added('copy-items', all, withItemsAt(target.section, position, items), items, leftOut);
}

/** Items keep their identity. */
export function moveItems(all: Watchlists, { itemIds, sectionId, position }: ItemsTarget): Editing {
  const places = findItems(all, itemIds);
  if (!places) return refuse('unknown-item');
  const target = findSection(all, sectionId);
  if (!target) return refuse('unknown-section');
  const listed = symbolsOf(target.section);
  const going = places.filter(
    ({ section, item }) => section === target.section || take(listed, item.symbol),
  );
  const [first] = going;
  if (!first) return refuse('already-listed');
  const rest = withoutItems(all, new Set(going.map(({ item }) => item.id)));
  const left = findSection(rest, sectionId)?.section ?? target.section;
  const section = withItemsAt(
    left,
    position,
    going.map(({ item }) => item),
  );
  const stays =
    section.items.length === target.section.items.length &&
    section.items.every((item, index) => item === target.section.items[index]);
  return edited('move-items', stays ? all : putSection(rest, section), {
    name: going.length === 1 ? first.item.symbol : null,
    count: going.length,
    leftOut: places.length - going.length,
  });
}

export function removeItems(
  all: Watchlists,
  { itemIds }: { readonly itemIds: readonly number[] },
): Editing {
  const places = findItems(all, itemIds);
  if (!places) return refuse('unknown-item');
  const after = withoutItems(all, new Set(itemIds));
  return edited('remove-items', after, {
    name: places.length === 1 ? (places[0]?.item.symbol ?? null) : null,
    count: places.length,
    // In the order of the section, so that each finds its neighbour there when all come back.
    trashed: places.toSorted((one, other) => one.position - other.position).map(trashedItem),
  });
}

function trashedItem({ list, section, item, position }: ItemPlace): TrashedPart {
  const afterId = section.items[position - 1]?.id ?? null;
  const place = { listId: list.id, sectionId: section.id, afterId, index: position };
  return { place, content: { kind: 'item', item } };
}

function added(
  kind: 'add-items' | 'copy-items',
  all: Watchlists,
  section: WatchlistSection,
  items: readonly WatchlistItem[],
  leftOut: number,
): Editing {
  return edited(kind, putSection(all, section), {
    name: items.length === 1 ? (items[0]?.symbol ?? null) : null,
    count: items.length,
    added: items.map(({ id }) => id),
    leftOut,
  });
}

function symbolsOf({ items }: WatchlistSection): Set<string> {
  return new Set(items.map(({ symbol }) => symbol));
}

/** Notes a symbol. @returns false where it was noted before */
function take(listed: Set<string>, symbol: string): boolean {
  if (listed.has(symbol)) return false;
  listed.add(symbol);
  return true;
}
