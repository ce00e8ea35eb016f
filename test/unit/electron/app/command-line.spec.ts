import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommandLine, parseCommandLine } from '../../../../electron/app/command-line';

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

function options(...args: string[]): CommandLine {
  const parsed = parseCommandLine(args, '/here');
  if (parsed.kind !== 'run') throw new Error(`not accepted: ${JSON.stringify(parsed)}`);
  return parsed.options;
}

function refusal(...args: string[]): string {
  const parsed = parseCommandLine(args, '/here');
  if (parsed.kind !== 'refused') throw new Error(`not refused: ${JSON.stringify(parsed)}`);
  return parsed.message;
}

describe('parseCommandLine', () => {
  it('asks for nothing where nothing is written', () => {
    expect(options()).toEqual(NOTHING);
  });

  it('reads every option', () => {
    expect(
      options(
        ...['--bars-folder', 'bars', '--user-data', 'data', '--symbol', 'XNAS:NVDA'],
        ...['--range', '2016-01-01..2016-12-31', '--locale', 'zh-CN', '--theme', 'light'],
        ...['--screenshot', 'shot.png', '--no-network', '--interval', '5m'],
      ),
    ).toEqual({
      barsFolder: 'bars',
      offline: false,
      network: false,
      userData: 'data',
      symbol: 'XNAS:NVDA',
      interval: '5m',
      range: { from: '2016-01-01', to: '2016-12-31' },
      locale: 'zh-CN',
      theme: 'light',
      screenshot: 'shot.png',
      hidden: false,
      listFile: null,
    });
    expect(options('--offline')).toEqual({ ...NOTHING, offline: true });
  });

  it('reads a value behind an equals sign, further equals signs and line breaks included', () => {
    expect(options('--symbol=XNAS:NVDA').symbol).toBe('XNAS:NVDA');
    expect(options('--bars-folder=a=b').barsFolder).toBe('a=b');
    expect(options('--bars-folder=--odd').barsFolder).toBe('--odd');
    expect(options('--bars-folder=a\nb').barsFolder).toBe('a\nb');
  });

  it('starts hidden, and opens a list that the system hands over', () => {
    expect(options('--hidden').hidden).toBe(true);
    expect(options('my chips.Tapeout.JSON', '--offline').listFile).toBe('my chips.Tapeout.JSON');
    expect(refusal('a.tapeout.json', 'b.tapeout.json')).toBe(
      'only one list can be opened at a time',
    );
    expect(refusal('list.json')).toBe('unexpected argument "list.json"');
  });

  it('takes a value that begins with one dash', () => {
    expect(options('--bars-folder', '-').barsFolder).toBe('-');
  });

  it.each([
    [['--theme'], '--theme needs a value: dark|light'],
    [['--theme='], '--theme needs a value: dark|light'],
    [['--theme', ''], '--theme needs a value: dark|light'],
    [['--bars-folder', '--offline'], '--bars-folder needs a value: DIR'],
    [['--offline=yes'], '--offline takes no value'],
    [['--offline', '--offline'], '--offline is given twice'],
    [['--theme=dark', '--theme', 'light'], '--theme is given twice'],
    [['--offline', '--bars-folder', 'x'], '--offline and --bars-folder exclude each other'],
    [['--dance'], 'unknown option "--dance"; --help lists all'],
    [['-x'], 'unknown option "-x"; --help lists all'],
    [['--'], 'unknown option "--"; --help lists all'],
    [['--Offline'], 'unknown option "--Offline"; --help lists all'],
    [['shot.png'], 'unexpected argument "shot.png"'],
    [[''], 'unexpected argument ""'],
    [['--theme', 'blue'], '--theme must be dark or light, not "blue"'],
    [['--theme', 'system'], '--theme must be dark or light, not "system"'],
    [['--locale', 'de'], '--locale must be en or zh-CN, not "de"'],
    [['--locale', 'zh-cn'], '--locale must be en or zh-CN, not "zh-cn"'],
  ])('refuses %j', (args, message) => {
    expect(refusal(...args)).toBe(message);
  });

  it('reads an interval as charts write it', () => {
    expect(options('--interval', '60').interval).toBe('1h');
    expect(options('--interval=W').interval).toBe('W');
    expect(refusal('--interval', '7m')).toBe(
      '--interval must be one of 1m 5m 15m 30m 1h 4h D W M, not "7m"',
    );
  });

  it.each([
    '2016-01-01',
    '2016-01-01..',
    '..2016-01-01',
    '2016-01-01...2016-02-01',
    '2016-01-01..2016-02-01..2016-03-01',
    '2016-1-1..2016-02-01',
    '2015-02-29..2015-03-01',
    'a..b',
  ])('refuses the range %s', (range) => {
    expect(refusal('--range', range)).toBe(
      `--range must be two dates, 2016-01-01..2016-12-31, not "${range}"`,
    );
  });

  it('refuses a range that ends before it begins, and takes one of a single day', () => {
    expect(refusal('--range', '2016-01-02..2016-01-01')).toBe(
      '--range ends before it begins: "2016-01-02..2016-01-01"',
    );
    expect(options('--range', '2016-02-29..2016-02-29').range).toEqual({
      from: '2016-02-29',
      to: '2016-02-29',
    });
  });

  it('reads the questions that need no window', () => {
    expect(parseCommandLine(['--resolve', '2513.HK'], '/here')).toEqual({
      kind: 'resolve',
      text: '2513.HK',
    });
    expect(parseCommandLine(['--resolve=^GSPC', '--user-data', 'x'], '/here')).toEqual({
      kind: 'resolve',
      text: '^GSPC',
    });
    expect(parseCommandLine(['--sessions', 'xhkg:2021-12-31'], '/here')).toEqual({
      kind: 'sessions',
      mic: 'XHKG',
      date: '2021-12-31',
    });
  });

  it.each([
    'XHKG',
    '2021-12-31',
    'XHKG:',
    ':2021-12-31',
    'XHKG:2021-02-30',
    'XHKG:2021-1-1',
    'XHKG:20211231',
    'XHKG 2021-12-31',
    'XHKG:2021-12-31:',
  ])('refuses the day %j', (day) => {
    expect(refusal('--sessions', day)).toBe(
      `--sessions must be an exchange and a date, XHKG:2021-12-31, not "${day}"`,
    );
  });

  it('takes one question at a time, and no mistake beside it', () => {
    expect(refusal('--resolve', 'NVDA', '--sessions', 'XHKG:2021-12-31')).toBe(
      '--resolve and --sessions exclude each other',
    );
    expect(refusal('--resolve', 'NVDA', '--theme', 'blue')).toMatch(/^--theme must be/);
    expect(refusal('--resolve')).toBe('--resolve needs a value: TEXT');
    expect(refusal('--sessions')).toBe('--sessions needs a value: MIC:DATE');
  });

  it('reads what is done without a window', () => {
    const args = ['--import-watchlist', 'a.txt', '--dry-run', '--user-data', 'data'];
    expect(parseCommandLine(args, '/here')).toEqual({
      kind: 'headless',
      command: {
        kind: 'import-watchlist',
        file: '/here/a.txt',
        format: null,
        name: null,
        dryRun: true,
      },
      userData: 'data',
    });
    expect(refusal('--dry-run')).toBe('--dry-run belongs to --import-watchlist');
  });

  it('answers help and version beside any mistake, help first', () => {
    expect(parseCommandLine(['--dance', '--version'], '/here')).toEqual({ kind: 'version' });
    expect(parseCommandLine(['--version', '--help', 'x'], '/here')).toEqual({ kind: 'help' });
  });

  it('answers anything with one line', () => {
    const argument = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('--range', '--theme', '--symbol', '--offline', '--locale=', '--range=a..b'),
    );
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 6 }), (args) => {
        const parsed = parseCommandLine(args, '/here');
        if (parsed.kind === 'refused') expect(parsed.message).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 1000 },
    );
  });
});
