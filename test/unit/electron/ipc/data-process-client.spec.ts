import type { FetchedBars, StoredBars } from '../../../../electron/core/history/bars-store-port';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type DataListeners,
  DataProcessClient,
} from '../../../../electron/ipc/data-process-client';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import { ManualScheduler } from '../core/quotes/manual-scheduler';
import { FakeProcess } from './fake-process';

interface FakePage {
  readonly ports: string[];
  deliver(port: string): void;
}

function fakePage(): FakePage {
  const ports: string[] = [];
  return { ports, deliver: (port) => void ports.push(port) };
}

const START = { cacheFile: '/data/cache.db', clockOffsetMs: 5 };

let processes: FakeProcess[];
let scheduler: ManualScheduler;
let happened: unknown[];
let logged: string[];
let listeners: DataListeners;
let ordersAtLaunch: readonly InstrumentId[] | null;
let client: DataProcessClient<string>;

const last = (): FakeProcess => processes.at(-1) as FakeProcess;

beforeEach(() => {
  processes = [];
  happened = [];
  logged = [];
  ordersAtLaunch = null;
  scheduler = new ManualScheduler();
  let channels = 0;
  client = new DataProcessClient<string>({
    fork: () => {
      processes.push(new FakeProcess());
      return last();
    },
    createChannel: () => {
      channels += 1;
      return { port1: `process end ${channels}`, port2: `page end ${channels}` };
    },
    start: START,
    scheduler,
    monotonicMs: () => scheduler.now,
    log: { error: (message) => logged.push(message) },
  });
  listeners = {
    market: {
      dataLaunched: () => {
        if (ordersAtLaunch) client.serveSimulated(ordersAtLaunch);
      },
      dataStarted: (storedSeries) => happened.push(['started', storedSeries]),
      dataStopped: () => happened.push(['stopped']),
      importFinished: (report, storedSeries) => happened.push(['imported', report, storedSeries]),
    },
    quotes: { ingest: (quotes, replaces) => happened.push(['quotes', quotes, replaces]) },
    history: {
      seriesKnown: (series) => happened.push(['known', series]),
      barsStored: (stored) => happened.push(['bars', stored]),
      dataStopped: () => undefined,
    },
    imports: {
      heard: (news) => happened.push(['import', news]),
      dataStopped: () => happened.push(['import lost']),
    },
  };
  client.start(listeners);
});

const BARS: FetchedBars = {
  ...{ instrument: 'XNAS:NVDA', interval: 'D', source: 'yahoo' },
  ...{ buffer: new ArrayBuffer(0), splits: [], skippedRows: 0, currency: null, isWhole: true },
};
const STORED: StoredBars = {
  ...{ instrument: 'XNAS:NVDA', interval: 'D', source: 'yahoo' },
  ...{ lastTime: 86_400, wholeAt: null, outcome: 'stored' },
};

