import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import exchanges from '../../../assets/exchanges/exchanges.json';
import catalogue from '../../../assets/instruments/catalogue.json';
import { replayAlerts } from '../../../electron/alert-commands';
import type { ExchangesFile } from '../../../src/shared/domain/calendar/exchanges-file';
import type { Instrument } from '../../../src/shared/domain/instrument/instrument';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tapeout-replay-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Of docs/alerts.md. */
const RULE = {
  symbol: 'XHKG:02513',
  all: [{ op: 'crossingUp', value: 150 }],
  trigger: 'once',
  expires: '2026-12-31T08:00Z',
};

async function run(rules: unknown, ticks: string) {
  const files = { rules: join(folder, 'rules.json'), ticks: join(folder, 'ticks.csv') };
  await writeFile(files.rules, typeof rules === 'string' ? rules : JSON.stringify(rules));
  await writeFile(files.ticks, ticks);
  const ending = await replayAlerts(
    { kind: 'replay-alerts', ...files },
    {
      loadInstruments: async () => catalogue.instruments as readonly Instrument[],
      loadExchanges: async () => exchanges as ExchangesFile,
    },
  );
  const lines = ending.stdout.split('\n').filter((line) => line !== '');
  return { ...ending, fired: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const HEAD = 'time,id,price,volume\n';
const CROSSING =
  HEAD +
  '2026-07-10T01:30:00Z,XHKG:02513,149.0,100\n' +
  '2026-07-10T01:31:00Z,XHKG:02513,150.5,200\n' +
  '2026-07-10T01:32:00Z,XHKG:02513,149.0,100\n' +
  '2026-07-10T01:33:00Z,XHKG:02513,151.0,100\n';

describe('--replay-alerts', () => {
  it('prints a line of JSON for a firing and ends well', async () => {
    const { exitCode, stderr, fired } = await run([RULE], CROSSING);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(fired).toEqual([
      {
        ...{ time: '2026-07-10T01:31:00.000Z', symbol: 'XHKG:02513', rule: 1, price: 150.5 },
        before: { time: '2026-07-10T01:30:00.000Z', price: 149 },
        conditions: [{ op: 'crossingUp', before: 149, value: 150.5, level: 150 }],
      },
    ]);
  });

  it('takes an object with rules too, and every way to write time, symbol and line end', async () => {
    const at = Date.UTC(2026, 6, 10, 1, 31);
    const ticks =
      '\uFEFFPrice,"Time",ID\r\n149,2026-07-10T09:30:00+08:00,2513.HK\r\n\r\n' +
      `150.5,${at},HKEX:2513\r\n`;
    const { fired, exitCode } = await run({ rules: [RULE] }, ticks);
    expect(exitCode).toBe(0);
    expect(fired).toMatchObject([{ time: '2026-07-10T01:31:00.000Z', symbol: 'XHKG:02513' }]);
  });

  it('runs each rule by its trigger, with its expiry, and not what is switched off', async () => {
    const every = { ...RULE, trigger: 'everyTime', rearm: { percent: 0, ticks: 1 } };
    const rules = [
      { ...every, note: 'each' },
      { ...RULE, expires: '2026-07-10T01:31:00Z' },
      { ...RULE, enabled: false },
    ];
    const { fired } = await run(rules, CROSSING);
    expect(fired.map(({ rule, time, note }) => [rule, time, note])).toEqual([
      [1, '2026-07-10T01:31:00.000Z', 'each'],
      [1, '2026-07-10T01:33:00.000Z', 'each'],
    ]);
  });

  it('adds up volume by session, and knows the close before from the session before', async () => {
    const rules = [
      { symbol: 'XHKG:02513', all: [{ of: 'volume', op: 'crossingUp', value: 250 }] },
      { symbol: 'XHKG:02513', all: [{ of: 'change', op: 'greaterThan', value: 5 }] },
    ];
    const next = `${HEAD}2026-07-10T01:30Z,XHKG:02513,100,200\n2026-07-10T01:40Z,XHKG:02513,100,100\n2026-07-13T01:30Z,XHKG:02513,104,300\n2026-07-13T01:31Z,XHKG:02513,106,1\n`;
    const { fired } = await run(rules, next);
    expect(fired.map(({ rule, time }) => [rule, time])).toEqual([
      [1, '2026-07-10T01:40:00.000Z'],
      [2, '2026-07-13T01:31:00.000Z'],
    ]);
  });

  it('leaves prices before the open and after the close to rules of all hours', async () => {
    const rules = [{ ...RULE, session: 'regular' }, RULE];
    const ticks = CROSSING.replace('T01:31', 'T12:31').replace(/.*T01:3[23].*\n/g, '');
    const { fired } = await run(rules, ticks);
    expect(fired.map(({ rule }) => rule)).toEqual([2]);
  });

  it('sets a rule on a list on every instrument of the recording', async () => {
    const rule = { list: 1, all: [{ op: 'greaterThan', value: 100 }] };
    const ticks = `${HEAD}1000,XNAS:NVDA,101,1\n2000,XNAS:AMD,102,1\n3000,XNAS:NVDA,103,1\n`;
    const { fired } = await run([rule], ticks);
    expect(fired.map(({ symbol }) => symbol)).toEqual(['XNAS:NVDA', 'XNAS:AMD']);
  });

  it('names the lines that are no trades, runs the others, and fails', async () => {
    const bad =
      HEAD +
      'yesterday,XHKG:02513,1,1\n2026-07-10T01:30:00,XHKG:02513,1,1\n' +
      '1000,,1,1\n1000,XHKG:02513,-1,1\n1000,XHKG:02513,,1\n1000,XHKG:02513,1,x\n' +
      '1000,no such thing,1,1\n2000,XHKG:02513,149,1\n1999,XHKG:02513,1,1\n3000,XHKG:02513,151,1\n';
    const { exitCode, stderr, fired } = await run([RULE], bad);
    expect(exitCode).toBe(1);
    expect(stderr.match(/line \d+: [a-z-]+/g)).toEqual([
      'line 2: bad-time',
      'line 3: bad-time',
      'line 4: no-id',
      'line 5: bad-price',
      'line 6: bad-price',
      'line 7: bad-volume',
      'line 8: unknown-id',
      'line 10: out-of-order',
    ]);
    expect(fired).toHaveLength(1);
  });

  it('counts what it does not name', async () => {
    const { stderr } = await run([RULE], HEAD + 'x,XHKG:02513,1,1\n'.repeat(25));
    expect(stderr.trim().split('\n')).toHaveLength(21);
    expect(stderr).toContain('and 5 more lines');
  });

  it.each([
    ['{', 'not-json'],
    ['{}', 'no-rules'],
    [`${'['.repeat(20)}${']'.repeat(20)}`, 'too-deep'],
    [[{ ...RULE, all: [] }], 'rule 1: no-conditions at all'],
    [[RULE, { ...RULE, all: [{ op: 'near', value: 1 }] }], 'rule 2: unknown-operator at all[0].op'],
    ['[{"__proto__":{"x":1},"symbol":"XNAS:NVDA"}]', 'rule 1: hostile-key'],
  ])('refuses rules that it cannot read: %j', async (rules, told) => {
    const { exitCode, stdout, stderr } = await run(rules, CROSSING);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(told);
  });

  it('says what is missing', async () => {
    expect((await run([RULE], 'time,price\n')).stderr).toContain('no column "id"');
    expect((await run([RULE], '')).stderr).toContain('no column "time"');
    const command = { kind: 'replay-alerts' as const, rules: folder, ticks: folder };
    const parts = { loadInstruments: async () => [], loadExchanges: async () => exchanges };
    const ending = await replayAlerts(command, parts as never);
    expect(ending).toMatchObject({ exitCode: 1, stdout: '' });
    await writeFile(join(folder, 'rules.json'), JSON.stringify([RULE]));
    const noTicks = { ...command, rules: join(folder, 'rules.json'), ticks: join(folder, 'none') };
    expect((await replayAlerts(noTicks, parts as never)).stderr).toContain('ENOENT');
  });
});
