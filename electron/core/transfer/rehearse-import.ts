import type { Watchlists } from '../../../src/shared/domain/watchlist/watchlist';
import type { WatchlistRefusal } from '../../../src/shared/domain/watchlist/watchlist-answer';
import { importDocument } from '../watchlist/document-edits';
import { isWithinLimits } from '../watchlist/watchlist-limits';

/** What taking a document in would come to, or came to. */
export type DocumentTaking =
  | { readonly ok: true; readonly added: number; readonly merged: number }
  | { readonly ok: false; readonly reason: WatchlistRefusal };

/** What `WatchlistService.importDocument` would do, without doing it. */
export function rehearseImport(
  watchlists: Watchlists,
  args: Parameters<typeof importDocument>[1],
): DocumentTaking {
  let lastId = Number.MAX_SAFE_INTEGER / 2;
  const editing = importDocument(watchlists, args, () => (lastId += 1));
  if (!editing.ok) return editing;
  if (!isWithinLimits(editing.after)) return { ok: false, reason: 'list-full' };
  return { ok: true, added: editing.added.length, merged: editing.leftOut };
}
