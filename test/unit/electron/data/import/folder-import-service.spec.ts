import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import type { BarsFolder } from '../../../../../electron/core/market/bars-folder-port';
import { FolderImportService } from '../../../../../electron/data/import/folder-import-service';
import { CsvFolderProvider } from '../../../../../electron/market/providers/csv-folder/csv-folder-provider';
import { InstrumentFileNames } from '../../../../../electron/market/providers/csv-folder/instrument-file-names';
import { viewPackedBars } from '../../../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { risingBars } from '../bars-of';
import { CATALOGUE } from '../catalogue';
import { startCache } from '../start-cache';
import { tempFolder } from '../temp-folder';

const HEADER = 'Date,Open,High,Low,Close,Adj Close,Volume\n';
const TWO_BARS = `${HEADER}2020-01-02,10,12,9,11,11,100\n2020-01-03,11,13,10,12,12,200\n`;
const ONE_BAR = `${HEADER}2020-01-06,20,22,19,21,21,300\n`;
const names = new InstrumentFileNames(CATALOGUE);

function setUp() {
  const folder = tempFolder();
  const cache = startCache();
  const read = vi.fn<(instrument: InstrumentId) => void>();
  const onError = vi.fn();
  let now = 1000;
  let storable = true;
  const openFolder = (path: string): BarsFolder => {
    const provider = new CsvFolderProvider(path, names);
    Object.assign(provider, { capabilities: { ...provider.capabilities, storable } });
    const history = provider.history.bind(provider);
    provider.history = (request) => {
      read(request.instrument);
      return history(request);
    };
    return provider;
  };
  const service = new FolderImportService({ openFolder, cache, clock: () => now++, onError });
  return {
    folder,
    cache,
    read,
    onError,
    service,
    forbidStoring: () => (storable = false),
    write: (name: string, content: string | Uint8Array) =>
      writeFileSync(join(folder, name), content),
    closes: (instrument: InstrumentId): number[] | null => {
      const stored = cache.use((series) => series.read(instrument, 'D'));
      return stored ? [...viewPackedBars(stored.buffer).close] : null;
    },
  };
}

const taken = (fileName: string, instrument: string, bars: number) => ({
  fileName,
  instrument,
  bars,
  skippedRows: 0,
  skipped: [],
  error: null,
});

