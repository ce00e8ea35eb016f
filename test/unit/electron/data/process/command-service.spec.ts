import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FetchedBars } from '../../../../../electron/core/history/bars-store-port';
import { CacheStore } from '../../../../../electron/data/cache/cache-store';
import { TIDY_DELAY_MS, TidyService } from '../../../../../electron/data/cache/tidy-service';
import { NetworkBarsService } from '../../../../../electron/data/history/network-bars-service';
import { FolderImportService } from '../../../../../electron/data/import/folder-import-service';
import { PagePortService } from '../../../../../electron/data/page-port/page-port-service';
import {
  CommandService,
  SIMULATED_QUOTES_MS,
  STORED_QUOTES_MS,
} from '../../../../../electron/data/process/command-service';
import {
  IDLE_EXIT_MS,
  IdleExitController,
} from '../../../../../electron/data/process/idle-exit-controller';
import { QuoteFeedService } from '../../../../../electron/data/quotes/quote-feed-service';
import { RunningBars } from '../../../../../electron/data/series/running-bars';
import { SeriesService } from '../../../../../electron/data/series/series-service';
import { StoredSeriesSource } from '../../../../../electron/data/series/stored-series-source';
import { CsvFolderProvider } from '../../../../../electron/market/providers/csv-folder/csv-folder-provider';
import { InstrumentFileNames } from '../../../../../electron/market/providers/csv-folder/instrument-file-names';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../../src/shared/domain/instrument/instrument';
import type { DataEvent } from '../../../../../src/shared/ipc/data-port';
import { barsOf, risingBars, rowsOf } from '../bars-of';
import { calendarOf, calendarOfInstrument } from '../calendar-of';
import { CATALOGUE } from '../catalogue';
import { ManualTimers, settled } from '../manual-timers';
import { NO_BUNDLES, NO_STUDIES } from '../no-studies';
import { FakePagePort } from '../page-port/fake-page-port';
import { ORIGIN } from '../start-cache';
import { FakeProvider } from '../series/fake-provider';
import { tempFolder } from '../temp-folder';

const CSV = 'Date,Open,High,Low,Close\n2026-11-19,10,12,9,11\n2026-11-20,11,13,10,12\n';
/** Saturday: the session of the 20th is the last that has finished in New York. */
const SATURDAY = Date.parse('2026-11-21T12:00:00Z');
const INSTRUMENTS: readonly InstrumentId[] = ['XNAS:GOOGL', 'XNAS:NVDA'];

/** Newest bars of a source. */
const FETCHED: FetchedBars = {
  ...{ instrument: 'XNAS:NVDA', interval: 'D', source: 'yahoo', currency: 'USD', skippedRows: 0 },
  ...{ buffer: new ArrayBuffer(0), splits: [], isWhole: false },
};

/** The process as `data-process.ts` puts it together, on timers that stand still. */
function setUp(cacheFile = join(tempFolder(), 'cache.db')) {
  const folder = tempFolder();
  writeFileSync(join(folder, 'GOOGL.csv'), CSV);
  const timers = new ManualTimers(SATURDAY);
  let offsetMs = 0;
  const clock = (): number => timers.now() + offsetMs;
  const events: DataEvent[] = [];
  const send = (event: DataEvent): void => void events.push(event);
  const onError = vi.fn();
  const exit = vi.fn();
  const cache = new CacheStore({
    noticed: (message) => send({ kind: 'failed', message }),
    lost: () => void commands.storeLost(),
  });
  const simulated = new FakeProvider(new Map([['XNAS:NVDA', risingBars(7)]]));
  const running = new RunningBars();
  const series = new SeriesService(
    new StoredSeriesSource(cache, calendarOfInstrument, running),
    simulated,
    calendarOfInstrument,
  );
  const idleExit = new IdleExitController(timers, exit);
  const pages = new PagePortService({
    ...{ series, studies: NO_STUDIES, bundles: NO_BUNDLES, onError },
    hold: () => idleExit.hold(),
  });
  const quotes = new QuoteFeedService({
    quotes: (nowMs) => series.quotes(nowMs),
    clock,
    timers,
    send: (updated, replaces) => send({ kind: 'quotes-updated', quotes: updated, replaces }),
    sessionsFinished: (finished) => pages.announceChanged(finished),
    onError,
  });
  const names = new InstrumentFileNames(CATALOGUE);
  const imports = new FolderImportService({
    openFolder: (path) => new CsvFolderProvider(path, names),
    cache,
    clock,
    onError,
  });
  const commands: CommandService = new CommandService({
    cache,
    studies: { measureMove: () => Promise.resolve(null) },
    networkBars: new NetworkBarsService({
      ...{ cache, calendar: calendarOf, clock },
      calendarMic: (id) => splitInstrumentId(id).mic,
    }),
    running,
    tidying: new TidyService({ cache, timers, onError }),
    series,
    imports,
    fileImports: { handle: async () => undefined },
    pages,
    quotes,
    idleExit,
    timers,
    instruments: () => INSTRUMENTS,
    setDayOverrides: () => undefined,
    setClockOffset: (offset) => {
      offsetMs = offset;
    },
    send,
  });
  onTestFinished(() => commands.dispose());
  const start = async (clockOffsetMs = 0): Promise<void> => {
    const started = commands.handle({ kind: 'start', cacheFile, clockOffsetMs }, []);
    await timers.advance(1);
    await started;
  };
  const connect = async (): Promise<FakePagePort> => {
    const port = new FakePagePort();
    await commands.handle({ kind: 'connect' }, [port]);
    return port;
  };
  const importFolder = (path = folder): Promise<void> =>
    commands.handle({ kind: 'import-folder', folder: path }, []);
  const take = (): DataEvent[] => events.splice(0);
  return {
    timers,
    commands,
    start,
    connect,
    importFolder,
    take,
    exit,
    cache,
    cacheFile,
    simulated,
  };
}

