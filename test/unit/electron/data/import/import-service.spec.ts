import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CacheStore } from '../../../../../electron/data/cache/cache-store';
import { ImportService } from '../../../../../electron/data/import/import-service';
import { ImportWriter } from '../../../../../electron/data/import/import-writer';
import { viewPackedBars } from '../../../../../src/shared/domain/candle/bar-columns';
import type { Interval } from '../../../../../src/shared/domain/candle/interval';
import type {
  FilePreview,
  ImportResult,
} from '../../../../../src/shared/domain/formats/import/import-preview';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import type { ImportNews } from '../../../../../src/shared/ipc/imports-contract';
import { risingBars } from '../bars-of';
import { ORIGIN, startCache } from '../start-cache';
import { tempFolder } from '../temp-folder';
import { fileReaderForTest } from './file-reader-for-test';

const HEADER = 'Date,Open,High,Low,Close,Volume\n';
const DAILY = `${HEADER}2024-01-02,10,12,9,11,100\n2024-01-03,11,13,10,12,200\n`;

let folder: string;
let cache: CacheStore;
let service: ImportService;
let news: ImportNews[];
let changed: InstrumentId[];
let errors: unknown[];
let held: number;
/** Done at each turn of the encoding. */
let atTurn: () => void;

beforeEach(() => {
  folder = tempFolder();
  cache = startCache();
  [news, changed, errors, held] = [[], [], [], 0];
  atTurn = () => undefined;
  let now = 1_000_000;
  const clock = (): number => (now += 1000);
  service = new ImportService({
    ...{ cache, clock, reader: fileReaderForTest() },
    writer: new ImportWriter({ cache, clock, turn: async () => atTurn() }),
    hold: () => {
      held++;
      return () => void held--;
    },
    changed: async (instruments) => void changed.push(...instruments),
    send: (each) => void news.push(each),
    onError: (error) => void errors.push(error),
  });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function open(...paths: readonly string[]): Promise<readonly FilePreview[]> {
  await service.handle({ kind: 'open', importId: 1, paths });
  return lastFiles();
}

function lastFiles(): readonly FilePreview[] {
  const preview = news.findLast(({ kind }) => kind === 'preview');
  if (preview?.kind !== 'preview') throw new Error('no preview');
  return preview.files;
}

async function commit(): Promise<ImportResult> {
  await service.handle({ kind: 'commit', importId: 1 });
  const last = news.at(-1);
  if (last?.kind !== 'finished') throw new Error('not finished');
  return last.result;
}

function closes(instrument: InstrumentId, interval: Interval = 'D'): readonly number[] | null {
  const stored = cache.use((series) => series.read(instrument, interval));
  return stored && [...viewPackedBars(stored.buffer).close];
}

describe('the preview', () => {
  it('says what a file would come to, and writes nothing', async () => {
    const [file] = await open(write('NVDA.csv', DAILY));
    expect(file).toMatchObject({
      ...{ fileName: 'NVDA.csv', instrument: 'XNAS:NVDA', error: null, stored: null },
      table: { questions: [], counts: { valid: 2, duplicate: 0, warning: 0, invalid: 0 } },
    });
    expect(file?.table?.bars[1]).toEqual({
      ...{ line: 3, time: Date.UTC(2024, 0, 3) / 1000, open: 11, high: 13, low: 10, close: 12 },
      ...{ volume: 200, adjustedClose: null },
    });
    expect(cache.use((series) => series.count())).toBe(0);
  });

  it('takes the files of a folder by name, and no others', async () => {
    mkdirSync(join(folder, 'deeper.csv'));
    for (const name of ['b.csv', 'a.txt', '.hidden.csv', 'c.pdf', 'd.tsv.gz']) write(name, DAILY);
    const files = await open(folder);
    expect(files.map(({ fileName }) => fileName)).toEqual(['a.txt', 'b.csv', 'd.tsv.gz']);
  });

  it('asks for what it does not know', async () => {
    const [file] = await open(
      write('2513.csv', `${HEADER}02/01/2024 9:30,10,12,9,11,1\n03/01/2024 9:31,10,12,9,11,1\n`),
    );
    expect(file?.instrument).toBeNull();
    expect(file?.candidates).toContain('XHKG:02513');
    expect(file?.table?.questions).toContain('instrument');
    expect(file?.table?.questions).toContain('date-form');
  });

  it('knows the instrument by a column, and refuses rows of another', async () => {
    const text =
      'symbol,date,open,high,low,close\nAMD,2024-01-02,1,3,1,2\nAMD,2024-01-03,1,3,1,2\nTSLA,2024-01-03,9,9,9,9\n';
    const [file] = await open(write('export.csv', text));
    expect(file?.instrument).toBe('XNAS:AMD');
    expect(file?.table?.faults).toEqual([{ line: 4, fault: 'other-symbol' }]);
  });

  it('reads minutes in the zone of the exchange until told otherwise', async () => {
    const minutes = `${HEADER}2024-07-02 09:30,10,12,9,11,1\n2024-07-02 09:31,10,12,9,11,1\n`;
    const [first] = await open(write('NVDA.csv', minutes));
    expect(first?.table).toMatchObject({ questions: ['zone'], timezone: 'America/New_York' });
    expect(first?.table?.firstTime).toBe(Date.UTC(2024, 6, 2, 13, 30) / 1000);
    const plan = { zone: 'UTC' } as const;
    await service.handle({ kind: 'correct', importId: 1, file: 0, correction: { plan } });
    expect(lastFiles()[0]?.table).toMatchObject({ questions: [], timezone: 'UTC' });
    expect(lastFiles()[0]?.table?.firstTime).toBe(Date.UTC(2024, 6, 2, 9, 30) / 1000);
  });

  it.each([
    ['empty', ''],
    ['not-text', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7) % 5)],
    ['not-a-table', 'Dear reader,\nthis is a letter.\n'],
    ['no-valid-rows', `${HEADER}2024-01-02,a,b,c,d,e\n`],
    ['bad-gzip', Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)],
  ] as const)('says that a file is %s', async (error, content) => {
    const [file] = await open(write('NVDA.csv', content));
    expect(file?.error).toBe(error);
    expect(errors).toEqual([]);
  });

  it('says that a file cannot be read', async () => {
    expect((await open(join(folder, 'gone.csv')))[0]?.error).toBe('not-readable');
  });

  it('refuses the second of two files for one series, until one is unticked', async () => {
    const files = await open(write('NVDA.csv', DAILY), write('XNAS_NVDA.csv', DAILY));
    expect(files.map(({ error }) => error)).toEqual([null, 'same-series']);
    const correction = { included: false };
    await service.handle({ kind: 'correct', importId: 1, file: 0, correction });
    expect(lastFiles().map(({ error }) => error)).toEqual([null, null]);
  });
});

