import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CsvFolderProvider } from '../../../../../../electron/market/providers/csv-folder/csv-folder-provider';
import { InstrumentFileNames } from '../../../../../../electron/market/providers/csv-folder/instrument-file-names';
import type { HistoryRequest } from '../../../../../../electron/core/market/market-data-provider-port';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { CATALOGUE } from '../../../data/catalogue';
import { tempFolder } from '../../../data/temp-folder';

const CSV = 'Date,Open,High,Low,Close\n2020-01-02,10,12,9,11\n2020-01-03,0,0,0,0\n';
const FIXTURES = resolve(
  import.meta.dirname,
  '../../../../../../../shared/fixtures/big-tech-ohlcv',
);
const names = new InstrumentFileNames(CATALOGUE);

function setUp(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = tempFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const limits = { packedBytes: 1000, unpackedBytes: 5000 };
  return { folder, provider: new CsvFolderProvider(folder, names, limits) };
}

function daily(instrument: InstrumentId): HistoryRequest {
  return { instrument, interval: 'D', since: null };
}

describe('CsvFolderProvider', () => {
  it('gives the bars of an instrument with what was skipped', async () => {
    const { provider } = setUp({ 'GOOGL.csv': CSV, 'NVDA.csv.gz': gzipSync(CSV) });
    for (const instrument of ['XNAS:GOOGL', 'XNAS:NVDA'] as const) {
      const result = await provider.history(daily(instrument));
      expect(result).toMatchObject({
        ok: true,
        history: { skippedRows: 1, skipped: [{ line: 3, reason: 'not-positive' }] },
      });
      expect(result.ok && [...result.history.bars.close]).toEqual([11]);
    }
  });

  it('knows only the instruments of its last scan', async () => {
    const { provider, folder } = setUp({ 'GOOGL.csv': CSV });
    await provider.scan();
    writeFileSync(join(folder, 'NVDA.csv'), CSV);
    expect(await provider.history(daily('XNAS:NVDA'))).toMatchObject({
      error: { reason: 'unknown-instrument', retry: 'stop' },
    });
    await provider.scan();
    expect((await provider.history(daily('XNAS:NVDA'))).ok).toBe(true);
  });

  it('reads the first of two files for one instrument', async () => {
    const { provider } = setUp({ 'GOOGL.csv': CSV, 'XNAS_GOOGL.csv': 'no bars' });
    expect((await provider.history(daily('XNAS:GOOGL'))).ok).toBe(true);
  });

  it.each([
    ['missing-columns', 'GOOGL.csv', 'Date,Close\n2020-01-02,11\n'],
    ['no-valid-rows', 'GOOGL.csv', 'Date,Open,High,Low,Close\n'],
    ['bad-gzip', 'GOOGL.csv.gz', 'Date,Open'],
    ['too-large', 'GOOGL.csv', 'x'.repeat(6000)],
  ])('says what is wrong with a file: %s', async (reason, name, content) => {
    const { provider } = setUp({ [name]: content });
    expect(await provider.history(daily('XNAS:GOOGL'))).toEqual({
      ok: false,
      error: {
        reason,
        detail: reason,
        retry: 'stop',
        retryAfterMs: null,
        skippedRows: 0,
        skipped: [],
      },
    });
  });

  it('may be asked again for a file that could not be read', async () => {
    const { provider, folder } = setUp({ 'GOOGL.csv': CSV });
    await provider.scan();
    rmSync(join(folder, 'GOOGL.csv'));
    expect(await provider.history(daily('XNAS:GOOGL'))).toMatchObject({
      error: { reason: 'not-readable', retry: 'retry' },
    });
  });

  it('knows no instrument of a folder that is missing', async () => {
    const provider = new CsvFolderProvider(join(tempFolder(), 'missing'), names);
    expect(await provider.scan()).toEqual({ ok: false, error: 'not-found' });
    expect((await provider.history(daily('XNAS:GOOGL'))).ok).toBe(false);
  });

  it('has no prices beyond its bars, which may be stored', async () => {
    const { provider } = setUp({ 'GOOGL.csv': CSV });
    expect(provider.capabilities).toMatchObject({ latestBatch: 0, storable: true });
    expect(await provider.latest()).toMatchObject({ error: { reason: 'not-offered' } });
    expect(await provider.search()).toMatchObject({ error: { reason: 'not-offered' } });
    expect(provider.stream()).toBeNull();
  });

  it('has daily bars only', async () => {
    const { provider } = setUp({ 'GOOGL.csv': CSV });
    expect(await provider.history({ ...daily('XNAS:GOOGL'), interval: '1h' })).toMatchObject({
      error: { reason: 'not-daily', retry: 'stop' },
    });
  });
});

describe.skipIf(!existsSync(FIXTURES))(
  'CsvFolderProvider on recorded files (skipped without them)',
  () => {
    it('finds eight instruments', async () => {
      const provider = new CsvFolderProvider(FIXTURES, names);
      const scan = await provider.scan();
      expect(scan.ok && scan.files.map(({ instrument }) => instrument)).toEqual(
        ['AAPL', 'AMZN', 'GOOGL', 'INTC', 'META', 'MSFT', 'NVDA', 'TSLA'].map(
          (code) => `XNAS:${code}`,
        ),
      );
      const result = await provider.history(daily('XNAS:META'));
      expect(result.ok && result.history.bars.length).toBe(2688);
    });
  },
);