describe('CommandService', () => {
  it('starts, says what is stored, and sends its quotes', async () => {
    const { start, take } = setUp();
    await start();
    expect(take()).toEqual([
      { kind: 'started', storedSeries: 0, series: expect.any(Array) },
      { kind: 'quotes-updated', quotes: [], replaces: true },
    ]);
  });

  it('answers a page before it looks at quotes', async () => {
    const { commands, connect, take, cacheFile, timers } = setUp();
    const started = commands.handle({ kind: 'start', cacheFile, clockOffsetMs: 0 }, []);
    const port = await connect();
    port.say({ kind: 'open-series', request: 1, instrument: 'XNAS:GOOGL', interval: 'D' });
    await settled();
    expect(port.heard).toMatchObject([{ kind: 'series', request: 1, series: { source: null } }]);
    expect(take()).toEqual([{ kind: 'started', storedSeries: 0, series: expect.any(Array) }]);
    await timers.advance(1);
    await started;
  });

  it('imports a folder, tells main and pages, and sends the quotes', async () => {
    const { start, connect, importFolder, take } = setUp();
    await start();
    const port = await connect();
    take();
    await importFolder();
    const [finished, updated, ...more] = take();
    expect(finished).toMatchObject({
      kind: 'import-finished',
      storedSeries: 1,
      report: { folderError: null, files: [{ fileName: 'GOOGL.csv', bars: 2 }] },
    });
    expect(updated).toMatchObject({
      kind: 'quotes-updated',
      replaces: true,
      quotes: [{ instrument: 'XNAS:GOOGL', price: 12, previousClose: 11, state: 'closed' }],
    });
    expect(more).toEqual([]);
    expect(port.heard).toEqual([{ kind: 'series-changed', instruments: ['XNAS:GOOGL'] }]);
  });

  it('tells pages nothing where an import changed nothing', async () => {
    const { start, connect, importFolder } = setUp();
    await start();
    await importFolder();
    const port = await connect();
    await importFolder();
    expect(port.heard).toEqual([]);
  });

  it('has the stored series at the next start', async () => {
    const first = setUp();
    await first.start();
    await first.importFolder();
    first.commands.dispose();
    const second = setUp(first.cacheFile);
    await second.start();
    expect(second.take()).toMatchObject([
      { kind: 'started', storedSeries: 1, series: expect.any(Array) },
      { kind: 'quotes-updated', quotes: [{ price: 12 }] },
    ]);
  });

  it('goes by a shifted clock', async () => {
    const first = setUp();
    await first.start();
    await first.importFolder();
    first.commands.dispose();
    const aWeekLater = setUp(first.cacheFile);
    await aWeekLater.start(7 * 86_400_000);
    expect(aWeekLater.take()[1]).toMatchObject({ quotes: [{ state: 'stale' }] });
  });

  it('makes stale quotes of closed ones when the next session ends', async () => {
    const { start, importFolder, take, timers } = setUp();
    await start();
    await importFolder();
    take();
    const mondaysClose = Date.parse('2026-11-23T21:00:00Z');
    await timers.advance(mondaysClose - timers.now() - STORED_QUOTES_MS);
    expect(take()).toEqual([]);
    await timers.advance(2 * STORED_QUOTES_MS);
    expect(take()).toMatchObject([
      { kind: 'quotes-updated', replaces: false, quotes: [{ state: 'stale' }] },
    ]);
  });

  it('runs the simulated market and says so to the pages', async () => {
    const { start, connect, commands, take, timers, simulated } = setUp();
    await start();
    const port = await connect();
    take();
    await commands.handle({ kind: 'serve-simulated', instruments: ['XNAS:NVDA'] }, []);
    expect(take()).toMatchObject([
      { kind: 'quotes-updated', replaces: true, quotes: [{ price: 100.07, state: 'simulated' }] },
    ]);
    expect(port.heard).toEqual([{ kind: 'series-changed', instruments: INSTRUMENTS }]);
    await timers.advance(3 * SIMULATED_QUOTES_MS);
    expect(simulated.asked.length).toBe(4);
    expect(take()).toEqual([]);
  });

  it('changes the simulated instruments without telling pages of other series', async () => {
    const { start, connect, commands, take } = setUp();
    await start();
    await commands.handle({ kind: 'serve-simulated', instruments: [] }, []);
    const port = await connect();
    take();
    await commands.handle({ kind: 'serve-simulated', instruments: ['XNAS:NVDA'] }, []);
    expect(take()).toMatchObject([{ replaces: true, quotes: [{ instrument: 'XNAS:NVDA' }] }]);
    expect(port.heard).toEqual([]);
  });

  it('imports beside the simulated market without showing stored bars in it', async () => {
    const { start, connect, commands, importFolder, take } = setUp();
    await start();
    await commands.handle({ kind: 'serve-simulated', instruments: ['XNAS:NVDA'] }, []);
    const port = await connect();
    take();
    await importFolder();
    expect(take()).toMatchObject([{ kind: 'import-finished', storedSeries: 1 }]);
    expect(port.heard).toEqual([]);
    await commands.handle({ kind: 'serve-stored' }, []);
    expect(take()).toMatchObject([
      { kind: 'quotes-updated', replaces: true, quotes: [{ source: 'csv-folder' }] },
    ]);
    expect(port.heard).toEqual([{ kind: 'series-changed', instruments: INSTRUMENTS }]);
  });

  it('seals bars of the network after it has told of them', async () => {
    const { start, commands, cache, timers, take } = setUp();
    await start();
    cache.use((series) =>
      series.replace('XNAS:NVDA', 'D', risingBars(60), { ...ORIGIN, source: 'yahoo' }),
    );
    const newest = { ...FETCHED, buffer: barsOf(rowsOf(risingBars(549)).slice(59)).buffer };
    const tailRows = (): number =>
      cache.use((series) => series.read('XNAS:NVDA', 'D', Infinity)?.buffer.byteLength ?? 0) / 56;
    take();
    await commands.handle({ kind: 'store-bars', bars: newest }, []);
    expect(take()[0]).toMatchObject({ kind: 'bars-stored', stored: { outcome: 'stored' } });
    expect(tailRows()).toBe(549);
    await timers.advance(TIDY_DELAY_MS);
    expect(tailRows()).toBe(60);
  });

  it('ends a while after the last page and the simulation', async () => {
    const { start, connect, commands, timers, exit } = setUp();
    await start();
    const port = await connect();
    await timers.advance(2 * IDLE_EXIT_MS);
    await commands.handle({ kind: 'serve-simulated', instruments: [] }, []);
    port.hangUp();
    await timers.advance(2 * IDLE_EXIT_MS);
    expect(exit).not.toHaveBeenCalled();
    await commands.handle({ kind: 'serve-stored' }, []);
    await timers.advance(IDLE_EXIT_MS - 1);
    expect(exit).not.toHaveBeenCalled();
    await timers.advance(1);
    expect(exit).toHaveBeenCalledTimes(1);
  });

  it('ends after a minute where no page ever came', async () => {
    const { start, timers, exit } = setUp();
    await start();
    await timers.advance(IDLE_EXIT_MS);
    expect(exit).toHaveBeenCalledTimes(1);
  });

  it('does not crash on a damaged cache, and says what it did', async () => {
    const { start, take, cacheFile, importFolder } = setUp();
    writeFileSync(cacheFile, 'damage'.repeat(1000));
    await start();
    expect(take()).toMatchObject([
      { kind: 'failed', message: expect.stringContaining('damaged-1') as string },
      { kind: 'started', storedSeries: 0, series: expect.any(Array) },
      { kind: 'quotes-updated', quotes: [] },
    ]);
    expect(existsSync(`${cacheFile}.damaged-1`)).toBe(true);
    await importFolder();
    expect(take()[0]).toMatchObject({ kind: 'import-finished', storedSeries: 1 });
  });

  it('tells main and pages when the stored series are lost', async () => {
    const { start, connect, importFolder, take, cache } = setUp();
    await start();
    await importFolder();
    const port = await connect();
    take();
    const corrupt = Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' });
    let first = true;
    const count = cache.use((series) => {
      if (first) {
        first = false;
        throw corrupt;
      }
      return series.count();
    });
    expect(count).toBe(0);
    await settled();
    expect(take()).toMatchObject([
      { kind: 'failed', message: expect.stringContaining('malformed') as string },
      { kind: 'series-known', series: [] },
      { kind: 'quotes-updated', quotes: [], replaces: true },
    ]);
    expect(port.heard).toEqual([{ kind: 'series-changed', instruments: INSTRUMENTS }]);
  });
});
