import type { Watchlist, Watchlists } from '../../../src/shared/domain/watchlist/watchlist';

export const MAX_LISTS = 100;
export const MAX_LIST_SECTIONS = 200;
export const MAX_LIST_ITEMS = 5_000;
/** Of all lists: each change sends all of them to the page. */
export const MAX_ALL_ITEMS = 20_000;
export const MAX_STARRED = 200;

export function countItems({ sections }: Watchlist): number {
  return sections.reduce((count, { items }) => count + items.length, 0);
}

/** True where lists, their sections and their items are as many as may be. */
export function isWithinLimits({ lists, starred }: Watchlists): boolean {
  const counts = lists.map(countItems);
  return (
    lists.length <= MAX_LISTS &&
    starred.length <= MAX_STARRED &&
    lists.every(({ sections }) => sections.length <= MAX_LIST_SECTIONS) &&
    counts.every((count) => count <= MAX_LIST_ITEMS) &&
    counts.reduce((sum, count) => sum + count, 0) <= MAX_ALL_ITEMS
  );
}
