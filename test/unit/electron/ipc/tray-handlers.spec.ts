import { describe, expect, it } from 'vitest';
import {
  createTickerHandlers,
  createTrayHandlers,
  type TrayHandlerParts,
} from '../../../../electron/ipc/tray-handlers';
import type { TickerContent } from '../../../../src/shared/ipc/ticker-contract';

const CONTENT: TickerContent = {
  ...{ lines: [], locale: 'en', theme: 'dark' },
  ...{ upColour: 'by-language', directionPalette: 'standard' },
};

function makeParts(): TrayHandlerParts & { readonly happened: unknown[] } {
  const happened: unknown[] = [];
  return {
    happened,
    tray: {
      isReachable: async () => true,
      setStartAtLogin: async (isOn) => Boolean(happened.push(['start', isOn])),
      tickerContent: async () => CONTENT,
      chart: (instrument) => happened.push(['chart', instrument]),
      closeTicker: () => happened.push('close'),
    },
  };
}

describe('handlers of tray and ticker', () => {
  it('say whether the tray can be reached, and what the system did', async () => {
    const parts = makeParts();
    const handlers = createTrayHandlers(parts);
    expect(await handlers.isReachable()).toEqual({ isReachable: true });
    expect(await handlers.setStartAtLogin({ isOn: true })).toEqual({ isSet: true });
    expect(parts.happened).toEqual([['start', true]]);
  });

  it('give the ticker what it shows, and do what is chosen in it', async () => {
    const parts = makeParts();
    const handlers = createTickerHandlers(parts);
    expect(await handlers.get()).toBe(CONTENT);
    await handlers.chart({ instrument: 'XNAS:NVDA' });
    await handlers.close();
    expect(parts.happened).toEqual([['chart', 'XNAS:NVDA'], 'close']);
  });
});
