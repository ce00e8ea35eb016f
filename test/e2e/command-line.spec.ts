import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, removeFolder } from '../helpers/desk-app';
import { readProjectVersion } from './project-version';
import { type EndedRun, runTapeout } from './run-tapeout';

let folder = '';
beforeAll(async () => {
  folder = await freshFolder();
  await mkdir(join(folder, 'bars'));
  writeFileSync(join(folder, 'a-file'), 'no folder');
});
afterAll(() => removeFolder(folder));

/** No display: a run that opened a window, or only prepared one, could not end well. */
const NO_DISPLAY = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };

function run(...args: string[]): Promise<EndedRun> {
  const home = join(folder, 'home');
  const env = { ...NO_DISPLAY, HOME: home, XDG_CONFIG_HOME: join(home, 'config') };
  return runTapeout(['--user-data', join(folder, 'user-data'), ...args], { env });
}

/** Neither the folder that was asked for nor the one that Electron would choose. */
function nothingWasCreated(): void {
  expect(readdirSync(folder).sort()).toEqual(['a-file', 'bars']);
}

describe('a wrong command line', () => {
  it.each([
    ['an unknown option', ['--bogus'], '--bogus'],
    ['an unknown option with a value', ['--colour=red'], '--colour'],
    ['an argument that is no option', ['GOOGL'], 'GOOGL'],
    ['a symbol that nobody knows', ['--symbol', 'XNAS:NOSUCH'], 'XNAS:NOSUCH'],
    ['a symbol without a value', ['--symbol'], '--symbol'],
    ['a range that is none', ['--range', '2016'], '2016'],
    ['a range with a day that does not exist', ['--range', '2016-02-30..2016-03-01'], '2016-02-30'],
    ['a range that ends before it begins', ['--range', '2016-12-31..2016-01-01'], '2016-12-31'],
    ['a locale that is not spoken', ['--locale', 'de'], 'de'],
    ['a theme that does not exist', ['--theme', 'sepia'], 'sepia'],
    [
      'a folder of bars that does not exist',
      ['--bars-folder', '/nowhere/at/all'],
      '/nowhere/at/all',
    ],
    ['both sources of bars', ['--offline', '--bars-folder', '/'], '--bars-folder'],
    ['a symbol that several markets use', ['--symbol', '2513'], 'XHKG:02513'],
    ['a day that does not exist', ['--sessions', 'XHKG:2021-02-30'], '2021-02-30'],
    ['an exchange that nobody knows', ['--sessions', 'NOPE:2021-12-31'], 'NOPE'],
    ['a question without a value', ['--resolve'], '--resolve'],
    ['an option given twice', ['--offline', '--offline'], '--offline'],
    ['a picture in a folder that does not exist', ['--screenshot', '/nowhere/a.png'], '/nowhere'],
  ])('%s: one line that names it, exit code 2', async (_what, args, named) => {
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^tapeout: .+\n$/);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(named);
    nothingWasCreated();
  });

  it('a file in place of the folder of bars: exit code 2', async () => {
    const { code, stderr } = await run('--bars-folder', join(folder, 'a-file'));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('not a folder') });
    nothingWasCreated();
  });

  it('a value with a line break stays on one line', async () => {
    const { code, stderr } = await run('--symbol', 'XNAS:A\nB');
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('a question that needs no window', () => {
  it('--version prints the version alone', async () => {
    const { code, stdout, stderr } = await run('--version');
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `${readProjectVersion()}\n`,
      stderr: '',
    });
    nothingWasCreated();
  });

  it.each([
    ['港股02513', [{ id: 'XHKG:02513', name: 'Zhipu', currency: 'HKD', kind: 'share' }], false],
    [
      'BINANCE:ZHIPUUSDT.P',
      [
        {
          id: 'BINANCE:ZHIPUUSDT',
          name: 'Perpetual on Zhipu shares',
          currency: 'USDT',
          kind: 'derivative',
        },
      ],
      false,
    ],
    [
      '000660',
      [
        { id: 'XSHE:000660', name: null, currency: 'CNY', kind: 'share' },
        { id: 'XKRX:000660', name: 'SK hynix', currency: 'KRW', kind: 'share' },
      ],
      true,
    ],
    ['no such thing', [], false],
  ])('--resolve %s prints one line of JSON alone', async (text, candidates, ambiguous) => {
    const { code, stdout, stderr } = await run('--resolve', text);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`${JSON.stringify({ candidates, ambiguous })}\n`);
    nothingWasCreated();
  });

  it('--sessions prints the hours of a half day in UTC as one line of JSON alone', async () => {
    const { code, stdout, stderr } = await run('--sessions', 'XHKG:2021-12-31');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(stdout)).toMatchObject({
      date: '2021-12-31',
      open: true,
      sessions: [['2021-12-31T01:30:00.000Z', '2021-12-31T04:00:00.000Z']],
      half: true,
    });
    nothingWasCreated();
  });

  it('--help names every option', async () => {
    const { code, stdout, stderr } = await run('--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const option of [
      '--bars-folder DIR',
      '--offline',
      '--user-data DIR',
      '--symbol',
      '--interval INTERVAL',
      '--range',
      '--locale en|zh-CN',
      '--theme dark|light',
      '--screenshot FILE',
      '--resolve TEXT',
      '--sessions MIC:DATE',
      '--help',
      '--version',
    ]) {
      expect(stdout).toContain(option);
    }
    nothingWasCreated();
  });

  it('is answered beside a mistake', async () => {
    expect((await run('--bogus', '--version')).code).toBe(0);
    expect(existsSync(join(folder, 'user-data'))).toBe(false);
  });
});
