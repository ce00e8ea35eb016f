import { detailsOf, hasDetails } from '../../../src/shared/domain/watchlist/item-details';
import type {
  Watchlist,
  WatchlistItem,
  Watchlists,
  WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';
import type { RowKey } from './ranks';
import type { Row, TableName } from './row-tables';

/** What of one table is to be another way. */
export interface TableDiff {
  readonly table: TableName;
  /** Columns without the position; null: the row is to go. */
  readonly rows: ReadonlyMap<RowKey, Row | null>;
  /** Rows whose order is another one, by their parent (0 where a table has none). */
  readonly orders: readonly { readonly parentId: number; readonly keys: readonly RowKey[] }[];
}

/** What two states differ in. Objects that both hold are equal and are not looked into. */
export function diffWatchlists(before: Watchlists, after: Watchlists): readonly TableDiff[] {
  const [oldLists, newLists] = onlyIn(before.lists, after.lists);
  const oldSections = childrenOf(oldLists, ({ sections }) => sections);
  const newSections = childrenOf(newLists, ({ sections }) => sections);
  const [oldParents, newParents] = onlyIn(
    oldSections.map(({ child }) => child),
    newSections.map(({ child }) => child),
  );
  const oldItems = childrenOf(oldParents, ({ items }) => items);
  const newItems = childrenOf(newParents, ({ items }) => items);
  return [
    {
      table: 'list',
      rows: rowsOf(alone(oldLists), alone(newLists), listRow),
      orders: changedOrder(0, before.lists.map(idOf), after.lists.map(idOf)),
    },
    {
      table: 'list_section',
      rows: rowsOf(oldSections, newSections, sectionRow),
      orders: changedOrders(oldLists, newLists, ({ sections }) => sections),
    },
    {
      table: 'list_item',
      rows: rowsOf(oldItems, newItems, itemRow),
      orders: changedOrders(oldParents, newParents, ({ items }) => items),
    },
    {
      table: 'list_star',
      rows: starRows(before.starred, after.starred),
      orders: changedOrder(0, before.starred, after.starred),
    },
  ];
}

interface Node {
  readonly id: number;
}

interface Child<Part> {
  readonly parentId: number;
  readonly child: Part;
}

const idOf = ({ id }: Node): number => id;
const alone = <Part>(parts: readonly Part[]): readonly Child<Part>[] =>
  parts.map((child) => ({ parentId: 0, child }));

/** The objects that only one of both holds. */
function onlyIn<Part>(old: readonly Part[], next: readonly Part[]): [Part[], Part[]] {
  const [inOld, inNext] = [new Set(old), new Set(next)];
  return [old.filter((part) => !inNext.has(part)), next.filter((part) => !inOld.has(part))];
}

function childrenOf<Parent extends Node, Part>(
  parents: readonly Parent[],
  partsOf: (parent: Parent) => readonly Part[],
): readonly Child<Part>[] {
  return parents.flatMap((parent) =>
    partsOf(parent).map((child) => ({ parentId: parent.id, child })),
  );
}

function rowsOf<Part extends Node>(
  old: readonly Child<Part>[],
  next: readonly Child<Part>[],
  rowOf: (child: Child<Part>) => Row,
): ReadonlyMap<number, Row | null> {
  const known = new Map(old.map((each) => [each.child.id, each]));
  const rows = new Map<number, Row | null>(old.map(({ child }) => [child.id, null]));
  for (const each of next) {
    const was = known.get(each.child.id);
    if (was?.child === each.child && was.parentId === each.parentId) rows.delete(each.child.id);
    else rows.set(each.child.id, rowOf(each));
  }
  return rows;
}

function starRows(
  old: readonly string[],
  next: readonly string[],
): ReadonlyMap<string, Row | null> {
  const [gone, fresh] = onlyIn(old, next);
  return new Map([
    ...gone.map((symbol): [string, null] => [symbol, null]),
    ...fresh.map((symbol): [string, Row] => [symbol, { symbol }]),
  ]);
}

function changedOrders<Parent extends Node>(
  old: readonly Parent[],
  next: readonly Parent[],
  partsOf: (parent: Parent) => readonly Node[],
): TableDiff['orders'] {
  const known = new Map(old.map((parent) => [parent.id, partsOf(parent).map(idOf)]));
  return next.flatMap((parent) =>
    changedOrder(parent.id, known.get(parent.id) ?? [], partsOf(parent).map(idOf)),
  );
}

/** What only goes away leaves the others in their order. */
function changedOrder(
  parentId: number,
  old: readonly RowKey[],
  keys: readonly RowKey[],
): TableDiff['orders'] {
  const wanted = new Set(keys);
  const left = old.filter((key) => wanted.has(key));
  const isSame = left.length === keys.length && keys.every((key, index) => key === left[index]);
  return isSame ? [] : [{ parentId, keys }];
}

function listRow({ child: { id, name, seed } }: Child<Watchlist>): Row {
  return { id, name, seed };
}

function sectionRow({ parentId, child: { id, name, seed } }: Child<WatchlistSection>): Row {
  return { id, list_id: parentId, name, seed };
}

function itemRow({ parentId, child }: Child<WatchlistItem>): Row {
  const { id, symbol, written } = child;
  const details = hasDetails(child) ? JSON.stringify(detailsOf(child)) : null;
  return { id, section_id: parentId, symbol, written, details };
}
