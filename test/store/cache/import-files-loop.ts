import { CacheStore } from '../../../electron/data/cache/cache-store';
import { ImportService } from '../../../electron/data/import/import-service';
import { ImportWriter } from '../../../electron/data/import/import-writer';
import { fileReaderForTest } from '../../unit/electron/data/import/file-reader-for-test';

/** Run as a process of its own: imports a folder, again and again as its files say, until it is killed. */
const [file = '', folder = ''] = process.argv.slice(2);
const cache = new CacheStore({
  noticed: (notice) => {
    throw new Error(notice);
  },
  lost: () => undefined,
});
cache.start(file);
let clock = 0;
const service = new ImportService({
  cache,
  reader: fileReaderForTest(),
  writer: new ImportWriter({ cache, clock: () => ++clock, turn: () => Promise.resolve() }),
  clock: () => ++clock,
  hold: () => () => undefined,
  changed: () => Promise.resolve(),
  send: () => undefined,
  onError: (error) => {
    throw error;
  },
});
async function run(): Promise<void> {
  for (let round = 1; ; round++) {
    const importId = round;
    await service.handle({ kind: 'open', importId, paths: [`${folder}/${round % 2}`] });
    await service.handle({ kind: 'commit', importId });
    process.stdout.write(`${round}\n`);
  }
}

void run();
