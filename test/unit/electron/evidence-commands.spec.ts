import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { HeadlessParts } from '../../../electron/app/headless-command';
import { eventStudy, verifyEvidence } from '../../../electron/evidence-commands';
import { renderBundleHtml } from '../../../src/shared/domain/event-study/bundle/bundle-html';
import {
  makeBundle,
  writeBundle,
} from '../../../src/shared/domain/event-study/bundle/write-bundle';
import { toDate } from '../../../src/shared/domain/calendar/calendar-date';
import { BUNDLE_WORDS } from '../../../src/shared/i18n/evidence/bundle-catalogue';
import { BUNDLE_ORIGIN, BUNDLE_TOOLS, sampleInput } from '../../helpers/bundle-sample';
import { naiveEvent, naiveKp, naiveMeanCorrelation, naiveT } from '../../helpers/naive-panel';
import { madeUpPanel } from '../../helpers/study-returns';

const FIXTURES = resolve(import.meta.dirname, '../../../../shared/fixtures');
const RECORDED = `${FIXTURES}/skfolio/sp500-aapl-amd-msft-adjclose-1990-2022.csv`;

const folder = mkdtempSync(join(tmpdir(), 'tapeout-evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));

const parts: HeadlessParts = {
  userData: folder,
  loadInstruments: () => Promise.resolve([]),
  loadExchanges: () => Promise.reject(new Error('not asked for')),
  now: () => 0,
  appVersion: '0.1.0',
  claim: () => () => undefined,
};

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const study = (spec: string) => eventStudy({ kind: 'event-study', spec }, parts);
const verify = (file: string) => verifyEvidence({ kind: 'verify-evidence', file }, parts);

const LENGTH = 80;
const DAYS = 3;
const subjects = madeUpPanel({ seed: 5, events: 6, sessions: LENGTH + DAYS, correlation: 0.3 });
const names = subjects.map((_, at) => `S${at}`);
const eventDate = toDate(subjects[0]?.keys[LENGTH] as number);
const SPEC = {
  ...{ data: 'returns.csv', kind: 'simple-returns', market: 'M', model: 'market' },
  events: names.map((security) => ({ security, date: eventDate })),
  ...{ estimation: { length: LENGTH, gap: 0 }, window: [0, DAYS - 1] },
};
write(
  'returns.csv',
  [
    `Date,M,${names.join(',')}`,
    ...Array.from(subjects[0]?.keys ?? [], (key, row) =>
      [toDate(key), subjects[0]?.market[row], ...subjects.map((one) => one.security[row])].join(
        ',',
      ),
    ),
  ].join('\n'),
);

interface EventLine extends Readonly<Record<string, unknown>> {
  readonly ar: readonly number[];
  readonly sar: readonly number[];
}

interface PanelLine extends Readonly<Record<string, unknown>> {
  readonly bmp: readonly number[];
  readonly kp: readonly number[];
  readonly tests: object;
  readonly signFlipP: number;
}

interface Report {
  readonly events: readonly EventLine[];
  readonly panel: PanelLine;
}

async function reportOf(spec: object): Promise<Report> {
  const { exitCode, stdout, stderr } = await study(write('spec.json', JSON.stringify(spec)));
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout.indexOf('\n')).toBe(stdout.length - 1);
  return JSON.parse(stdout) as Report;
}

describe('--event-study', () => {
  it('prints each event, under the names that papers use', async () => {
    const { events } = await reportOf(SPEC);
    expect(events).toHaveLength(6);
    subjects.forEach((returns, at) => {
      const naive = naiveEvent(returns, LENGTH, 0);
      const event = events[at];
      expect(event).toMatchObject({ security: names[at], date: eventDate, session: eventDate });
      expect(event).toMatchObject({ length: LENGTH, degrees: LENGTH - 2, reason: null });
      naive.ar.forEach((value, day) => expect(event?.ar[day]).toBeCloseTo(value, 12));
      naive.sar.forEach((value, day) => expect(event?.sar[day]).toBeCloseTo(value, 9));
      expect(event?.['car']).toBeCloseTo(naive.car, 12);
      expect(event?.['carVariance']).toBeCloseTo(naive.carVariance, 12);
      expect(event?.['scar']).toBeCloseTo(naive.car / Math.sqrt(naive.carVariance), 9);
      // t, p and placeboP are those of the event's own session.
      expect(event?.['t']).toBe(event?.sar[0]);
      const farther = naive.residuals.filter(
        ({ value }) => Math.abs(value) >= Math.abs(naive.ar[0] as number),
      ).length;
      expect(event?.['placeboP']).toBeCloseTo((1 + farther) / (LENGTH + 1), 13);
      for (const name of ['alpha', 'beta', 's', 'p']) {
        expect(event?.[name]).toEqual(expect.any(Number));
      }
    });
  });

  it('prints the panel', async () => {
    const { panel } = await reportOf(SPEC);
    const naive = subjects.map((returns) => naiveEvent(returns, LENGTH, 0));
    const r = naiveMeanCorrelation(naive);
    for (let day = 0; day < DAYS; day++) {
      const sar = naive.map((one) => one.sar[day] as number);
      expect(panel.bmp[day]).toBeCloseTo(naiveT(sar), 9);
      expect(panel.kp[day]).toBeCloseTo(naiveKp(sar, r), 9);
    }
    for (const name of ['meanAr', 'crossSectionT', 'patell', 'rank', 'generalisedSign']) {
      expect(panel[name]).toHaveLength(DAYS);
    }
    expect(panel['meanResidualCorrelation']).toBeCloseTo(r, 11);
    expect(panel['caar']).toBeCloseTo(naive.reduce((sum, { car }) => sum + car, 0) / 6, 12);
    expect(panel.signFlipP * 64).toBeCloseTo(Math.round(panel.signFlipP * 64), 12);
    expect(Object.keys(panel.tests).sort()).toEqual(
      ['bmp', 'crossSectionT', 'generalisedSign', 'kp', 'patell', 'portfolio', 'rank'].sort(),
    );
    expect(panel).toMatchObject({ n: 6, sharing: 'all', verdictTest: 'portfolio' });
  });

  it('has null and a reason for what is not defined', async () => {
    const { events, panel } = await reportOf({ ...SPEC, events: SPEC.events.slice(0, 1) });
    expect(events).toHaveLength(1);
    expect(panel.bmp).toEqual([null, null, null]);
    expect(panel.tests).toMatchObject({ bmp: null, kp: null, rank: null, crossSectionT: null });
    expect(panel['reasons']).toMatchObject({ bmp: 'one-event', kp: 'one-event', portfolio: null });
    const late = await reportOf({ ...SPEC, events: [{ security: 'S0', date: '2999-01-01' }] });
    expect(late.events[0]).toMatchObject({
      ...{ session: null, reason: 'no-session', alpha: null, ar: [], t: null, placeboP: null },
    });
    expect(late.panel).toMatchObject({ caar: null, signFlipP: null, tests: { patell: null } });
  });

  it('leaves missing values out of the window of their own series', async () => {
    const rows = readFileSync(join(folder, 'returns.csv'), 'utf8').split('\n');
    const holed = rows.map((row, at) => (at === 10 ? row.replace(/,[^,]*$/, ',') : row));
    write('holed.csv', holed.join('\n'));
    const { events } = await reportOf({ ...SPEC, data: 'holed.csv' });
    expect(events[0]).toMatchObject({ length: LENGTH });
    expect(events[5]).toMatchObject({ reason: 'short-history', length: LENGTH - 1 });
    const span = { from: toDate(subjects[0]?.keys[0] as number), to: '2015-04-24' };
    const spanned = await reportOf({ ...SPEC, data: 'holed.csv', estimation: span });
    expect(spanned.events.map(({ length }) => length)).toEqual([80, 80, 80, 80, 80, 79]);
  });

  it.skipIf(!existsSync(RECORDED))(
    'reads recorded prices by a path of their own (skipped where they are not there)',
    async () => {
      const { events } = await reportOf({
        ...{ data: RECORDED, kind: 'prices', market: 'SP500', model: 'market' },
        events: [{ security: 'AAPL', date: '2020-11-10' }],
        ...{ estimation: { length: 250, gap: 30 }, window: [-5, 5] },
      });
      expect(events[0]).toMatchObject({ session: '2020-11-10', length: 250 });
      expect(events[0]?.['estimation']).toEqual({ from: '2019-09-25', to: '2020-09-21' });
    },
  );

  it.each([
    ['not-json', '{'],
    ['bad-spec', JSON.stringify({ ...SPEC, kind: 'guesses' })],
    ['bad-cell', JSON.stringify({ ...SPEC, data: 'broken.csv' })],
    ['unknown-series', JSON.stringify({ ...SPEC, market: 'NASDAQ' })],
  ])('ends with 2 and says why: %s', async (fault, text) => {
    write('broken.csv', 'Date,M\n2020-01-02,high\n');
    const { exitCode, stdout, stderr } = await study(write('bad.json', text));
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, fault });
    expect(stderr).toMatch(/^tapeout: --event-study: [^\n]+\n$/);
  });

  it('ends with 1 where a file cannot be read', async () => {
    for (const spec of [
      join(folder, 'nowhere.json'),
      write('astray.json', JSON.stringify({ ...SPEC, data: 'nowhere.csv' })),
    ]) {
      const { exitCode, stdout, stderr } = await study(spec);
      expect(exitCode).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ fault: 'unreadable-file' });
      expect(stderr).toMatch(/cannot read .*nowhere\.(json|csv) \(ENOENT\)/);
    }
  });
});

