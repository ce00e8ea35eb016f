import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CacheStore } from '../../../electron/data/cache/cache-store';
import { risingBars } from '../../unit/electron/data/bars-of';
import { openSeries, ORIGIN } from './open-series';
import { tempFolder } from '../../unit/electron/data/temp-folder';

interface Started {
  readonly store: CacheStore;
  readonly file: string;
  readonly notices: string[];
  readonly lost: () => number;
}

function start(file = join(tempFolder(), 'cache.db')): Started {
  const notices: string[] = [];
  let losses = 0;
  const store = new CacheStore({
    noticed: (notice) => notices.push(notice),
    lost: () => losses++,
  });
  store.start(file);
  onTestFinished(() => store.dispose());
  return { store, file, notices, lost: () => losses };
}

/** A file with three series, all in the file itself and none in its log. */
function fillFile(): string {
  const { series, connection, file } = openSeries();
  for (const code of ['AAPL', 'GOOGL', 'NVDA'] as const) {
    series.replace(`XNAS:${code}`, 'D', risingBars(3000), ORIGIN);
  }
  connection.execute('pragma wal_checkpoint(TRUNCATE)');
  connection.close();
  return file;
}

describe('CacheStore', () => {
  it('serves the file until it is disposed of', () => {
    const { store, notices } = start(fillFile());
    expect(store.use((series) => series.count())).toBe(3);
    expect(notices).toEqual([]);
    store.dispose();
    store.dispose();
    expect(() => store.use((series) => series.count())).toThrow('not open');
  });

  it('checkpoints what was written into the file', () => {
    const { store, file } = start();
    store.use((series) => series.replace('XNAS:GOOGL', 'D', risingBars(300), ORIGIN));
    store.checkpoint();
    expect(readFileSync(`${file}-wal`).length).toBe(0);
  });

  it('says at the start what happened to a damaged file', () => {
    const file = join(tempFolder(), 'cache.db');
    writeFileSync(file, 'damage'.repeat(500));
    const { store, notices, lost } = start(file);
    expect(notices).toEqual([expect.stringContaining('damaged-1')]);
    expect(lost()).toBe(0);
    expect(store.use((series) => series.count())).toBe(0);
  });

  it('replaces a file that turns out to be cut off, and answers with what is left: nothing', () => {
    const file = fillFile();
    truncateSync(file, 4096 * 10);
    const { store, notices, lost } = start(file);
    expect(store.use((series) => series.read('XNAS:NVDA', 'D'))).toBeNull();
    expect(lost()).toBe(1);
    expect(notices).toEqual([expect.stringContaining('damaged-1')]);
    expect(existsSync(`${file}.damaged-1`)).toBe(true);
    store.use((series) => series.replace('XNAS:NVDA', 'D', risingBars(5), ORIGIN));
    expect(store.use((series) => series.count())).toBe(1);
  });

  it('replaces a file in which a chunk cannot be decoded', () => {
    const { series, connection, file } = openSeries();
    series.replace('XNAS:NVDA', 'D', risingBars(100), ORIGIN);
    connection.execute("update chunk set data = x'ff00ff'");
    connection.close();
    const { store, lost } = start(file);
    expect(store.use((stored) => stored.read('XNAS:NVDA', 'D'))).toBeNull();
    expect(lost()).toBe(1);
  });

  it('lets other errors pass and keeps the file', () => {
    const { store, file, lost } = start(fillFile());
    const work = (): never => {
      throw new Error('a fault of the program');
    };
    expect(() => store.use(work)).toThrow('a fault of the program');
    expect(lost()).toBe(0);
    expect(existsSync(`${file}.damaged-1`)).toBe(false);
    expect(store.use((series) => series.count())).toBe(3);
  });
});
