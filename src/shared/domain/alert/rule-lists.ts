import { listName, type SeedNames } from '../watchlist/list-document';
import type { Watchlist } from '../watchlist/watchlist';

/** Which list a name means. */
export type NamedList =
  | { readonly ok: true; readonly listId: number }
  | { readonly ok: false; readonly fault: 'unknown-list' | 'ambiguous-list' };

/** How lists stand in a file of rules: by their names, as numbers mean nothing on another machine. */
export interface RuleLists {
  /** Null for a list that is gone. */
  nameOf(listId: number): string | null;
  /** @param written - a name; in files of earlier versions the number of a list */
  find(written: string | number): NamedList;
}

/**
 * The user's lists by their names, see {@link listsCalled}.
 *
 * @param names - of the first lists in all languages, that of the user first
 */
export function ruleLists(lists: readonly Watchlist[], names: readonly SeedNames[]): RuleLists {
  const withId = (id: number): readonly Watchlist[] => lists.filter((list) => list.id === id);
  return {
    nameOf(listId) {
      const [list] = withId(listId);
      return list && names[0] ? listName(list, names[0]) : null;
    },
    find: (written) =>
      oneOf(typeof written === 'number' ? withId(written) : listsCalled(written, lists, names)),
  };
}

/**
 * The lists of a name: as it is written, else those whose names differ in case or width alone. A list of
 * the first set without a name of its own goes by its name in any language.
 */
export function listsCalled(
  name: string,
  lists: readonly Watchlist[],
  names: readonly SeedNames[],
): readonly Watchlist[] {
  const written = name.trim();
  const exact = listsWhere((own) => own === written, lists, names);
  if (exact.length > 0) return exact;
  return listsWhere((own) => folded(own) === folded(written), lists, names);
}

/** The lists one of whose names is as wanted. */
export function listsWhere(
  isWanted: (name: string) => boolean,
  lists: readonly Watchlist[],
  names: readonly SeedNames[],
): readonly Watchlist[] {
  return lists.filter((list) => names.some((each) => isWanted(listName(list, each))));
}

/** For comparing names without case and width. */
export function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function oneOf([first, ...more]: readonly Watchlist[]): NamedList {
  if (first === undefined) return { ok: false, fault: 'unknown-list' };
  return more.length > 0 ? { ok: false, fault: 'ambiguous-list' } : { ok: true, listId: first.id };
}
