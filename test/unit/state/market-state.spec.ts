import { describe, expect, it } from 'vitest';
import type { FileReport, MarketStatus } from '../../../src/shared/domain/market/market-status';
import { MarketState } from '../../../src/state/market-state.svelte';
import { FakeMain } from '../../helpers/fake-client';

const status: MarketStatus = {
  mode: 'bars-folder',
  unasked: false,
  folderName: 'bars',
  importing: false,
  report: null,
};

const file = (fileName: string, skippedRows: number): FileReport => ({
  fileName,
  instrument: null,
  bars: 1,
  skippedRows,
  skipped: [],
  error: null,
});

describe('the market of the page', () => {
  it('is not simulated unless main says so', () => {
    const market = new MarketState(new FakeMain().client);
    expect(market.isSimulated).toBe(false);
    market.receive({ ...status, mode: 'simulated' });
    expect(market.isSimulated).toBe(true);
  });

  it('adds up the skipped rows of all files', () => {
    const market = new MarketState(new FakeMain().client);
    expect(market.skippedRows).toBe(0);
    const files = [file('a.csv', 2), file('b.csv', 0), file('c.csv', 5)];
    market.receive({ ...status, report: { finishedAt: 0, files, folderError: null } });
    expect(market.skippedRows).toBe(7);
  });

  it('passes the wishes of the user on', async () => {
    const main = new FakeMain();
    const market = new MarketState(main.client);
    await market.chooseFolder();
    await market.rescan();
    await market.startSimulation();
    await market.stopSimulation();
    expect(main.asked.map(({ call }) => call)).toEqual([
      'market.chooseBarsFolder',
      'market.rescanBarsFolder',
      'market.startSimulation',
      'market.stopSimulation',
    ]);
  });
});
