import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { CacheStore } from '../../../../electron/data/cache/cache-store';
import { tempFolder } from './temp-folder';

/** A cache over a real file, closed when the test ends. Anything that happens to the file is a fault. */
export function startCache(file = join(tempFolder(), 'cache.db')): CacheStore {
  const fail = (): never => {
    throw new Error('the cache was set aside');
  };
  const cache = new CacheStore({ noticed: fail, lost: fail });
  cache.start(file);
  onTestFinished(() => cache.dispose());
  return cache;
}

/** An origin for bars whose file does not matter. */
export const ORIGIN = {
  source: 'csv-folder',
  importedAt: 123,
  fingerprint: 'file',
  report: {
    fileName: 'GOOGL.csv',
    instrument: 'XNAS:GOOGL',
    bars: 0,
    skippedRows: 0,
    skipped: [],
    error: null,
  },
} as const;
