import type { SeedNames } from '../watchlist/list-document';
import type { Watchlist } from '../watchlist/watchlist';
import { folded, listsCalled, listsWhere } from './rule-lists';

/** Words that say that a whole list is meant, before its name. */
const BEFORE =
  /^(?:(?:each|any|every)\s+of\s+)?(?:my\s+)?(?:watch)?list(?=[\s"'“‘「『《]|$)\s*(.*)$/iu;
const EACH_OF = /^(?:each|any|every)\s+of\s+(.+)$/iu;
const BEFORE_CHINESE = /^(?:自选股?列表|自选股?|列表)\s*(.*)$/u;
/** And behind it. */
const BEHIND_CHINESE = /^(.+?)\s*[里中]的?(?:任意?一[个只支]|任一|每一?[个只支])$/u;

const QUOTED = /^(?:"(.*)"|'(.*)'|“(.*)”|‘(.*)’|「(.*)」|『(.*)』|《(.*)》)$/u;

/**
 * What of a rule in one line stands for a whole list: `list Memory`, `watchlist "AI labs"`, `each of
 * Memory`, `列表 存储`, `自选股`, `“存储”中的每一个`. A text without one of these words means an instrument,
 * whatever lists are called; one with them never does.
 *
 * @param subject - see `RuleWords`
 * @returns the name as it was written; empty for the list that stands on the desk; null where no list is meant
 */
export function readListWords(subject: string): string | null {
  for (const words of [BEFORE, EACH_OF, BEFORE_CHINESE, BEHIND_CHINESE]) {
    const name = words.exec(subject.trim())?.[1];
    if (name !== undefined) return unquoted(name.trim());
  }
  return null;
}

/** Lists that a name may mean, the best first. */
export interface MeantLists {
  readonly lists: readonly Watchlist[];
  /** The name does not say which of them: nothing may be chosen for the user. */
  readonly asks: boolean;
}

/**
 * The lists that go by a name, see `listsCalled`; else those whose name has it somewhere, as it is while
 * it is being written.
 *
 * @param name - see {@link readListWords}
 * @param seeds - names of the first lists in all languages
 */
export function listsMeant(
  name: string,
  lists: readonly Watchlist[],
  openListId: number,
  seeds: readonly SeedNames[],
): MeantLists {
  if (name === '') return { lists: lists.filter(({ id }) => id === openListId), asks: false };
  const called = listsCalled(name, lists, seeds);
  if (called.length > 0) return { lists: called, asks: called.length > 1 };
  const isPart = (own: string): boolean => folded(own).includes(folded(name));
  return { lists: listsWhere(isPart, lists, seeds), asks: true };
}

function unquoted(name: string): string {
  const inner = QUOTED.exec(name)?.slice(1);
  return inner?.find((each) => each !== undefined)?.trim() ?? name;
}
