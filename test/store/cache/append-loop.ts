import { openCache } from '../../../electron/data/cache/open-cache';
import { SeriesRepository } from '../../../electron/data/cache/series-repository';
import { appendedBars } from './version-bars';

/** Run as a process of its own: appends bar after bar, tidies now and then, until it is killed. */
const file = process.argv[2] as string;
const first = Number(process.argv[3]);
const { connection, notice } = openCache(file);
if (notice !== null) throw new Error(notice);
const series = new SeriesRepository(connection);
const origin = { source: 'yahoo', importedAt: 1, fingerprint: 'yahoo', report: null } as const;
for (let bar = first; ; bar += 200) {
  series.merge('XNAS:GOOGL', 'D', appendedBars(bar, bar + 200), origin);
  process.stdout.write(`${bar + 200}\n`);
  series.tidy('XNAS:GOOGL', 'D');
}
