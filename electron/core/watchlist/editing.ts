import type {
  Watchlist,
  WatchlistItem,
  Watchlists,
  WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';
import type { WatchlistRefusal } from '../../../src/shared/domain/watchlist/watchlist-answer';
import type { WatchlistEditKind } from '../../../src/shared/domain/watchlist/watchlist-edit';
import type { TrashContent, TrashPlace } from './watchlist-repository-port';

/** What an edit makes of the lists; nothing was changed where `after` is what it was given. */
export type Editing =
  | {
      readonly ok: true;
      readonly after: Watchlists;
      readonly kind: WatchlistEditKind;
      /** What the step is called by, see `WatchlistEdit`. */
      readonly name: string | null;
      readonly count: number;
      /** Identities of what is new. */
      readonly added: readonly number[];
      readonly leftOut: number;
      /** What goes into the trash, in the order in which it stood. */
      readonly trashed: readonly TrashedPart[];
      /** Trash entries that are taken out of it. */
      readonly taken: readonly number[];
    }
  | Refusal;

export interface Refusal {
  readonly ok: false;
  readonly reason: WatchlistRefusal;
}

export interface TrashedPart {
  readonly place: TrashPlace;
  readonly content: TrashContent;
}

/** Gives an identity that was never used. */
export type NewId = () => number;

type Edited = Extract<Editing, { ok: true }>;

export function edited(
  kind: WatchlistEditKind,
  after: Watchlists,
  more: Partial<Pick<Edited, 'name' | 'count' | 'added' | 'leftOut' | 'trashed' | 'taken'>> = {},
): Editing {
  const none = { name: null, count: 1, added: [], leftOut: 0, trashed: [], taken: [] };
  return { ok: true, kind, after, ...none, ...more };
}

export function refuse(reason: WatchlistRefusal): Refusal {
  return { ok: false, reason };
}

export function putList(all: Watchlists, list: Watchlist): Watchlists {
  return { ...all, lists: all.lists.map((each) => (each.id === list.id ? list : each)) };
}

export function putSection(all: Watchlists, section: WatchlistSection): Watchlists {
  return mapSections(all, (each) => (each.id === section.id ? section : each));
}

/** Lists whose sections stay the same objects stay the same too. */
export function mapSections(
  all: Watchlists,
  change: (section: WatchlistSection) => WatchlistSection,
): Watchlists {
  const lists = all.lists.map((list) => {
    const sections = list.sections.map(change);
    const isSame = sections.every((section, index) => section === list.sections[index]);
    return isSame ? list : { ...list, sections };
  });
  const isSame = lists.every((list, index) => list === all.lists[index]);
  return isSame ? all : { ...all, lists };
}

/** Takes items out of whichever sections they stand in. */
export function withoutItems(all: Watchlists, itemIds: ReadonlySet<number>): Watchlists {
  return mapSections(all, (section) => {
    const items = section.items.filter(({ id }) => !itemIds.has(id));
    return items.length === section.items.length ? section : { ...section, items };
  });
}

/** @param position - behind the end means the end */
export function withItemsAt(
  section: WatchlistSection,
  position: number,
  items: readonly WatchlistItem[],
): WatchlistSection {
  return { ...section, items: section.items.toSpliced(position, 0, ...items) };
}

/** Moves one of several; the same array where it stands there already. */
export function moved<Row>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  const row = rows[from];
  const end = Math.min(to, rows.length - 1);
  if (row === undefined || end === from) return rows;
  return rows.toSpliced(from, 1).toSpliced(end, 0, row);
}
