import type { Watchlists } from '../../../src/shared/domain/watchlist/watchlist';
import { edited, type Editing } from './editing';

/** Stars symbols, in whichever lists they are, or takes their stars away. */
export function setStarred(
  all: Watchlists,
  args: { readonly symbols: readonly string[]; readonly starred: boolean },
): Editing {
  const symbols = [...new Set(args.symbols)];
  const old = new Set(all.starred);
  const changed = symbols.filter((symbol) => old.has(symbol) !== args.starred);
  const gone = new Set(changed);
  const starred = args.starred
    ? [...all.starred, ...changed]
    : all.starred.filter((symbol) => !gone.has(symbol));
  return edited(
    args.starred ? 'star' : 'unstar',
    changed.length === 0 ? all : { ...all, starred },
    {
      name: changed.length === 1 ? (changed[0] ?? null) : null,
      count: changed.length,
    },
  );
}
