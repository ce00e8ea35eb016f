import { openCache } from '../../../electron/data/cache/open-cache';
import { SeriesRepository } from '../../../electron/data/cache/series-repository';
import { versionBars } from './version-bars';

/** Run as a process of its own: stores version after version until it is killed. */
const file = process.argv[2] as string;
const first = Number(process.argv[3]);
const { connection, notice } = openCache(file);
if (notice !== null) throw new Error(notice);
const series = new SeriesRepository(connection);
for (let version = first; ; version++) {
  series.replace('XNAS:GOOGL', 'D', versionBars(version), {
    source: 'csv-folder',
    importedAt: version,
    fingerprint: String(version),
    report: {
      fileName: 'GOOGL.csv',
      instrument: 'XNAS:GOOGL',
      bars: 0,
      skippedRows: 0,
      skipped: [],
      error: null,
    },
  });
  process.stdout.write(`${version}\n`);
}
