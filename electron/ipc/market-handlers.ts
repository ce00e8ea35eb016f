import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { MarketModeService } from '../core/quotes/market-mode-service';

export interface MarketHandlerParts {
  readonly market: Pick<
    MarketModeService,
    'useBarsFolder' | 'useNetwork' | 'rescanBarsFolder' | 'startSimulation' | 'stopSimulation'
  >;
  /** Shows the folder dialog; null where the user closed it. */
  readonly chooseFolder: () => Promise<string | null>;
}

export function createMarketHandlers(parts: MarketHandlerParts): TapeoutHandlers['market'] {
  return {
    async chooseBarsFolder() {
      const folder = await parts.chooseFolder();
      if (folder !== null) parts.market.useBarsFolder(folder);
      return { chosen: folder !== null };
    },
    rescanBarsFolder: () => parts.market.rescanBarsFolder(),
    useNetwork: () => parts.market.useNetwork(),
    startSimulation: () => parts.market.startSimulation(),
    stopSimulation: () => parts.market.stopSimulation(),
  };
}