describe('the writing', () => {
  it('writes all files, with the source that says they were imported', async () => {
    await open(write('NVDA.csv', gzipSync(DAILY)), write('AMD.csv', DAILY));
    expect(await commit()).toEqual({
      ok: true,
      leftOutRows: 0,
      series: [
        { fileName: 'NVDA.csv', instrument: 'XNAS:NVDA', interval: 'D', bars: 2 },
        { fileName: 'AMD.csv', instrument: 'XNAS:AMD', interval: 'D', bars: 2 },
      ],
    });
    expect(cache.use((series) => series.originOf('XNAS:AMD', 'D')?.source)).toBe('csv-file');
    expect(closes('XNAS:NVDA')).toEqual([11, 12]);
    expect(changed).toEqual(['XNAS:NVDA', 'XNAS:AMD']);
    expect(held).toBe(0);
  });

  it('leaves out what was unticked', async () => {
    await open(write('NVDA.csv', DAILY), write('AMD.csv', DAILY));
    await service.handle({
      ...{ kind: 'correct', importId: 1, file: 0 },
      correction: { included: false },
    });
    await commit();
    expect(closes('XNAS:NVDA')).toBeNull();
    expect(closes('XNAS:AMD')).toEqual([11, 12]);
  });

  it('writes nothing at all where one file was changed since the preview', async () => {
    const second = write('AMD.csv', DAILY);
    await open(write('NVDA.csv', DAILY), second);
    writeFileSync(second, `${DAILY}2024-01-04,11,13,10,12,1\n`);
    expect(await commit()).toEqual({ ok: false, reason: 'file-changed', fileName: 'AMD.csv' });
    expect(cache.use((series) => series.count())).toBe(0);
  });

  it('writes nothing where the series was written by somebody else meanwhile', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => {
      const day = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
      return `${day},10,12,9,11,100`;
    });
    await open(write('NVDA.csv', HEADER + rows.join('\n')));
    atTurn = () => cache.use((series) => series.replace('XNAS:NVDA', 'D', risingBars(3), ORIGIN));
    expect(await commit()).toMatchObject({ ok: false, reason: 'store-changed' });
    expect(closes('XNAS:NVDA')).toHaveLength(3);
  });

  it('ends at once and writes nothing where it is cancelled while bars are encoded', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => {
      const day = new Date(Date.UTC(1980, 0, 1 + index)).toISOString().slice(0, 10);
      return `${day},10,12,9,11,100`;
    });
    await open(write('NVDA.csv', HEADER + rows.join('\n')));
    let turns = 0;
    atTurn = () => {
      turns++;
      void service.handle({ kind: 'cancel', importId: 1 });
    };
    expect(await commit()).toMatchObject({ ok: false, reason: 'cancelled' });
    expect(turns).toBe(1);
    expect(cache.use((series) => series.count())).toBe(0);
    expect(held).toBe(0);
  });

  it('drops orders of an import that another one replaced', async () => {
    await open(write('NVDA.csv', DAILY));
    await service.handle({ kind: 'open', importId: 2, paths: [write('AMD.csv', DAILY)] });
    await service.handle({ kind: 'commit', importId: 1 });
    expect(cache.use((series) => series.count())).toBe(0);
    expect(held).toBe(1);
  });
});