describe('--verify-evidence', () => {
  const bundle = makeBundle(sampleInput(), BUNDLE_ORIGIN, BUNDLE_TOOLS);

  it('ends with 0 for a bundle that is what its bars give', async () => {
    const { exitCode, stdout, stderr } = await verify(write('alone.json', writeBundle(bundle)));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      ...{ ok: true, dataHash: bundle.dataHash, appVersion: '0.1.0', html: 'absent' },
    });
  });

  it('compares the page beside it, byte for byte', async () => {
    const file = write('both.json', writeBundle(bundle));
    write('both.html', renderBundleHtml(bundle, BUNDLE_WORDS));
    expect(JSON.parse((await verify(file)).stdout)).toMatchObject({ ok: true, html: 'same' });
    write('both.html', renderBundleHtml(bundle, BUNDLE_WORDS).replace('Fits chance', 'Unusual'));
    const { exitCode, stdout, stderr } = await verify(file);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, html: 'differs' });
    expect(stderr).toMatch(/^tapeout: --verify-evidence: the page beside/);
  });

  it('ends with 1 for a bundle that was touched, and for none', async () => {
    const touched = writeBundle(bundle).replace('"beta":', '"beta":1');
    const { exitCode, stdout, stderr } = await verify(write('touched.json', touched));
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, fault: 'statistics' });
    expect(stderr).toContain('statistics.events.0.beta is not what the bars give');
    expect((await verify(write('none.json', '{}'))).exitCode).toBe(1);
    expect((await verify(join(folder, 'gone.json'))).exitCode).toBe(1);
  });
});
