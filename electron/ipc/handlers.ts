import type { OpenResult, TapeoutHandlers } from '../../src/shared/ipc/contract';
import { type AppHandlerParts, createAppHandlers } from './app-handlers';
import { createHelpHandlers } from './help-handlers';
import { createMarketHandlers, type MarketHandlerParts } from './market-handlers';
import { createTimelineHandlers, type TimelineHandlerParts } from './timeline-handlers';
import { createWatchlistHandlers, type WatchlistHandlerParts } from './watchlist-handlers';

export interface HandlerParts extends Omit<AppHandlerParts, 'market' | 'watchlist'> {
  readonly watchlist: AppHandlerParts['watchlist'] & WatchlistHandlerParts['watchlist'];
  readonly timeline: TimelineHandlerParts['timeline'];
  readonly market: AppHandlerParts['market'] & MarketHandlerParts['market'];
  readonly chooseFolder: MarketHandlerParts['chooseFolder'];
  /** The one door to the user's browser. */
  readonly openLink: (address: string) => Promise<OpenResult>;
}

/** An answer to every question of the contract. */
export function createHandlers(parts: HandlerParts): TapeoutHandlers {
  return {
    app: createAppHandlers(parts),
    watchlist: createWatchlistHandlers(parts),
    timeline: createTimelineHandlers(parts),
    market: createMarketHandlers(parts),
    help: createHelpHandlers(parts.openLink),
  };
}
