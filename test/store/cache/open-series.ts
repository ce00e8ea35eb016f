import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CacheConnection } from '../../../electron/data/cache/cache-connection';
import { openCache } from '../../../electron/data/cache/open-cache';
import { SeriesRepository } from '../../../electron/data/cache/series-repository';
import type { FileReport } from '../../../src/shared/domain/market/market-status';
import { tempFolder } from '../../unit/electron/data/temp-folder';

export interface OpenSeries {
  readonly connection: CacheConnection;
  readonly series: SeriesRepository;
  readonly file: string;
}

/** A repository over a real file, closed when the test ends. */
export function openSeries(file = join(tempFolder(), 'cache.db')): OpenSeries {
  const { connection, notice } = openCache(file);
  if (notice !== null) throw new Error(notice);
  onTestFinished(() => connection.close());
  return { connection, series: new SeriesRepository(connection), file };
}

export const REPORT: FileReport = {
  fileName: 'GOOGL.csv',
  instrument: 'XNAS:GOOGL',
  bars: 2,
  skippedRows: 1,
  skipped: [{ line: 3, reason: 'bad-date' }],
  error: null,
};

export const ORIGIN = {
  source: 'csv-folder',
  importedAt: 1_790_000_000_123,
  fingerprint: '/folder/GOOGL.csv 1234',
  report: REPORT,
} as const;