describe('DataProcessClient', () => {
  it('starts the process and tells it where the cache is', () => {
    expect(last().heard).toEqual([[{ kind: 'start', ...START }, []]]);
  });

  it('does nothing where it is started again, as by each page that asks', () => {
    client.start(listeners);
    expect(processes).toHaveLength(1);
  });

  it('passes orders on', () => {
    client.serveStored();
    client.serveSimulated(['XNAS:NVDA']);
    client.importFolder('/bars');
    client.storeBars(BARS);
    expect(last().heard.slice(1)).toEqual([
      [{ kind: 'serve-stored' }, []],
      [{ kind: 'serve-simulated', instruments: ['XNAS:NVDA'] }, []],
      [{ kind: 'import-folder', folder: '/bars' }, []],
      [{ kind: 'store-bars', bars: BARS }, []],
    ]);
  });

  it('tells every process of the days that the user set', () => {
    const overrides = [{ mic: 'XHKG', date: '2026-05-28', kind: 'closed', minute: null }] as const;
    client.setDayOverrides(overrides);
    expect(last().heard.at(-1)).toEqual([{ kind: 'set-day-overrides', overrides }, []]);
  });

  it('passes on what the process tells', () => {
    const report = { finishedAt: 1, files: [], folderError: null };
    last().tell({ kind: 'started', storedSeries: 3, series: [] });
    last().tell({ kind: 'bars-stored', stored: STORED });
    last().tell({ kind: 'quotes-updated', quotes: [], replaces: true });
    last().tell({ kind: 'import-finished', report, storedSeries: 4 });
    expect(happened).toEqual([
      ['known', []],
      ['started', 3],
      ['bars', STORED],
      ['quotes', [], true],
      ['imported', report, 4],
    ]);
  });

  it('lets a simulated market be ordered before any page is connected to a new process', () => {
    client.connect(fakePage());
    ordersAtLaunch = ['XNAS:NVDA'];
    last().exit(139);
    scheduler.advance(250);
    expect(last().heard.map(([{ kind }]) => kind)).toEqual(['start', 'serve-simulated', 'connect']);
  });

  it('logs what failed in the process', () => {
    last().tell({ kind: 'failed', message: 'cache renewed' });
    expect(logged).toEqual(['data process: cache renewed']);
  });

  it('gives a page one end of a channel and the process the other', () => {
    const page = fakePage();
    client.connect(page);
    expect(page.ports).toEqual(['page end 1']);
    expect(last().heard.at(-1)).toEqual([{ kind: 'connect' }, ['process end 1']]);
  });

  it('gives a page that asks again a new channel', () => {
    const page = fakePage();
    client.connect(page);
    client.connect(page);
    expect(page.ports).toEqual(['page end 1', 'page end 2']);
  });

  it('starts a process that crashed again, and gives its pages fresh ports', () => {
    const page = fakePage();
    client.connect(page);
    last().exit(139);
    expect(happened).toEqual([['stopped'], ['import lost']]);
    expect(processes).toHaveLength(1);
    scheduler.advance(250);
    expect(processes).toHaveLength(2);
    expect(last().heard).toEqual([
      [{ kind: 'start', ...START }, []],
      [{ kind: 'connect' }, ['process end 2']],
    ]);
    expect(page.ports).toEqual(['page end 1', 'page end 2']);
  });

  it('keeps a page waiting that asks while the process is down', () => {
    last().exit(1);
    const page = fakePage();
    client.connect(page);
    client.importFolder('/bars');
    client.storeBars(BARS);
    expect(page.ports).toEqual([]);
    scheduler.advance(250);
    expect(page.ports).toEqual(['page end 1']);
    expect(last().heard.map(([{ kind }]) => kind)).toEqual(['start', 'connect']);
  });

  it('gives no port to a page that is gone', () => {
    const page = fakePage();
    client.connect(page);
    client.disconnect(page);
    last().exit(1);
    scheduler.advance(250);
    expect(page.ports).toHaveLength(1);
  });

  it('waits longer each time and gives up at last', () => {
    for (const delayMs of [250, 500, 1000, 2000, 4000, 8000]) {
      last().exit(1);
      scheduler.advance(delayMs);
    }
    expect(processes).toHaveLength(7);
    last().exit(1);
    scheduler.advance(1_000_000);
    expect(processes).toHaveLength(7);
    expect(logged.at(-1)).toBe('data process ended with code 1 too often; it stays down');
  });

  it('leaves a process down that ended because nobody needed it, until a page does', () => {
    last().exit(0);
    scheduler.advance(1_000_000);
    expect(processes).toHaveLength(1);
    expect(logged).toEqual([]);
    const page = fakePage();
    client.connect(page);
    expect(processes).toHaveLength(2);
    expect(page.ports).toEqual(['page end 1']);
  });

  it('starts a process again that ended well while a page was there', () => {
    client.connect(fakePage());
    last().exit(0);
    scheduler.advance(250);
    expect(processes).toHaveLength(2);
  });

  it('ends the process and waits until it is gone', async () => {
    let isGone = false;
    const disposed = client.dispose().then(() => (isGone = true));
    expect(last().isKilled).toBe(true);
    await Promise.resolve();
    expect(isGone).toBe(false);
    last().exit(15);
    await disposed;
    scheduler.advance(1_000_000);
    expect(processes).toHaveLength(1);
    expect(happened).toEqual([]);
  });

  it('ends while it waits for the next start', async () => {
    last().exit(1);
    await client.dispose();
    scheduler.advance(1_000_000);
    expect(processes).toHaveLength(1);
  });
});
