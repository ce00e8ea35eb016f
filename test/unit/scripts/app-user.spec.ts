import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAppUser, PROJECT_PARTS } from '../../../scripts/lib/app-user.mjs';

const ownId = process.getuid?.();
const isRoot = ownId === 0;
const FOLDER_MODE = 0o700;

let folder: string;
let project: string;
let electron: { executable: string; args: string[] };

/** A project and an "Electron" that nobody but us can reach; it says who runs it and what it can read. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tapeout-spec-'));
  project = join(folder, 'project');
  for (const part of PROJECT_PARTS) {
    await mkdir(dirname(join(project, part)), { recursive: true });
    await writeFile(join(project, part), `This is ${part}.`, { mode: 0o600 });
  }
  const executable = join(folder, 'electron', 'electron');
  await mkdir(dirname(executable));
  await writeFile(executable, '#!/bin/sh\nid -u; id -G; echo "$HOME"; cat "$@"\n', {
    mode: FOLDER_MODE,
  });
  await chmod(dirname(executable), FOLDER_MODE);
  electron = { executable, args: ['--no-sandbox', '--disable-gpu'] };
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describe.skipIf(!isRoot || process.platform !== 'linux')('the app of tests that root runs', () => {
  it('runs as nobody, with everything that it needs and nothing of root', async () => {
    const user = await openAppUser(electron, project);
    // A machine that refuses namespaces to ordinary users has no sandbox to test.
    if (user.obstacle !== null) return expect(user).toMatchObject({ uid: 0, become: [] });
    expect(user).toMatchObject({ uid: 65_534, switches: ['--disable-gpu'] });
    const parts = PROJECT_PARTS.map((part) => join(user.project, part));
    const { stdout, stderr } = spawnSync(user.executable, parts, {
      env: { ...process.env, ...user.env },
      encoding: 'utf8',
    });
    const told = PROJECT_PARTS.map((part) => `This is ${part}.`).join('');
    expect({ stdout, stderr }).toEqual({
      ...{ stdout: `65534\n65534\n${user.env['HOME']}\n${told}`, stderr: '' },
    });
    const home = statSync(user.env['HOME'] ?? '');
    expect([home.uid, home.mode & 0o777]).toEqual([65_534, FOLDER_MODE]);
    await user.dispose();
    expect(existsSync(user.project)).toBe(false);
  });

  it('takes the key of the display along', async () => {
    const key = join(folder, 'key');
    await writeFile(key, 'secret', { mode: 0o600 });
    vi.stubEnv('XAUTHORITY', key);
    const user = await openAppUser(electron, project);
    if (user.obstacle !== null) return;
    const { XAUTHORITY = '' } = user.env;
    const [command = '', ...args] = [...user.become, 'cat', XAUTHORITY];
    expect(spawnSync(command, args, { encoding: 'utf8' }).stdout).toBe('secret');
    await user.dispose();
  });

  it.each([
    ['there is no setpriv', () => vi.stubEnv('PATH', folder), /^root needs setpriv/],
    [
      'nobody cannot enter the temporary folder',
      () => vi.stubEnv('TMPDIR', folder),
      /cannot enter/,
    ],
  ])('stays root without a sandbox, and says why, where %s', async (_where, spoil, why) => {
    spoil();
    const user = await openAppUser(electron, project);
    expect(user).toMatchObject({
      ...{ uid: 0, obstacle: expect.stringMatching(why), become: [], project, env: {} },
      ...{ executable: electron.executable, switches: electron.args },
    });
  });
});

describe.skipIf(isRoot)('the app of tests that an ordinary user runs', () => {
  it('runs as that user, from where it is', async () => {
    const user = await openAppUser(electron, project);
    expect(user).toMatchObject({
      ...{ uid: ownId ?? null, become: [], project, env: {} },
      ...{ executable: electron.executable, switches: electron.args },
    });
    await user.dispose();
    expect(existsSync(project)).toBe(true);
  });
});
