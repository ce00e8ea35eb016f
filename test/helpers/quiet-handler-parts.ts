import type { HandlerParts } from '../../electron/ipc/handlers';

import type { TickerContent } from '../../src/shared/ipc/ticker-contract';

export const TICKER: TickerContent = {
  ...{ lines: [], locale: 'en', theme: 'dark' },
  ...{ upColour: 'by-language', directionPalette: 'standard' },
};

/** Notes that something was asked, and answers. */
export type Noting = <Value>(name: string, value: Value) => (...args: unknown[]) => Value;

/** Parts of main's handlers that hold nothing and agree to everything. */
export function quietParts(
  noting: Noting,
): Pick<
  HandlerParts,
  'inbox' | 'dayOverrides' | 'savedFilters' | 'chartMemory' | 'transfer' | 'chooseList' | 'tray'
> {
  return {
    inbox: {
      network: true,
      feeds: () => [],
      items: () => [],
      suggested: async () => [],
      add: async () => ({ ok: true as const, id: 1 }),
      addSuggested: async () => null,
      update: noting('updateFeed', undefined),
      remove: noting('removeFeed', undefined),
      restore: () => true,
      askNow: noting('askNow', undefined),
      mark: noting('mark', undefined),
      itemUrl: () => null,
      importList: async () => null,
      exportList: () => '',
    },
    dayOverrides: {
      list: () => [],
      set: async () => ({ ok: true as const, overrides: [] }),
      clear: () => ({ ok: true as const, overrides: [] }),
    },
    savedFilters: {
      list: () => [],
      put: () => ({ ok: true, filters: [] }),
      rename: () => ({ ok: true, filters: [] }),
      remove: () => [],
    },
    chartMemory: {
      studies: () => null,
      putStudies: noting('putStudies', undefined),
      drawings: () => [],
      putDrawings: noting('putDrawings', undefined),
      layouts: () => [],
      putLayout: () => ({ ok: true as const, layouts: [] }),
      removeLayout: () => [],
    },
    transfer: {
      open: noting('openList', Promise.resolve(null)),
      correct: noting('correctList', Promise.resolve(null)),
      commit: noting('commitList', Promise.resolve(null)),
      cancel: noting('cancelList', undefined),
      write: noting('writeList', Promise.resolve(null)),
    },
    chooseList: async () => null,
    tray: {
      isReachable: async () => true,
      setStartAtLogin: async (isOn) => noting('setStartAtLogin', true)(isOn),
      tickerContent: async () => TICKER,
      chart: noting('chart', undefined),
      closeTicker: noting('closeTicker', undefined),
    },
  };
}
