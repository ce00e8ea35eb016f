import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { WatchlistService } from '../core/watchlist/watchlist-service';

export interface WatchlistHandlerParts {
  readonly watchlist: Pick<WatchlistService, keyof TapeoutHandlers['watchlist']>;
}

export function createWatchlistHandlers({
  watchlist,
}: WatchlistHandlerParts): TapeoutHandlers['watchlist'] {
  return {
    addItem: (args) => watchlist.addItem(args),
    removeItem: (args) => watchlist.removeItem(args),
    moveItem: (args) => watchlist.moveItem(args),
    addSection: (args) => watchlist.addSection(args),
    renameSection: (args) => watchlist.renameSection(args),
    moveSection: (args) => watchlist.moveSection(args),
    removeSection: (args) => watchlist.removeSection(args),
  };
}