describe('an import over stored bars', () => {
  const DAY_1 = Date.UTC(2024, 0, 1) / 1000;

  beforeEach(() =>
    cache.use((series) => series.replace('XNAS:NVDA', 'D', risingBars(2, DAY_1), ORIGIN)),
  );

  it('says what it would be written over, and that the two do not agree', async () => {
    const [file] = await open(write('NVDA.csv', DAILY));
    expect(file?.stored).toEqual({
      ...{ source: 'csv-folder', bars: 2, shared: 1, agrees: false },
      ...{ firstTime: DAY_1, lastTime: DAY_1 + 86_400 },
    });
    expect(file?.mode).toBe('replace');
    await commit();
    expect(closes('XNAS:NVDA')).toEqual([11, 12]);
  });

  it('merges where the user wants that: the file counts where both have a bar', async () => {
    await open(write('NVDA.csv', DAILY));
    await service.handle({
      ...{ kind: 'correct', importId: 1, file: 0 },
      correction: { mode: 'merge' },
    });
    expect(lastFiles()[0]?.mode).toBe('merge');
    await commit();
    expect(closes('XNAS:NVDA')).toEqual([100.01, 11, 12]);
  });

  it('is forgotten on demand, and bars of other sources are not', async () => {
    await open(write('AMD.csv', DAILY));
    await commit();
    for (const instrument of ['XNAS:AMD', 'XNAS:NVDA'] as const) {
      await service.handle({ kind: 'remove', instrument });
    }
    expect(closes('XNAS:AMD')).toBeNull();
    expect(closes('XNAS:NVDA')).toHaveLength(2);
  });
});
