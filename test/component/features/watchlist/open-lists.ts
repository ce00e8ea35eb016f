import { KORVO, sampleWatchlist } from '../../../helpers/desk-sample';
import type { DeskUnderTestOptions } from '../../../helpers/desk-under-test';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';
import { itemOf, listOf, listsOf, nowOf, sectionOf } from '../../../helpers/watchlist-samples';
import ListsHost from './ListsHost.svelte';

/** The sample's list, one of memory with a section, and one that is empty. */
export const THREE_LISTS = nowOf(
  listsOf(
    5,
    sampleWatchlist,
    listOf(2, 'Memory', [sectionOf(40, 'Korea', [itemOf(9, KORVO)])]),
    listOf(3, 'Empty'),
  ),
);

/** The pane and everything that opens over it, on three lists. */
export function openLists(
  options: DeskUnderTestOptions & { readonly widthPx?: number } = {},
): Promise<RenderedPane> {
  return renderPane(ListsHost, {
    widthPx: 276,
    ...options,
    snapshot: { watchlist: THREE_LISTS, ...options.snapshot },
  });
}

export const symbolsOf = ({ desk }: RenderedPane, listId = desk.watchlist.id): string[][] =>
  desk.watchlist.lists
    .find(({ id }) => id === listId)
    ?.sections.map(({ items }) => items.map(({ symbol }) => symbol)) ?? [];

export const noticesOf = ({ desk }: RenderedPane): string[] =>
  desk.notices.all.map(({ text }) => text);
