import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandLine } from '../../../../electron/app/command-line';
import {
  checkLaunch,
  type LaunchCheck,
  type SymbolAnswer,
  wantedSettings,
} from '../../../../electron/app/launch-request';

const NOTHING: CommandLine = {
  barsFolder: null,
  offline: false,
  network: true,
  userData: null,
  symbol: null,
  interval: null,
  range: null,
  locale: null,
  theme: null,
  screenshot: null,
  hidden: false,
  listFile: null,
};
const ANSWERS: Readonly<Record<string, SymbolAnswer>> = {
  GOOGL: { kind: 'found', id: 'XNAS:GOOGL' },
  700: { kind: 'ambiguous', candidates: ['XHKG:00700'] },
  TWO: { kind: 'ambiguous', candidates: ['XHKG:02513', 'XKRX:002513'] },
};
/** Root may write everywhere, whatever the mode says. */
const isRoot = process.getuid?.() === 0;

let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'launch-request-'));
  mkdirSync(join(cwd, 'bars'));
  writeFileSync(join(cwd, 'file'), '');
  mkdirSync(join(cwd, 'locked'));
  chmodSync(join(cwd, 'locked'), 0o500);
});

afterAll(() => rmSync(cwd, { recursive: true }));

function check(options: Partial<CommandLine>): LaunchCheck {
  const { symbol = null } = options;
  const answer = symbol === null ? null : (ANSWERS[symbol] ?? { kind: 'unknown' });
  return checkLaunch({ ...NOTHING, ...options }, cwd, answer);
}

function refusal(options: Partial<CommandLine>): string {
  const checked = check(options);
  if (checked.ok) throw new Error('not refused');
  return checked.message.replaceAll(cwd, 'CWD');
}

describe('checkLaunch', () => {
  it('accepts an empty command line as it is', () => {
    expect(check({})).toEqual({ ok: true, request: NOTHING });
  });

  it('makes paths absolute from the folder of the caller and resolves the symbol', () => {
    const options = {
      barsFolder: 'bars',
      userData: 'new/data',
      screenshot: 'a.png',
      symbol: 'GOOGL',
    };
    expect(check(options)).toEqual({
      ok: true,
      request: {
        ...NOTHING,
        barsFolder: join(cwd, 'bars'),
        userData: join(cwd, 'new/data'),
        screenshot: join(cwd, 'a.png'),
        symbol: 'XNAS:GOOGL',
      },
    });
  });

  it('keeps an absolute path', () => {
    const folder = join(cwd, 'bars');
    expect(check({ barsFolder: folder })).toMatchObject({ request: { barsFolder: folder } });
  });

  it.each<[Partial<CommandLine>, string]>([
    [{ barsFolder: 'none' }, '--bars-folder "CWD/none" does not exist'],
    [{ barsFolder: 'file' }, '--bars-folder "CWD/file" is not a folder'],
    [{ userData: 'file' }, '--user-data "CWD/file" is not a folder'],
    [{ userData: 'file/below' }, '--user-data "CWD/file/below" cannot be written'],
    [{ screenshot: 'bars' }, '--screenshot "CWD/bars" is a folder, not a file'],
    [{ screenshot: 'none/a.png' }, '--screenshot: folder "CWD/none" does not exist'],
    [{ screenshot: 'file/a.png' }, '--screenshot: folder "CWD/file" does not exist'],
    [
      { symbol: 'WHAT\n' },
      '--symbol "WHAT\\n" is no symbol; write MIC:CODE, for example XNAS:NVDA',
    ],
    [{ symbol: '700' }, '--symbol "700" may mean XHKG:00700; write that'],
    [{ symbol: 'TWO' }, '--symbol "TWO" may mean XHKG:02513 or XKRX:002513; write one of these'],
  ])('refuses %j', (options, message) => {
    expect(refusal(options)).toBe(message);
  });

  it.skipIf(isRoot)('refuses folders that may not be written (skipped for root, who may)', () => {
    expect(refusal({ screenshot: 'locked/a.png' })).toBe(
      '--screenshot: folder "CWD/locked" cannot be written',
    );
    expect(refusal({ userData: 'locked' })).toBe('--user-data "CWD/locked" cannot be written');
    expect(refusal({ userData: 'locked/deep/er' })).toBe(
      '--user-data "CWD/locked/deep/er" cannot be written',
    );
  });

  it('names the first fault only', () => {
    expect(refusal({ barsFolder: 'none', screenshot: 'none/a.png' })).not.toMatch(/screenshot/);
  });
});

describe('wantedSettings', () => {
  it('leaves out what was not asked for', () => {
    expect(wantedSettings({ theme: null, locale: null, symbol: null, interval: null })).toEqual({});
    expect(
      wantedSettings({ theme: 'dark', locale: 'zh-CN', symbol: 'XNAS:NVDA', interval: '1h' }),
    ).toEqual({
      theme: 'dark',
      locale: 'zh-CN',
      charted: 'XNAS:NVDA',
      chartInterval: '1h',
    });
  });
});