describe('FolderImportService', () => {
  it('leaves bars alone that the user imported by hand, and says so', async () => {
    const { folder, service, write, closes, cache, read } = setUp();
    write('GOOGL.csv', TWO_BARS);
    const origin = { source: 'csv-file', importedAt: 1, fingerprint: '', report: null } as const;
    cache.use((series) => series.replace('XNAS:GOOGL', 'D', risingBars(1), origin));
    const { report, changed } = await service.import(folder);
    expect(report.files).toEqual([
      { ...taken('GOOGL.csv', 'XNAS:GOOGL', 0), error: 'imported-by-hand' },
    ]);
    expect([changed, read.mock.calls]).toEqual([[], []]);
    expect(closes('XNAS:GOOGL')).toEqual([100.01]);
  });

  it('stores the bars of the folder and reports file by file', async () => {
    const { folder, service, write, closes, cache } = setUp();
    write('GOOGL.csv', TWO_BARS);
    write('HKEX_2513.csv.gz', gzipSync(ONE_BAR));
    write('notes.csv', ONE_BAR);
    write('readme.txt', 'no bars');
    expect(await service.import(folder)).toEqual({
      report: {
        finishedAt: 1002,
        folderError: null,
        files: [
          taken('GOOGL.csv', 'XNAS:GOOGL', 2),
          taken('HKEX_2513.csv.gz', 'XHKG:02513', 1),
          { ...taken('notes.csv', '', 0), instrument: null, error: 'unknown-instrument' },
        ],
      },
      changed: ['XNAS:GOOGL', 'XHKG:02513'],
    });
    expect(closes('XNAS:GOOGL')).toEqual([11, 12]);
    expect(closes('XHKG:02513')).toEqual([21]);
    expect(cache.use((series) => series.originOf('XNAS:GOOGL', 'D'))).toMatchObject({
      source: 'csv-folder',
      importedAt: 1000,
    });
  });

  it('does not read unchanged files again, and reports of them all the same', async () => {
    const { folder, service, write, read } = setUp();
    write('GOOGL.csv', `${TWO_BARS}2020-01-06,0,0,0,0,0,0\n`);
    const first = await service.import(folder);
    expect(first.report.files).toMatchObject([
      { bars: 2, skippedRows: 1, skipped: [{ line: 4, reason: 'not-positive' }] },
    ]);
    const second = await service.import(folder);
    expect(second.report.files).toEqual(first.report.files);
    expect(second.changed).toEqual([]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['size', `${TWO_BARS}\n`, 1_600_000_000],
    ['time', TWO_BARS, 1_700_000_000],
  ])('reads a file again when its %s has changed', async (_, content, seconds) => {
    const { folder, service, write, read } = setUp();
    const file = join(folder, 'GOOGL.csv');
    write('GOOGL.csv', TWO_BARS);
    utimesSync(file, 1_600_000_000, 1_600_000_000);
    await service.import(folder);
    write('GOOGL.csv', content);
    utimesSync(file, seconds, seconds);
    expect((await service.import(folder)).changed).toEqual(['XNAS:GOOGL']);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('replaces the bars of a file that has changed', async () => {
    const { folder, service, write, closes } = setUp();
    write('GOOGL.csv', TWO_BARS);
    await service.import(folder);
    write('GOOGL.csv', ONE_BAR);
    await service.import(folder);
    expect(closes('XNAS:GOOGL')).toEqual([21]);
  });

  it('keeps the bars of a file that is gone, or is no good any more', async () => {
    const { folder, service, write, closes } = setUp();
    write('GOOGL.csv', TWO_BARS);
    write('NVDA.csv', ONE_BAR);
    await service.import(folder);
    rmSync(join(folder, 'GOOGL.csv'));
    write('NVDA.csv', `${HEADER}nonsense\n`);
    const { report, changed } = await service.import(folder);
    expect(report.files).toEqual([
      {
        fileName: 'NVDA.csv',
        instrument: 'XNAS:NVDA',
        bars: 0,
        skippedRows: 1,
        skipped: [{ line: 2, reason: 'missing-cells' }],
        error: 'no-valid-rows',
      },
    ]);
    expect(changed).toEqual([]);
    expect([closes('XNAS:GOOGL'), closes('XNAS:NVDA')]).toEqual([[11, 12], [21]]);
  });

  it('refuses the second file of an instrument', async () => {
    const { folder, service, write, closes } = setUp();
    write('GOOGL.csv', TWO_BARS);
    write('XNAS_GOOGL.csv', ONE_BAR);
    const { report } = await service.import(folder);
    expect(report.files[1]).toEqual({
      ...taken('XNAS_GOOGL.csv', 'XNAS:GOOGL', 0),
      error: 'duplicate-instrument',
    });
    expect(closes('XNAS:GOOGL')).toEqual([11, 12]);
  });

  it.each([
    ['not-found', 'missing'],
    ['not-a-folder', 'GOOGL.csv'],
  ])('reports a folder that is %s', async (folderError, name) => {
    const { folder, service, write } = setUp();
    write('GOOGL.csv', TWO_BARS);
    expect(await service.import(join(folder, name))).toEqual({
      report: { finishedAt: 1000, files: [], folderError },
      changed: [],
    });
  });

  it('stores nothing of a source that must not be stored', async () => {
    const { folder, service, write, closes, forbidStoring, onError } = setUp();
    write('GOOGL.csv', TWO_BARS);
    forbidStoring();
    expect((await service.import(folder)).changed).toEqual([]);
    expect(onError.mock.calls).toEqual([[new Error('csv-folder must not be stored')]]);
    expect(closes('XNAS:GOOGL')).toBeNull();
  });

  it('does one import after the other', async () => {
    const { folder, service, write, read } = setUp();
    write('GOOGL.csv', TWO_BARS);
    const [first, second] = await Promise.all([service.import(folder), service.import(folder)]);
    expect([first.changed, second.changed]).toEqual([['XNAS:GOOGL'], []]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('tells where the store cannot be written, with what came before, and can go on', async () => {
    const { folder, service, write, cache, onError, closes } = setUp();
    write('GOOGL.csv', TWO_BARS);
    write('NVDA.csv', ONE_BAR);
    const full = new Error('database or disk is full');
    const use = cache.use.bind(cache);
    let uses = 0;
    cache.use = (work) => {
      // Fingerprint and bars of the first file, fingerprint and bars of the second.
      if (++uses === 4) throw full;
      return use(work);
    };
    const { report, changed } = await service.import(folder);
    expect(onError.mock.calls).toEqual([[full]]);
    expect(report.files).toEqual([taken('GOOGL.csv', 'XNAS:GOOGL', 2)]);
    expect(changed).toEqual(['XNAS:GOOGL']);
    expect((await service.import(folder)).changed).toEqual(['XNAS:NVDA']);
    expect(closes('XNAS:NVDA')).toEqual([21]);
  });
});
