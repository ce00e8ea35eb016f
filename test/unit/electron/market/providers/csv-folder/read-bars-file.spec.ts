import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  BARS_FILE_LIMITS,
  type BarsFileBytes,
  readBarsFile,
} from '../../../../../../electron/market/providers/csv-folder/read-bars-file';
import { tempFolder } from '../../../data/temp-folder';

const LIMITS = { packedBytes: 1000, unpackedBytes: 5000 };

function readContent(name: string, content: Uint8Array): Promise<BarsFileBytes> {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return readBarsFile(path, LIMITS);
}

const text = (result: BarsFileBytes): string =>
  result.ok ? new TextDecoder().decode(result.bytes) : result.error;

describe('readBarsFile', () => {
  it('reads a file as it is', async () => {
    expect(text(await readContent('a.csv', Buffer.from('Date,Open')))).toBe('Date,Open');
    expect(text(await readContent('a.csv', Buffer.alloc(0)))).toBe('');
  });

  it.each(['a.csv.gz', 'a.csv'])('unpacks gzip under the name %s', async (name) => {
    expect(text(await readContent(name, gzipSync('Date,Open')))).toBe('Date,Open');
  });

  it('unpacks a file of several members', async () => {
    const members = Buffer.concat([gzipSync('Date,'), gzipSync('Open')]);
    expect(text(await readContent('a.csv.gz', members))).toBe('Date,Open');
  });

  it.each([
    ['no gzip', Buffer.from('Date,Open')],
    ['an empty file', Buffer.alloc(0)],
    ['a torn gzip', gzipSync('Date,Open'.repeat(9)).subarray(0, 20)],
    [
      'a gzip with a wrong checksum',
      Buffer.concat([gzipSync('Date,Open').subarray(0, -8), Buffer.alloc(8, 1)]),
    ],
  ])('refuses %s under a name for gzip', async (_, content) => {
    expect(text(await readContent('a.csv.gz', content))).toBe('bad-gzip');
  });

  it('reads up to its limits and not beyond', async () => {
    expect(text(await readContent('a.csv', Buffer.alloc(5000, 97)))).toBe('a'.repeat(5000));
    expect(text(await readContent('a.csv', Buffer.alloc(5001)))).toBe('too-large');
    const noise = Buffer.from(Array.from({ length: 1100 }, (_, index) => (index * 7919) % 251));
    const packed = gzipSync(noise, { level: 0 });
    expect(text(await readContent('a.csv.gz', packed))).toBe('too-large');
  });

  it('stops unpacking what swells past the limit', async () => {
    expect(text(await readContent('a.csv.gz', gzipSync(Buffer.alloc(5000, 97))))).toBe(
      'a'.repeat(5000),
    );
    expect(text(await readContent('a.csv.gz', gzipSync(Buffer.alloc(500_000))))).toBe('too-large');
  });

  it('has the limits of 64 and 512 MiB', () => {
    expect(BARS_FILE_LIMITS).toEqual({ packedBytes: 67_108_864, unpackedBytes: 536_870_912 });
  });

  it('cannot read what is missing, a folder or a dangling link', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'folder.csv'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.csv'));
    for (const name of ['missing.csv', 'folder.csv', 'link.csv']) {
      expect(text(await readBarsFile(join(folder, name), LIMITS))).toBe('not-readable');
    }
  });

  it.skipIf(process.platform === 'win32')(
    'does not wait for a pipe that nobody writes to',
    async () => {
      const path = join(tempFolder(), 'pipe.csv');
      execFileSync('mkfifo', [path]);
      expect(text(await readBarsFile(path, LIMITS))).toBe('not-readable');
    },
  );

  it.skipIf(process.platform === 'win32')('does not read from a device', async () => {
    const path = join(tempFolder(), 'zero.csv');
    symlinkSync('/dev/zero', path);
    expect(text(await readBarsFile(path, LIMITS))).toBe('not-readable');
  });
});
