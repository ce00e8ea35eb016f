import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { WatchlistService } from '../core/watchlist/watchlist-service';

export interface WatchlistHandlerParts {
  readonly watchlist: Pick<WatchlistService, keyof TapeoutHandlers['watchlist']>;
}

export function createWatchlistHandlers({
  watchlist,
}: WatchlistHandlerParts): TapeoutHandlers['watchlist'] {
  return {
    chooseList: (args) => watchlist.chooseList(args),
    addList: (args) => watchlist.addList(args),
    renameList: (args) => watchlist.renameList(args),
    moveList: (args) => watchlist.moveList(args),
    copyList: (args) => watchlist.copyList(args),
    removeList: (args) => watchlist.removeList(args),
    addSection: (args) => watchlist.addSection(args),
    renameSection: (args) => watchlist.renameSection(args),
    moveSection: (args) => watchlist.moveSection(args),
    removeSection: (args) => watchlist.removeSection(args),
    sortSection: (args) => watchlist.sortSection(args),
    addItems: (args) => watchlist.addItems(args),
    copyItems: (args) => watchlist.copyItems(args),
    moveItems: (args) => watchlist.moveItems(args),
    removeItems: (args) => watchlist.removeItems(args),
    setDetails: (args) => watchlist.setDetails(args),
    setFlag: (args) => watchlist.setFlag(args),
    setStarred: (args) => watchlist.setStarred(args),
    undo: () => watchlist.undo(),
    redo: () => watchlist.redo(),
    listTrash: () => watchlist.listTrash(),
    restore: (args) => watchlist.restore(args),
    emptyTrash: () => watchlist.emptyTrash(),
  };
}
