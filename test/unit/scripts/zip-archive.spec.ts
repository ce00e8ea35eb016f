import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractZip, readZipEntries } from '../../../scripts/lib/zip-archive.mjs';
import { zipOf, type ZipFile } from './trial-tarball';

describe('zip archives', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tapeout-spec-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function archiveOf(files: readonly ZipFile[]) {
    const path = join(folder, 'archive.zip');
    await writeFile(path, zipOf(files));
    return path;
  }

  it('lists what an archive holds', async () => {
    const path = await archiveOf([{ name: 'a/b.txt', content: 'hello', mode: 0o755 }]);
    const [entry] = await readZipEntries(path);
    expect(entry).toMatchObject({ name: 'a/b.txt', size: 5, mode: 0o755, offset: 0 });
  });

  it('unpacks stored, compressed and empty files with their permissions', async () => {
    const path = await archiveOf([
      { name: 'stored', content: 'plain', stored: true },
      { name: 'deep/er/packed', content: 'p'.repeat(100_000), mode: 0o700 },
      { name: 'nothing', content: '', stored: true },
    ]);
    await extractZip(path, join(folder, 'out'));
    expect(await readFile(join(folder, 'out', 'stored'), 'utf8')).toBe('plain');
    expect(await readFile(join(folder, 'out', 'nothing'), 'utf8')).toBe('');
    const packed = join(folder, 'out', 'deep', 'er', 'packed');
    expect(await readFile(packed, 'utf8')).toBe('p'.repeat(100_000));
    if (process.platform !== 'win32') expect((await stat(packed)).mode & 0o777).toBe(0o700);
  });

  it('never writes outside of its folder', async () => {
    const path = await archiveOf([{ name: '../escaped', content: 'x' }]);
    await expect(extractZip(path, join(folder, 'out'))).rejects.toThrow('outside its folder');
    expect(existsSync(join(folder, 'escaped'))).toBe(false);
  });

  it('notices an archive that is cut off', async () => {
    const whole = zipOf([{ name: 'a', content: 'x'.repeat(1000), stored: true }]);
    const path = join(folder, 'cut.zip');
    await writeFile(path, whole.subarray(0, whole.length - 40));
    await expect(readZipEntries(path)).rejects.toThrow('cut off');
  });
});
