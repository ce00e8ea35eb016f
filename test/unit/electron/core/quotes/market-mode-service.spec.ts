import { beforeEach, describe, expect, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';
import { MarketModeService } from '../../../../../electron/core/quotes/market-mode-service';
import type { MarketLaunch } from '../../../../../electron/core/quotes/market-mode-decision';
import type { AppFactValues } from '../../../../../electron/core/settings/app-facts-port';
import type {
  FolderError,
  ImportReport,
  MarketStatus,
} from '../../../../../src/shared/domain/market/market-status';
import { FakeAppFacts } from './fake-app-facts';
import { FakeDataGateway } from './fake-data-gateway';
import { NVDA } from './quote-samples';

const NOTHING: AppFactValues = { realBarsEverStored: false, barsFolder: null };
const SIMULATE = 'simulated XNAS:NVDA';

let facts: FakeAppFacts;
let gateway: FakeDataGateway;
let told: MarketStatus[];
let service: MarketModeService;

function start(launch: Partial<MarketLaunch>, known: Partial<AppFactValues>): void {
  facts = new FakeAppFacts({ ...NOTHING, ...known });
  gateway = new FakeDataGateway();
  told = [];
  const changed = new Signal<MarketStatus>((error) => {
    throw error;
  });
  changed.subscribe((status) => told.push(status));
  service = new MarketModeService({
    launch: { barsFolder: null, offline: false, ...launch },
    facts,
    gateway,
    simulatedInstruments: () => [NVDA],
    changed,
  });
  service.start();
}

function report(bars: number, folderError: FolderError | null = null): ImportReport {
  const file = {
    fileName: 'NVDA.csv',
    instrument: NVDA,
    bars,
    skippedRows: 0,
    skipped: [],
    error: bars > 0 ? null : ('no-valid-rows' as const),
  };
  return { finishedAt: 1, files: folderError === null ? [file] : [], folderError };
}

beforeEach(() => start({}, {}));

describe('MarketModeService on a first start', () => {
  it('runs the simulated market by itself', () => {
    expect(service.status()).toEqual({
      mode: 'simulated',
      unasked: true,
      folderName: null,
      importing: false,
      report: null,
    });
    expect(gateway.take()).toEqual([]);

    service.dataStarted(0);
    expect(gateway.take()).toEqual([SIMULATE]);
    expect(facts.values).toEqual(NOTHING);
  });

  it('orders the simulated market ahead of every page, and once only', () => {
    service.dataLaunched();
    expect(gateway.take()).toEqual([SIMULATE]);
    service.dataStarted(0);
    expect(gateway.take()).toEqual([]);
  });

  it('takes that order back where the store turns out to hold real bars', () => {
    service.dataLaunched();
    service.dataStarted(3);
    expect(gateway.take()).toEqual([SIMULATE, 'stored']);
  });

  it('shows what is stored where the store holds real bars that the facts do not know of', () => {
    service.dataStarted(3);
    expect(gateway.take()).toEqual(['stored']);
    expect(service.status()).toMatchObject({ mode: 'live', unasked: false });
    expect(facts.values.realBarsEverStored).toBe(true);
  });

  it('makes way for bars that came over the network, once', () => {
    service.dataStarted(0);
    gateway.take();
    expect(service.wantsNetwork).toBe(true);

    service.networkBarsStored();
    expect(gateway.take()).toEqual(['stored']);
    expect(service.status()).toMatchObject({ mode: 'live', unasked: false });
    expect(facts.values.realBarsEverStored).toBe(true);

    service.networkBarsStored();
    expect(gateway.take()).toEqual([]);
    expect(service.wantsNetwork).toBe(true);
  });

  it('keeps a simulation that was asked for, whatever the network brings', () => {
    service.startSimulation();
    service.dataStarted(0);
    service.networkBarsStored();
    expect(service.status()).toMatchObject({ mode: 'simulated', unasked: false });
    expect(service.wantsNetwork).toBe(false);
  });

  it('leaves a folder for the network, and forgets it', () => {
    service.useBarsFolder('/home/me/bars');
    service.dataStarted(0);
    expect(service.wantsNetwork).toBe(false);

    service.useNetwork();
    expect(service.status()).toMatchObject({ mode: 'live', folderName: null, report: null });
    expect(facts.values.barsFolder).toBeNull();
    expect(service.wantsNetwork).toBe(true);
  });

  it('reads the folder that the user chooses, and remembers it', () => {
    service.dataStarted(0);
    gateway.take();

    service.useBarsFolder('/home/me/bars');

    expect(gateway.take()).toEqual(['stored', 'import /home/me/bars']);
    expect(service.status()).toMatchObject({
      mode: 'bars-folder',
      folderName: 'bars',
      importing: true,
    });
    expect(facts.values).toEqual({ realBarsEverStored: false, barsFolder: '/home/me/bars' });

    service.importFinished(report(250), 1);
    expect(service.status()).toEqual({
      mode: 'bars-folder',
      unasked: false,
      folderName: 'bars',
      importing: false,
      report: report(250),
    });
    expect(facts.values.realBarsEverStored).toBe(true);
    expect(told.at(-1)).toEqual(service.status());
    expect(gateway.take()).toEqual([]);
  });

  it.each([report(0), report(0, 'not-found')])(
    'goes back to the simulated market where the chosen folder gives nothing',
    (empty) => {
      service.dataStarted(0);
      service.useBarsFolder('/home/me/empty');
      gateway.take();

      service.importFinished(empty, 0);

      expect(service.status()).toMatchObject({ mode: 'simulated', unasked: true, report: empty });
      expect(gateway.take()).toEqual([SIMULATE]);
      expect(facts.values.realBarsEverStored).toBe(false);
    },
  );

  it('becomes an asked simulation when the user starts it, without a new order', () => {
    service.dataStarted(0);
    gateway.take();
    service.startSimulation();
    expect(service.status()).toMatchObject({ mode: 'simulated', unasked: false });
    expect(gateway.take()).toEqual([]);
  });

  it('shows the empty store when the user stops the simulation', () => {
    service.dataStarted(0);
    gateway.take();
    service.stopSimulation();
    expect(service.status()).toMatchObject({ mode: 'live', unasked: false });
    expect(gateway.take()).toEqual(['stored']);
  });

  it('simulates other instruments when they change', () => {
    service.dataStarted(0);
    gateway.take();
    service.simulatedInstrumentsChanged();
    expect(gateway.take()).toEqual([SIMULATE]);
  });
});

describe('MarketModeService after real bars were stored', () => {
  beforeEach(() => start({}, { realBarsEverStored: true }));

  it('never simulates unasked, also where the cache was deleted', () => {
    service.dataStarted(0);
    expect(gateway.take()).toEqual(['stored']);
    expect(service.status()).toMatchObject({ mode: 'live', unasked: false, folderName: null });
    service.simulatedInstrumentsChanged();
    expect(gateway.take()).toEqual([]);
  });

  it('keeps to the folder where a chosen one gives nothing', () => {
    service.dataStarted(2);
    service.useBarsFolder('/empty');
    service.importFinished(report(0, 'no-csv-files'), 2);
    expect(service.status()).toMatchObject({
      mode: 'bars-folder',
      report: report(0, 'no-csv-files'),
    });
  });

  it('goes to the simulation and back to what is stored', () => {
    service.dataStarted(2);
    service.startSimulation();
    service.stopSimulation();
    expect(gateway.take()).toEqual(['stored', SIMULATE, 'stored']);
    expect(service.status().mode).toBe('live');
  });

  it('has nothing to read again without a folder', () => {
    service.dataStarted(2);
    gateway.take();
    service.rescanBarsFolder();
    service.stopSimulation();
    expect(gateway.take()).toEqual([]);
    expect(service.status().mode).toBe('live');
  });
});

describe('MarketModeService with a remembered folder', () => {
  beforeEach(() => start({}, { realBarsEverStored: true, barsFolder: '/home/me/bars' }));

  it('says from the start that it is being read, and reads it when the process is there', () => {
    expect(service.status()).toMatchObject({
      mode: 'bars-folder',
      folderName: 'bars',
      importing: true,
    });
    service.dataStarted(2);
    expect(gateway.take()).toEqual(['stored', 'import /home/me/bars']);
  });

  it('reads it again when asked', () => {
    service.dataStarted(2);
    service.importFinished(report(5), 2);
    gateway.take();
    service.rescanBarsFolder();
    expect(gateway.take()).toEqual(['import /home/me/bars']);
    expect(service.status().importing).toBe(true);
  });

  it('reads once more after the present reading where it was asked meanwhile', () => {
    service.dataStarted(2);
    gateway.take();
    service.rescanBarsFolder();
    service.rescanBarsFolder();
    expect(gateway.take()).toEqual([]);

    service.importFinished(report(5), 2);
    expect(gateway.take()).toEqual(['import /home/me/bars']);
    expect(service.status()).toMatchObject({ importing: true, report: null });

    service.importFinished(report(6), 2);
    expect(gateway.take()).toEqual([]);
    expect(service.status()).toMatchObject({ importing: false, report: report(6) });
  });

  it('shows the report of the folder that was chosen last, not of the one read before', () => {
    service.dataStarted(2);
    gateway.take();
    service.useBarsFolder('/other');
    service.importFinished(report(5), 2);
    expect(gateway.take()).toEqual(['import /other']);
    expect(service.status()).toMatchObject({ folderName: 'other', importing: true, report: null });
  });

  it('serves again without reading after the process was restarted', () => {
    service.dataStarted(2);
    gateway.take();
    service.dataStopped();
    expect(service.status()).toMatchObject({ mode: 'bars-folder', importing: false });

    service.dataStarted(2);
    expect(gateway.take()).toEqual(['stored']);
  });

  it('keeps a wish for the time when the process is there', () => {
    service.useBarsFolder('/other');
    expect(gateway.take()).toEqual([]);
    service.dataStarted(2);
    expect(gateway.take()).toEqual(['stored', 'import /other']);
  });

  it('shows the simulation with --offline, and reads the folder first when it is left', () => {
    start({ offline: true }, { realBarsEverStored: true, barsFolder: '/home/me/bars' });
    service.dataStarted(2);
    expect(service.status()).toMatchObject({ mode: 'simulated', unasked: false });
    service.stopSimulation();
    expect(gateway.take()).toEqual([SIMULATE, 'stored', 'import /home/me/bars']);

    service.importFinished(report(5), 2);
    service.startSimulation();
    service.stopSimulation();
    expect(gateway.take()).toEqual([SIMULATE, 'stored']);
  });

  it('takes the report of a reading that ends while the simulation is shown', () => {
    service.dataStarted(2);
    service.rescanBarsFolder();
    service.startSimulation();
    gateway.take();

    service.importFinished(report(5), 2);

    expect(service.status()).toMatchObject({
      mode: 'simulated',
      importing: false,
      report: report(5),
    });
    expect(gateway.take()).toEqual([]);
  });

  it('simulates unasked where it is unreachable and nothing was ever stored', () => {
    start({}, { barsFolder: '/gone' });
    service.dataStarted(0);
    service.importFinished(report(0, 'not-found'), 0);
    expect(service.status()).toMatchObject({
      mode: 'simulated',
      unasked: true,
      folderName: 'gone',
    });
  });
});

describe('MarketModeService with --bars-folder', () => {
  it('shows the folder for this run and does not remember it', () => {
    start({ barsFolder: '/tmp/ohlcv' }, { barsFolder: '/home/me/bars' });
    service.dataStarted(0);
    service.importFinished(report(5), 1);
    expect(gateway.take()).toEqual(['stored', 'import /tmp/ohlcv']);
    expect(facts.values).toEqual({ realBarsEverStored: true, barsFolder: '/home/me/bars' });
  });

  it('stays with it where it gives nothing, and invents nothing', () => {
    start({ barsFolder: '/tmp/empty' }, {});
    service.dataStarted(0);
    service.importFinished(report(0, 'no-csv-files'), 0);
    expect(service.status()).toMatchObject({ mode: 'bars-folder', unasked: false });
    expect(gateway.take()).toEqual(['stored', 'import /tmp/empty']);
  });

  it('shows the folder of a second start in the same way', () => {
    start({}, { barsFolder: '/home/me/bars', realBarsEverStored: false });
    service.dataStarted(0);
    gateway.take();
    service.visitBarsFolder('/tmp/ohlcv');
    service.importFinished(report(0, 'not-found'), 0);
    expect(gateway.take()).toEqual(['import /tmp/ohlcv']);

    service.importFinished(report(0, 'no-csv-files'), 0);
    expect(service.status()).toMatchObject({ mode: 'bars-folder', folderName: 'ohlcv' });
    expect(facts.values.barsFolder).toBe('/home/me/bars');
  });

  it('gives up its privilege to a folder that the user chooses', () => {
    start({ barsFolder: '/tmp/empty' }, {});
    service.dataStarted(0);
    service.importFinished(report(0), 0);
    service.useBarsFolder('/tmp/empty');
    service.importFinished(report(0), 0);
    expect(service.status()).toMatchObject({ mode: 'simulated', unasked: true });
  });

  it('names a folder that is the root of a disk by its path', () => {
    start({ barsFolder: '/' }, {});
    expect(service.status().folderName).toBe('/');
  });
});

describe('MarketModeService when the facts cannot be written', () => {
  const failure = new Error('database or disk is full');

  it('refuses the folder and stays with what is shown', () => {
    service.dataStarted(0);
    gateway.take();
    facts.failure = failure;
    expect(() => service.useBarsFolder('/bars')).toThrow(failure);
    expect(service.status()).toMatchObject({ mode: 'simulated', folderName: null });
    expect(gateway.take()).toEqual([]);
  });

  it('tells what was read before it reports the failure', () => {
    service.dataStarted(0);
    service.useBarsFolder('/bars');
    facts.failure = failure;
    expect(() => service.importFinished(report(5), 1)).toThrow(failure);
    expect(told.at(-1)).toMatchObject({ mode: 'bars-folder', report: report(5) });
  });
});
