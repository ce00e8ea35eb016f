import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { TickerContent } from '../../src/shared/ipc/ticker-contract';

export interface TrayHandlerParts {
  readonly tray: {
    readonly isReachable: () => Promise<boolean>;
    readonly setStartAtLogin: (isOn: boolean) => Promise<boolean>;
    readonly tickerContent: () => Promise<TickerContent>;
    readonly chart: (instrument: InstrumentId) => void;
    readonly closeTicker: () => void;
  };
}

export function createTrayHandlers({ tray }: TrayHandlerParts): TapeoutHandlers['tray'] {
  return {
    isReachable: async () => ({ isReachable: await tray.isReachable() }),
    setStartAtLogin: async ({ isOn }) => ({ isSet: await tray.setStartAtLogin(isOn) }),
  };
}

export function createTickerHandlers({ tray }: TrayHandlerParts): TapeoutHandlers['ticker'] {
  return {
    get: () => tray.tickerContent(),
    chart: ({ instrument }) => tray.chart(instrument),
    close: () => tray.closeTicker(),
  };
}
