import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchRequest } from '../../../../electron/app/launch-request';
import { claimFolder, claimUserData } from '../../../../electron/app/single-instance';

const REQUEST: LaunchRequest = {
  barsFolder: null,
  offline: true,
  network: true,
  userData: null,
  symbol: 'XNAS:NVDA',
  interval: null,
  range: null,
  locale: null,
  theme: null,
  screenshot: null,
  hidden: false,
  listFile: null,
};

class FakeApp {
  readonly calls: unknown[] = [];

  constructor(private readonly isFirst: boolean) {}

  setPath(name: string, path: string): void {
    this.calls.push(['setPath', name, path]);
  }

  requestSingleInstanceLock(data?: unknown): boolean {
    this.calls.push(['lock', data]);
    return this.isFirst;
  }

  releaseSingleInstanceLock(): void {
    this.calls.push(['release']);
  }
}

describe('claimUserData', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'single-instance-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes the folder, private to its user, and names it before it takes the lock', () => {
    const app = new FakeApp(true);
    const userData = join(folder, 'new/data');
    expect(claimUserData(app, { ...REQUEST, userData })).toBeNull();
    expect(app.calls.map((call) => (call as unknown[])[0])).toEqual(['setPath', 'lock']);
    expect(app.calls[0]).toEqual(['setPath', 'userData', userData]);
    expect(statSync(userData).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o700);
  });

  it('leaves the place of the user data to Electron where none was named', () => {
    const app = new FakeApp(true);
    expect(claimUserData(app, REQUEST)).toBeNull();
    expect(app.calls).toHaveLength(1);
  });

  it('hands its wishes over and ends well where another process is first', () => {
    const app = new FakeApp(false);
    expect(claimUserData(app, REQUEST)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(app.calls).toEqual([
      [
        'lock',
        {
          symbol: 'XNAS:NVDA',
          interval: null,
          locale: null,
          theme: null,
          barsFolder: null,
          offline: true,
          listFile: null,
        },
      ],
    ]);
  });

  it('fails with 3 for a picture, and wishes nothing of the process that runs', () => {
    const app = new FakeApp(false);
    expect(claimUserData(app, { ...REQUEST, screenshot: '/a.png' })).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        'tapeout: --screenshot needs user data that no running Tapeout uses; add --user-data DIR\n',
    });
    expect(app.calls).toEqual([['lock', {}]]);
  });
});

describe('claimFolder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'single-instance-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes the folder, without a wish for whoever has it, until it is let go', () => {
    const app = new FakeApp(true);
    const release = claimFolder(app, join(folder, 'new/data'));
    expect(app.calls).toEqual([
      ['setPath', 'userData', join(folder, 'new/data')],
      ['lock', {}],
    ]);
    release?.();
    expect(app.calls.at(-1)).toEqual(['release']);
  });

  it('leaves the folder to the process that has it', () => {
    expect(claimFolder(new FakeApp(false), folder)).toBeNull();
  });
});
