import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announcementFileNames, readAnnouncementFile } from '../helpers/announcement-set';
import { closeDesk, freshFolder, launchDesk, removeFolder } from '../helpers/desk-app';
import { PROJECT_DIR } from '../helpers/electron-under-test';
import { countColour, decodePng, type PngImage } from '../helpers/png-image';
import { csv, madeUpRows, writeBarsFolder } from './bars-folder';
import { chartOf, findCard, findSession } from './chart-pane';
import { BIG_TECH, hasBigTech } from './fixtures';
import { runTapeout } from './run-tapeout';

const announcements = announcementFileNames.flatMap(
  (name) => readAnnouncementFile(name).announcements,
);

/** A colour of the design tokens in one theme. */
function token(theme: 'dark' | 'light', name: string): string {
  const css = readFileSync(join(PROJECT_DIR, 'src/ui/tokens.css'), 'utf8');
  const block = css.slice(css.indexOf(`data-theme='${theme}'`));
  const colour = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block)?.[1];
  if (!colour) throw new Error(`no colour --${name} in the ${theme} theme`);
  return colour;
}

interface Told {
  readonly [key: string]: unknown;
}

let folder = '';
let pictures = 0;
beforeAll(async () => {
  folder = await freshFolder();
});
afterAll(() => removeFolder(folder));

/** Takes a picture with fresh user data. */
async function takePicture(...args: string[]): Promise<{ told: Told; picture: PngImage }> {
  pictures += 1;
  const file = join(folder, `${pictures}.png`);
  const userData = join(folder, `user-data-${pictures}`);
  const run = await runTapeout([...args, '--user-data', userData, '--screenshot', file]);
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
  const lines = run.stdout.split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toBe('');
  const told = JSON.parse(lines[0] ?? '') as Told;
  expect(Object.keys(told)).toEqual([
    'electron',
    'symbol',
    'interval',
    'bars',
    'firstBar',
    'lastBar',
    'source',
    'announcements',
    'markers',
    'coldStartMs',
  ]);
  return { told, picture: decodePng(await readFile(file)) };
}

/** The size of the window, and candles of both kinds in it. */
function expectCandles(picture: PngImage, theme: 'dark' | 'light'): void {
  expect(picture.width).toBe(1440);
  // A window manager's title bar is no part of the picture.
  expect(picture.height).toBeGreaterThan(840);
  expect(picture.height).toBeLessThanOrEqual(900);
  expect(countColour(picture, token(theme, 'green'))).toBeGreaterThan(500);
  expect(countColour(picture, token(theme, 'red'))).toBeGreaterThan(500);
  expect(countColour(picture, token(theme, 'pane'))).toBeGreaterThan(picture.width * 300);
}

const needsFixtures = hasBigTech ? '' : ' (skipped: ../shared/fixtures is not there)';

describe.skipIf(!hasBigTech)(`a picture of a year of recorded bars${needsFixtures}`, () => {
  it('shows the sessions of the file and the announcement of that year', async () => {
    const sessions = readFileSync(join(BIG_TECH, 'GOOGL.csv'), 'utf8')
      .split('\n')
      .map((line) => line.slice(0, 10))
      .filter((date) => date >= '2016-01-01' && date <= '2016-12-31');
    const ofAlphabet = announcements.filter(
      ({ date, precision, instruments }) =>
        precision === 'day' &&
        date.startsWith('2016-') &&
        instruments.some(({ instrument }) => /^XNAS:GOOGL?$/.test(instrument)),
    );

    const { told, picture } = await takePicture(
      '--bars-folder',
      BIG_TECH,
      '--symbol',
      'XNAS:GOOGL',
      '--range',
      '2016-01-01..2016-12-31',
      '--theme',
      'dark',
    );

    expect(sessions).toHaveLength(252);
    expect(ofAlphabet.map(({ date }) => date)).toContain('2016-05-18');
    expect(told).toEqual({
      electron: expect.stringMatching(/^\d+\.\d+\.\d+/),
      symbol: 'XNAS:GOOGL',
      interval: 'D',
      bars: sessions.length,
      firstBar: '2016-01-04',
      lastBar: '2016-12-30',
      source: 'csv-folder',
      announcements: announcements.length,
      markers: ofAlphabet.length,
      coldStartMs: expect.any(Number),
    });
    expect(told['firstBar']).toBe(sessions[0]);
    expect(told['lastBar']).toBe(sessions.at(-1));
    expectCandles(picture, 'dark');
  });

  it('has the announcement on its own session', async () => {
    const args = ['--bars-folder', BIG_TECH, '--symbol', 'XNAS:GOOGL', '--locale', 'en'];
    const desk = await launchDesk({ args: [...args, '--range', '2016-01-01..2016-12-31'] });
    try {
      await chartOf(desk.page, 'Alphabet', 3271).waitFor();
      const x = await findSession(desk.page, '2016-05-18');
      const y = await findCard(desk.page, x);
      expect(y).not.toBeNull();
      const card = await desk.page.getByRole('tooltip').textContent();
      expect(card).toContain('Google reveals the Tensor Processing Unit');
      expect(card).toContain('18 May 2016');
      const row = readFileSync(join(BIG_TECH, 'GOOGL.csv'), 'utf8')
        .split('\n')
        .find((line) => line.startsWith('2016-05-18,'));
      const close = Number(row?.split(',')[4]).toFixed(2);
      expect(await desk.page.locator('.legend').textContent()).toMatch(`C ${close}`);
    } finally {
      await closeDesk(desk);
    }
  });
});

