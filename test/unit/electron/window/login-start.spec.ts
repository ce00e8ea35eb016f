import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  autostartFile,
  createLoginStart,
  type LoginStartParts,
} from '../../../../electron/window/login-start';

vi.mock('electron', () => ({ app: {} }));

let home: string;
let failures: string[];
let settings: unknown[];

function partsOn(platform: NodeJS.Platform, more: Partial<LoginStartParts> = {}): LoginStartParts {
  return {
    app: {
      isPackaged: true,
      getAppPath: () => '/work/tapeout',
      setLoginItemSettings: (wanted) => settings.push(wanted),
    },
    ...{ platform, env: {}, homeFolder: home, executable: '/opt/Tapeout/tapeout' },
    reportFailure: (message) => failures.push(message),
    ...more,
  };
}

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tapeout-test-'));
  [failures, settings] = [[], []];
});
afterEach(() => rm(home, { recursive: true }));

describe('starting with the session on Linux', () => {
  const path = () => join(home, '.config', 'autostart', 'tapeout.desktop');

  it('is one file, written whole and taken away again', async () => {
    const start = createLoginStart(partsOn('linux'));
    expect(await start.set(true)).toBe(true);
    const text = await readFile(path(), 'utf8');
    expect(text).toMatch(/^\[Desktop Entry\]\nType=Application\n/);
    expect(text).toContain('\nExec="/opt/Tapeout/tapeout" "--hidden"\n');
    expect(await readdir(join(home, '.config', 'autostart'))).toEqual(['tapeout.desktop']);
    expect(await start.set(false)).toBe(true);
    expect(existsSync(path())).toBe(false);
    expect(await start.set(false)).toBe(true);
    expect(failures).toEqual([]);
  });

  it('starts the image of an AppImage, and an unpackaged app with its folder', async () => {
    const image = partsOn('linux', { env: { APPIMAGE: '/home/u/My Apps/Tapeout.AppImage' } });
    await createLoginStart(image).set(true);
    expect(await readFile(path(), 'utf8')).toContain(
      'Exec="/home/u/My Apps/Tapeout.AppImage" "--hidden"\n',
    );
    const { app } = image;
    const unpackaged = partsOn('linux', { app: { ...app, isPackaged: false } });
    await createLoginStart(unpackaged).set(true);
    expect(await readFile(path(), 'utf8')).toContain(
      'Exec="/opt/Tapeout/tapeout" "/work/tapeout" "--hidden"\n',
    );
  });

  it('goes where the user has his settings', async () => {
    const own = join(home, 'own');
    await createLoginStart(partsOn('linux', { env: { XDG_CONFIG_HOME: own } })).set(true);
    expect(existsSync(join(own, 'autostart', 'tapeout.desktop'))).toBe(true);
  });

  it('says so where it cannot be written', async () => {
    await mkdir(join(home, '.config'));
    await writeFile(join(home, '.config', 'autostart'), 'a file in the way');
    expect(await createLoginStart(partsOn('linux')).set(true)).toBe(false);
    expect(failures).toEqual(['starting with the session could not be set']);
  });
});

describe('autostartFile', () => {
  it('quotes as the specification has it', () => {
    const exec = autostartFile(['/a b/$x`"\\100%']).split('\n')[3];
    expect(exec).toBe(String.raw`Exec="/a b/\\$x\\` + '`' + String.raw`\\"\\\\100%%"`);
  });
});

describe('starting with the session elsewhere', () => {
  it('is a matter of Electron', async () => {
    const start = createLoginStart(partsOn('darwin'));
    expect([await start.set(true), await start.set(false)]).toEqual([true, true]);
    expect(settings).toEqual([
      { openAtLogin: true, args: ['--hidden'] },
      { openAtLogin: false, args: ['--hidden'] },
    ]);
  });
});
