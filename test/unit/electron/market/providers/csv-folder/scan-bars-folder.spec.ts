import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BarsFile } from '../../../../../../electron/core/market/bars-folder-port';
import { scanBarsFolder } from '../../../../../../electron/market/providers/csv-folder/scan-bars-folder';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { tempFolder } from '../../../data/temp-folder';

/** Files called `known...` are of one instrument each, by their next letter. */
function resolve(fileName: string): InstrumentId | null {
  return fileName.startsWith('known') ? `XNAS:${fileName.charAt(5).toUpperCase()}` : null;
}

async function scanned(folder: string): Promise<readonly BarsFile[]> {
  const scan = await scanBarsFolder(folder, resolve);
  if (!scan.ok) throw new Error(scan.error);
  return scan.files;
}

function folderOf(...names: readonly string[]): string {
  const folder = tempFolder();
  for (const name of names) writeFileSync(join(folder, name), name);
  return folder;
}

describe('scanBarsFolder', () => {
  it('lists files of bars by name, and no others', async () => {
    const folder = folderOf('knownB.csv', 'knownA.csv.gz', '.knownC.csv', 'readme.md');
    mkdirSync(join(folder, 'knownD.csv'));
    mkdirSync(join(folder, 'below'));
    writeFileSync(join(folder, 'below', 'knownE.csv'), '');
    const files = await scanned(folder);
    expect(files.map(({ fileName, instrument, error }) => [fileName, instrument, error])).toEqual([
      ['knownA.csv.gz', 'XNAS:A', null],
      ['knownB.csv', 'XNAS:B', null],
    ]);
  });

  it('lists unknown files as such', async () => {
    expect(await scanned(folderOf('notes.csv'))).toMatchObject([
      { fileName: 'notes.csv', instrument: null, error: 'unknown-instrument' },
    ]);
  });

  it('refuses all but the first file of an instrument', async () => {
    const files = await scanned(folderOf('knownA.csv', 'knownA.csv.gz', 'knownA2.csv'));
    expect(files.map(({ error }) => error)).toEqual([
      null,
      'duplicate-instrument',
      'duplicate-instrument',
    ]);
  });

  it('lists what cannot be read', async () => {
    const folder = tempFolder();
    symlinkSync(join(folder, 'nowhere'), join(folder, 'knownA.csv'));
    expect(await scanned(folder)).toMatchObject([{ error: 'not-readable', instrument: 'XNAS:A' }]);
  });

  it('gives a fingerprint that changes with path, size and time, and with nothing else', async () => {
    const [one, other] = [folderOf('knownA.csv'), folderOf('knownA.csv')];
    const fingerprint = async (folder: string): Promise<string> =>
      (await scanned(folder))[0]?.fingerprint ?? '';
    const touch = (folder: string, seconds: number): void =>
      utimesSync(join(folder, 'knownA.csv'), seconds, seconds);
    touch(one, 1000);
    touch(other, 1000);
    const first = await fingerprint(one);
    expect(await fingerprint(one)).toBe(first);
    expect(await fingerprint(other)).not.toBe(first);
    touch(one, 1000.001);
    expect(await fingerprint(one)).not.toBe(first);
    touch(one, 1000);
    expect(await fingerprint(one)).toBe(first);
    writeFileSync(join(one, 'knownA.csv'), 'longer than before');
    touch(one, 1000);
    expect(await fingerprint(one)).not.toBe(first);
  });

  it('says what is wrong with the folder', async () => {
    const folder = folderOf('readme.md');
    const errorOf = async (path: string): Promise<unknown> => scanBarsFolder(path, resolve);
    expect(await errorOf(join(folder, 'missing'))).toEqual({ ok: false, error: 'not-found' });
    expect(await errorOf(join(folder, 'readme.md'))).toEqual({ ok: false, error: 'not-a-folder' });
    expect(await errorOf(folder)).toEqual({ ok: false, error: 'no-csv-files' });
    expect(await errorOf(`${folder}\0`)).toEqual({ ok: false, error: 'not-readable' });
  });
});
