import { expect, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';
import { MarketModeService } from '../../../../../electron/core/quotes/market-mode-service';
import { FakeAppFacts } from './fake-app-facts';
import { FakeDataGateway } from './fake-data-gateway';
import { NVDA } from './quote-samples';

it('lets a simulated market make way for bars that the user imported, even one that was asked for', () => {
  const facts = new FakeAppFacts({ realBarsEverStored: false, barsFolder: null });
  const gateway = new FakeDataGateway();
  const service = new MarketModeService({
    ...{ facts, gateway, launch: { barsFolder: null, offline: true } },
    simulatedInstruments: () => [NVDA],
    changed: new Signal((error) => {
      throw error;
    }),
  });
  service.start();
  service.dataStarted(0);
  gateway.take();
  service.barsImported();
  expect(gateway.take()).toEqual(['stored']);
  expect(service.status()).toMatchObject({ mode: 'live', unasked: false });
  expect(facts.values.realBarsEverStored).toBe(true);
});
