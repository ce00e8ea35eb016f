import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, createFolderAtomically } from '../../../scripts/lib/cache-folder.mjs';

/** No process has this number: it is above the kernel's limit. */
const DEAD_PID = 2 ** 22 + 1;

describe('cacheFolder', () => {
  it('follows XDG_CACHE_HOME', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/elsewhere' })).toBe(join('/elsewhere', 'tapeout'));
    expect(cacheFolder({})).toMatch(/\.cache.tapeout$/);
  });
});

describe('createFolderAtomically', () => {
  let parent: string;
  let target: string;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'tapeout-spec-'));
    target = join(parent, 'target');
  });
  afterEach(() => rm(parent, { recursive: true }));

  const fillWith = (text: string) => async (workDir: string) => {
    await mkdir(join(workDir, 'made'));
    await writeFile(join(workDir, 'made', 'file'), text);
    await writeFile(join(workDir, 'rubbish'), '');
    return join(workDir, 'made');
  };

  it('gives the folder its name only when it is whole', async () => {
    await createFolderAtomically(target, async (workDir) => {
      expect(await readdir(parent)).not.toContain('target');
      return fillWith('whole')(workDir);
    });
    expect(await readdir(parent)).toEqual(['target']);
    expect(await readdir(target)).toEqual(['file']);
  });

  it('leaves nothing when the work fails', async () => {
    const failing = createFolderAtomically(target, async (workDir) => {
      await fillWith('half')(workDir);
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(await readdir(parent)).toEqual([]);
  });

  it('keeps the result of a run that was faster', async () => {
    await createFolderAtomically(target, async (workDir) => {
      await createFolderAtomically(target, fillWith('first'));
      return fillWith('second')(workDir);
    });
    expect(await readFile(join(target, 'file'), 'utf8')).toBe('first');
    expect(await readdir(parent)).toEqual(['target']);
  });

  it('tidies up after killed runs, and spares living ones', async () => {
    const dead = `.partial~${hostname()}~${DEAD_PID}~x`;
    const alive = `.partial~${hostname()}~${process.pid}~x`;
    const elsewhere = '.partial~another-machine~1~x';
    const elsewhereOld = '.partial~another-machine~2~x';
    for (const name of [dead, alive, elsewhere, elsewhereOld]) await mkdir(join(parent, name));
    const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
    await utimes(join(parent, elsewhereOld), twoDaysAgo, twoDaysAgo);
    await createFolderAtomically(target, fillWith('whole'));
    expect((await readdir(parent)).sort()).toEqual([alive, elsewhere, 'target'].sort());
  });
});
