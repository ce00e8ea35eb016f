import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronArguments, findElectron } from '../../../scripts/lib/electron-command.mjs';

/** Ways that all lead nowhere, and note that they were tried. */
function fakeWays(tried: string[]) {
  return {
    officialVersion: () => '45.4.1',
    findOfficial: (): string | null => (tried.push('find official'), null),
    downloadOfficial: async (): Promise<{ executable: string } | { reason: string }> => {
      tried.push('download official');
      return { reason: 'host blocked' };
    },
    findTrial: async (): Promise<string | null> => (tried.push('find trial'), null),
    fetchTrial: async (): Promise<string> => {
      tried.push('fetch trial');
      throw new Error('registry blocked');
    },
  };
}

const linux = { env: {}, platform: 'linux' as const, arch: 'x64' };

describe('findElectron', () => {
  let folder: string;
  let tried: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tapeout-spec-'));
    tried = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('takes the executable that the user chose, before anything else', async () => {
    const executable = join(folder, 'electron');
    await writeFile(executable, '');
    await writeFile(join(folder, 'version'), 'v44.0.0\n');
    const env = { ELECTRON_EXEC_PATH: executable };
    const found = await findElectron({ ...linux, env, ways: fakeWays(tried) });
    expect(found).toEqual({ executable, version: '44.0.0', origin: 'env', warnings: [] });
    expect(tried).toEqual([]);
  });

  it('takes the executable out of the folder that the user chose', async () => {
    const executable = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
    if (process.platform === 'darwin') return;
    await writeFile(executable, '');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: folder };
    const found = await findElectron({ ...linux, env, ways: fakeWays(tried) });
    expect(found).toMatchObject({ executable, version: 'unknown', origin: 'env' });
  });

  it('does not pass over a wrong choice of the user in silence', async () => {
    const env = { ELECTRON_EXEC_PATH: join(folder, 'absent') };
    await expect(findElectron({ ...linux, env, ways: fakeWays(tried) })).rejects.toThrow(
      /ELECTRON_EXEC_PATH asks for .*absent, which does not exist/,
    );
    expect(tried).toEqual([]);
  });

  it('prefers an official binary that is there to any download', async () => {
    const ways = { ...fakeWays(tried), findOfficial: () => '/official' };
    const found = await findElectron({ ...linux, ways });
    expect(found).toMatchObject({ executable: '/official', version: '45.4.1', origin: 'official' });
    expect(tried).toEqual([]);
  });

  it('prefers the official download to a trial binary that is there', async () => {
    const ways = {
      ...fakeWays(tried),
      downloadOfficial: async () => ({ executable: '/downloaded' }),
      findTrial: async () => '/trial',
    };
    const found = await findElectron({ ...linux, ways });
    expect(found).toEqual({
      executable: '/downloaded',
      version: '45.4.1',
      origin: 'official',
      warnings: [],
    });
  });

  it('falls back to the trial binary, and says so, and why', async () => {
    const ways = { ...fakeWays(tried), findTrial: async () => '/trial' };
    const found = await findElectron({ ...linux, ways });
    expect(found).toMatchObject({ executable: '/trial', version: '33.2.1', origin: 'trial' });
    expect(found.warnings).toHaveLength(1);
    expect(found.warnings[0]).toMatch(/33\.2\.1, which is out of support/);
    expect(found.warnings[0]).toContain('host blocked');
    expect(found.warnings[0]).toContain('never for a release');
    expect(tried).toEqual(['find official', 'download official']);
  });

  it('fetches the trial binary only when it is not there', async () => {
    const ways = { ...fakeWays(tried), fetchTrial: async () => '/fetched' };
    expect((await findElectron({ ...linux, ways })).executable).toBe('/fetched');
    expect(tried).toEqual(['find official', 'download official', 'find trial']);
  });

  it.each([
    ['darwin', 'x64'],
    ['win32', 'x64'],
    ['linux', 'arm64'],
  ] as const)('knows no trial binary for %s %s', async (platform, arch) => {
    const search = findElectron({ env: {}, platform, arch, ways: fakeWays(tried) });
    await expect(search).rejects.toThrow(/No Electron 45\.4\.1 could be found or fetched/);
    expect(tried).toEqual(['find official', 'download official']);
  });

  it('names everything that it tried when nothing worked', async () => {
    const search = findElectron({ ...linux, ways: fakeWays(tried) });
    await expect(search).rejects.toThrow(
      /host blocked[\s\S]*registry blocked[\s\S]*ELECTRON_MIRROR/,
    );
  });
});

describe('electronArguments', () => {
  const machine = { virtualDisplay: false, isRoot: false, onlyWayland: false };

  it('adds nothing for an ordinary user at a desktop', () => {
    expect(electronArguments(machine)).toEqual([]);
  });

  it('gives up the sandbox only for root', () => {
    expect(electronArguments({ ...machine, isRoot: true })).toEqual(['--no-sandbox']);
    expect(electronArguments({ ...machine, virtualDisplay: true })).not.toContain('--no-sandbox');
  });

  it('asks for no GPU where there is none', () => {
    expect(electronArguments({ ...machine, virtualDisplay: true })).toEqual(['--disable-gpu']);
  });

  it('points an older Electron to Wayland, unless we bring an X display', () => {
    const onlyWayland = { ...machine, onlyWayland: true };
    expect(electronArguments(onlyWayland)).toEqual(['--ozone-platform-hint=auto']);
    expect(electronArguments({ ...onlyWayland, virtualDisplay: true })).toEqual(['--disable-gpu']);
  });
});
