import { z } from 'zod/mini';
import { isCalendarDate } from '../domain/calendar/calendar-date';
import type {
  WatchlistResult,
  WatchlistsNow,
  WatchlistStep,
} from '../domain/watchlist/watchlist-answer';
import { FLAGS } from '../domain/watchlist/watchlist-document';
import type { TrashEntry } from '../domain/watchlist/watchlist-trash';
import { invoke, push } from './build';

const nothing = z.undefined();
const rowId = z.int().check(z.positive());
const position = z.int().check(z.nonnegative(), z.maximum(100_000));
/** SQLite keeps neither NULs nor halves of surrogate pairs. */
const storable = z.regex(/^[^\0\p{Cs}]*$/u);
const symbol = z.string().check(z.trim(), z.minLength(1), z.maxLength(64), storable);
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), storable);
const rowIds = z.array(rowId).check(z.minLength(1), z.maxLength(20_000));
const symbols = z.array(symbol).check(z.minLength(1), z.maxLength(5_000));
const amount = z.number().check(z.gte(-1e15), z.lte(1e15));
const price = z.number().check(z.nonnegative(), z.lte(1e12));
const short = z.string().check(z.maxLength(200));

const target = z.strictObject({ price, label: short });
const lot = z.strictObject({
  quantity: amount,
  price: z.nullable(price),
  currency: z.nullable(z.string().check(z.regex(/^[A-Za-z]{3}$/))),
  date: z.nullable(z.string().check(z.refine(isCalendarDate))),
  commission: z.nullable(amount),
  comment: z.string().check(z.maxLength(1_000)),
});
const flags = z.readonly(z.array(z.enum(FLAGS)).check(z.maxLength(FLAGS.length)));
const details = z
  .partial(
    z.strictObject({
      note: z.string().check(z.maxLength(10_000)),
      flags,
      targets: z.readonly(z.array(target).check(z.maxLength(50))),
      lots: z.readonly(z.array(lot).check(z.maxLength(500))),
    }),
  )
  .check(z.refine((patch) => Object.keys(patch).length > 0));

/**
 * The user's lists. A `position` is the index that something has afterwards, counted from 0; one
 * behind the end means the end. Every command but `chooseList` can be taken back with `undo`.
 */
export const watchlistContract = {
  /** Puts a list on the desk. */
  chooseList: invoke(z.strictObject({ listId: rowId }))<WatchlistResult>(),
  /** The new list is put on the desk. */
  addList: invoke(z.strictObject({ name, position }))<WatchlistResult>(),
  renameList: invoke(z.strictObject({ listId: rowId, name }))<WatchlistResult>(),
  moveList: invoke(z.strictObject({ listId: rowId, position }))<WatchlistResult>(),
  /** The copy stands behind its original and is put on the desk. */
  copyList: invoke(z.strictObject({ listId: rowId, name }))<WatchlistResult>(),
  /** Into the trash. The last list is refused. */
  removeList: invoke(z.strictObject({ listId: rowId }))<WatchlistResult>(),

  addSection: invoke(z.strictObject({ listId: rowId, name, position }))<WatchlistResult>(),
  renameSection: invoke(z.strictObject({ sectionId: rowId, name }))<WatchlistResult>(),
  /** Within its list or to another one. */
  moveSection: invoke(
    z.strictObject({ sectionId: rowId, listId: rowId, position }),
  )<WatchlistResult>(),
  /** With its instruments, into the trash. */
  removeSection: invoke(z.strictObject({ sectionId: rowId }))<WatchlistResult>(),
  /** Puts a section in an order once and for all. @see WatchlistRefusal `other-items` */
  sortSection: invoke(z.strictObject({ sectionId: rowId, itemIds: rowIds }))<WatchlistResult>(),

  /** Symbols that the section has are left out; refused where it has all of them. */
  addItems: invoke(z.strictObject({ sectionId: rowId, symbols, position }))<WatchlistResult>(),
  /** With their notes and the rest. Symbols that the section has are left out, as `addItems`. */
  copyItems: invoke(
    z.strictObject({ itemIds: rowIds, sectionId: rowId, position }),
  )<WatchlistResult>(),
  /** In the order of `itemIds`. Symbols that another section has stay where they are. */
  moveItems: invoke(
    z.strictObject({ itemIds: rowIds, sectionId: rowId, position }),
  )<WatchlistResult>(),
  /** Into the trash. */
  removeItems: invoke(z.strictObject({ itemIds: rowIds }))<WatchlistResult>(),
  /** What `details` does not name stays as it is. */
  setDetails: invoke(z.strictObject({ itemIds: rowIds, details }))<WatchlistResult>(),
  /** Gives or takes one colour; the others stay. */
  setFlag: invoke(
    z.strictObject({ itemIds: rowIds, flag: z.enum(FLAGS), on: z.boolean() }),
  )<WatchlistResult>(),
  /** Starred instruments show in the tray, whichever lists they are in. */
  setStarred: invoke(z.strictObject({ symbols, starred: z.boolean() }))<WatchlistResult>(),

  undo: invoke(nothing)<WatchlistStep>(),
  redo: invoke(nothing)<WatchlistStep>(),

  /** Newest first. */
  listTrash: invoke(nothing)<readonly TrashEntry[]>(),
  /** To where it was; to the end where that is gone. */
  restore: invoke(z.strictObject({ trashIds: rowIds }))<WatchlistResult>(),
  emptyTrash: invoke(nothing)<WatchlistResult>(),

  onChanged: push<WatchlistsNow>(),
} as const;
