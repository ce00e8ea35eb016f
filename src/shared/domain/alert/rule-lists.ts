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
 * The user's lists by their names. The name as it is written counts before one that differs in case
 * alone. A list of the first set without a name of its own goes by its name in any language.
 *
 * @param names - of the first set in all languages, that of the user first
 */
export function ruleLists(lists: readonly Watchlist[], names: readonly SeedNames[]): RuleLists {
  const called = lists.map((list) => ({
    listId: list.id,
    names: names.map((each) => listName(list, each)),
  }));
  return {
    nameOf: (listId) => called.find((list) => list.listId === listId)?.names[0] ?? null,
    find(written) {
      if (typeof written === 'number') return oneOf(called.filter((it) => it.listId === written));
      const name = written.trim();
      const exact = called.filter((list) => list.names.includes(name));
      const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
      const alike = called.filter((list) =>
        list.names.some((each) => folded(each) === folded(name)),
      );
      return oneOf(exact.length > 0 ? exact : alike);
    },
  };
}

function oneOf([first, ...more]: readonly { readonly listId: number }[]): NamedList {
  if (first === undefined) return { ok: false, fault: 'unknown-list' };
  return more.length > 0
    ? { ok: false, fault: 'ambiguous-list' }
    : { ok: true, listId: first.listId };
}
