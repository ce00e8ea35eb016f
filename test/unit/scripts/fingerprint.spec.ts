import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintPaths, readStamp } from '../../../scripts/lib/fingerprint.mjs';

describe('fingerprintPaths', () => {
  let root: string;
  const take = () => fingerprintPaths(root, ['src', 'config.ts']);

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'tapeout-spec-'));
    await mkdir(join(root, 'src', 'deep'), { recursive: true });
    await writeFile(join(root, 'src', 'deep', 'a.ts'), 'one');
    await writeFile(join(root, 'config.ts'), 'config');
  });
  afterEach(() => rm(root, { recursive: true }));

  it('stays the same while nothing changes', () => {
    expect(take()).toBe(take());
  });

  it('ignores what it was not asked about', async () => {
    const before = take();
    await writeFile(join(root, 'README.md'), 'text');
    expect(take()).toBe(before);
  });

  it.each([
    ['a longer file', () => writeFile(join(root, 'src', 'deep', 'a.ts'), 'one more')],
    ['a file of another time', () => utimes(join(root, 'src', 'deep', 'a.ts'), 1, 1)],
    ['a new file', () => writeFile(join(root, 'src', 'b.ts'), '')],
    ['a removed file', () => rm(join(root, 'config.ts'))],
    ['a renamed file', () => rename(join(root, 'src', 'deep'), join(root, 'src', 'deeper'))],
  ])('notices %s', async (_, change) => {
    const before = take();
    await change();
    expect(take()).not.toBe(before);
  });
});

describe('readStamp', () => {
  it('is null where there is none', () => {
    expect(readStamp(join(tmpdir(), 'tapeout-no-such-stamp'))).toBeNull();
  });
});
