import { describe, expect, it } from 'vitest';
import { type Launch, leave, readLaunch } from '../../../../electron/app/launch';
import type { ExchangesFile } from '../../../../src/shared/domain/calendar/exchanges-file';
import type { Instrument } from '../../../../src/shared/domain/instrument/instrument';
import { readAsset } from '../../../helpers/announcement-set';

const NVIDIA: Instrument = {
  id: 'XNAS:NVDA',
  name: { en: 'NVIDIA', zh: '英伟达' },
  kind: 'share',
  currency: 'USD',
  issuer: 'nvidia',
  aliases: ['NVDA'],
  priceDecimals: 2,
  listedOn: null,
};

interface Machine {
  readonly env?: Record<string, string>;
  readonly isPackaged?: boolean;
}

let catalogueReads = 0;
let exchangeReads = 0;
const EXCHANGES = readAsset('exchanges/exchanges.json') as ExchangesFile;

function launch(
  args: readonly string[],
  { env = {}, isPackaged = true }: Machine = {},
): Promise<Launch> {
  catalogueReads = 0;
  exchangeReads = 0;
  const argv = isPackaged ? ['tapeout', ...args] : ['electron', '.', ...args];
  return readLaunch({
    process: { argv, env, cwd: () => '/' },
    app: { isPackaged, getVersion: () => '1.2.3' },
    loadInstruments: async () => {
      catalogueReads += 1;
      return [NVIDIA];
    },
    loadExchanges: async () => {
      exchangeReads += 1;
      return EXCHANGES;
    },
  });
}

describe('readLaunch', () => {
  it('prints the version to stdout', async () => {
    expect(await launch(['--version'])).toEqual({
      kind: 'end',
      exitCode: 0,
      stdout: '1.2.3\n',
      stderr: '',
    });
  });

  it('prints the help to stdout', async () => {
    expect(await launch(['--help'])).toMatchObject({
      kind: 'end',
      exitCode: 0,
      stdout: expect.stringMatching(/^Usage: tapeout/),
      stderr: '',
    });
  });

  it.each([
    [['--dance'], 'tapeout: unknown option "--dance"; --help lists all\n'],
    [['--bars-folder', '/no/such'], 'tapeout: --bars-folder "/no/such" does not exist\n'],
    [
      ['--symbol', 'AMD'],
      'tapeout: --symbol "AMD" may mean XNAS:AMD or XNYS:AMD or ARCX:AMD; write one of these\n',
    ],
    [
      ['--symbol', 'XNAS:NOSUCH'],
      'tapeout: --symbol "XNAS:NOSUCH" is no symbol; write MIC:CODE, for example XNAS:NVDA\n',
    ],
    [
      ['--sessions', '2021-12-31'],
      'tapeout: --sessions must be an exchange and a date, XHKG:2021-12-31, not "2021-12-31"\n',
    ],
  ])('ends %j with 2 and one line on stderr', async (args, stderr) => {
    expect(await launch(args)).toEqual({ kind: 'end', exitCode: 2, stdout: '', stderr });
  });

  it('resolves a symbol, and reads nothing where there is none', async () => {
    expect(await launch(['--symbol', 'nvda'])).toMatchObject({
      kind: 'run',
      request: { symbol: 'XNAS:NVDA' },
    });
    expect({ catalogueReads, exchangeReads }).toEqual({ catalogueReads: 1, exchangeReads: 1 });
    await launch(['--offline']);
    expect({ catalogueReads, exchangeReads }).toEqual({ catalogueReads: 0, exchangeReads: 0 });
  });

  it('answers --resolve with one line of JSON', async () => {
    expect(await launch(['--resolve', 'usNVDA'])).toEqual({
      kind: 'end',
      exitCode: 0,
      stdout:
        '{"candidates":[{"id":"XNAS:NVDA","name":"NVIDIA","currency":"USD","kind":"share"}],' +
        '"ambiguous":false}\n',
      stderr: '',
    });
    expect(await launch(['--resolve', 'no symbol'])).toMatchObject({
      exitCode: 0,
      stdout: '{"candidates":[],"ambiguous":false}\n',
    });
  });

  it('answers --sessions with one line of JSON, without the catalogue', async () => {
    const answered = await launch(['--sessions', 'xhkg:2026-07-10']);
    expect(answered).toMatchObject({ kind: 'end', exitCode: 0, stderr: '' });
    expect(answered.kind === 'end' && answered.stdout).toMatch(/^{"date":"2026-07-10",.*}\n$/);
    expect(catalogueReads).toBe(0);
  });

  it('refuses --sessions of an exchange that it does not know', async () => {
    expect(await launch(['--sessions', 'NOPE:2026-07-10'])).toMatchObject({
      kind: 'end',
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(/^tapeout: --sessions: no exchange "NOPE".*\n$/),
    });
  });

  it('hands on what is done without a window, its folder looked at', async () => {
    expect(await launch(['--event-study', 'spec.json', '--user-data', 'data'])).toEqual({
      kind: 'headless',
      command: { kind: 'event-study', spec: '/spec.json' },
      userData: '/data',
    });
    expect(await launch(['--verify-evidence', '/e.json', '--user-data', '/dev/null'])).toEqual({
      kind: 'end',
      exitCode: 2,
      stdout: '',
      stderr: 'tapeout: --user-data "/dev/null" is not a folder\n',
    });
  });

  it('sets the clock of an unpackaged app only', async () => {
    const env = { TAPEOUT_CLOCK: '2001-01-01T00:00:00Z' };
    const shifted = await launch([], { env, isPackaged: false });
    expect(shifted.kind === 'run' && shifted.clockOffsetMs).toBeLessThan(0);
    expect(await launch([], { env })).toMatchObject({ kind: 'run', clockOffsetMs: 0 });
  });

  it('refuses a clock that is none', async () => {
    expect(await launch([], { env: { TAPEOUT_CLOCK: 'noon' }, isPackaged: false })).toMatchObject({
      kind: 'end',
      exitCode: 2,
      stderr: 'tapeout: TAPEOUT_CLOCK is no instant: "noon"\n',
    });
  });
});

describe('leave', () => {
  it('ends with the given code', async () => {
    const codes: (number | undefined)[] = [];
    await leave({ exit: (code) => codes.push(code) }, { exitCode: 2, stdout: '', stderr: '' });
    expect(codes).toEqual([2]);
  });
});