describe('a picture of a folder of files', () => {
  it('shows the sessions that were asked for', async () => {
    // 300 weekdays from Monday 2024-01-01: the 130th is Friday 2024-06-28, the 131st Monday 2024-07-01.
    const rows = madeUpRows({ from: '2024-01-01', sessions: 300, firstClose: 100 });
    const bars = await writeBarsFolder(join(folder, 'bars'), { 'NVDA.csv': csv(rows) });

    const { told, picture } = await takePicture(
      '--bars-folder',
      bars,
      '--symbol',
      'XNAS:NVDA',
      '--range',
      '2024-01-01..2024-06-30',
      '--theme',
      'light',
    );

    expect(told).toMatchObject({
      symbol: 'XNAS:NVDA',
      interval: 'D',
      bars: 130,
      firstBar: '2024-01-01',
      lastBar: '2024-06-28',
      source: 'csv-folder',
      announcements: announcements.length,
    });
    expectCandles(picture, 'light');
  });

  it('says so where the instrument has no bars', async () => {
    const rows = madeUpRows({ from: '2024-01-01', sessions: 30, firstClose: 100 });
    const bars = await writeBarsFolder(join(folder, 'other-bars'), { 'NVDA.csv': csv(rows) });
    const { told } = await takePicture('--bars-folder', bars, '--symbol', 'XNAS:GOOGL');
    expect(told).toMatchObject({
      symbol: 'XNAS:GOOGL',
      interval: 'D',
      bars: 0,
      firstBar: null,
      lastBar: null,
      source: null,
      markers: 0,
    });
  });
});

describe('a picture of the simulated market', () => {
  it.each([
    ['dark', 'en'],
    ['light', 'zh-CN'],
  ] as const)('in the %s theme, in %s', async (theme, locale) => {
    const args = ['--offline', '--symbol', 'XNAS:NVDA', '--theme', theme, '--locale', locale];
    const { told, picture } = await takePicture(...args);
    expect(told).toMatchObject({ symbol: 'XNAS:NVDA', source: 'simulated' });
    expect(told['bars']).toBeGreaterThan(100);
    expectCandles(picture, theme);
    // The banner and the marks that no price of it is one of a market.
    expect(countColour(picture, token(theme, 'amber'))).toBeGreaterThan(100);
  });
});

describe('a picture that cannot be taken', () => {
  it('ends with 1 and one line where the file cannot be written', async () => {
    // `name/` is no file name that can be replaced: the folder of that name holds something.
    const file = join(folder, 'taken');
    await writeBarsFolder(join(file, 'full'), { 'a.txt': '' });
    const run = await runTapeout([
      '--offline',
      '--user-data',
      join(folder, 'user-data-taken'),
      '--screenshot',
      file,
    ]);
    expect(run.code).toBe(2);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(run.stdout).toBe('');
  });
});
