import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  removeFolder,
} from '../helpers/desk-app';
import { TODAY } from './made-up-desk';
import { runTapeout } from './run-tapeout';

/** No display: a run that opened a window, or only prepared one, could not end well. */
const NO_DISPLAY = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };

let folder = '';
let userData = '';
let list = '';
let desk: LaunchedDesk | undefined;

beforeEach(async () => {
  folder = await freshFolder();
  userData = join(folder, 'user-data');
  list = join(folder, 'Chips.txt');
  writeFileSync(list, '###Hong Kong,HKEX:2513,2513.HK,###Ratios,NASDAQ:SMH/AMEX:SPY');
});
afterEach(async () => {
  await closeDesk(desk);
  desk = undefined;
  await removeFolder(folder);
});

function run(...args: string[]) {
  return runTapeout(['--user-data', userData, ...args], { env: NO_DISPLAY });
}

it('takes a list in and writes it again, without a window; the app then has it', async () => {
  const taken = await run('--import-watchlist', list);
  expect([taken.code, taken.stdout]).toEqual([
    0,
    '{"name":"Chips","added":2,"duplicates":1,"warnings":1,"invalid":0}\n',
  ]);
  const out = join(folder, 'out.txt');
  const written = await run('--export-watchlist', 'Chips', '--format', 'tradingview', '--out', out);
  expect([written.code, written.stdout, written.stderr]).toEqual([
    0,
    '{"name":"Chips","format":"tradingview","written":2,"lost":0}\n',
    '',
  ]);
  expect(readFileSync(out, 'utf8')).toBe('###Hong Kong,HKEX:2513,###Ratios,NASDAQ:SMH/AMEX:SPY');
  desk = await launchDesk({ userData, clock: TODAY, args: ['--offline', '--locale', 'en'] });
  await desk.page.getByText('Zhipu').first().waitFor();
});

it('leaves the lists of a running app alone, and can still write them to a file', async () => {
  desk = await launchDesk({ userData, clock: TODAY, args: ['--offline', '--locale', 'en'] });
  const refused = await run('--import-watchlist', list);
  expect([refused.code, refused.stdout]).toEqual([3, '']);
  expect(refused.stderr).toContain('a running Tapeout has this user data');
  const out = join(folder, 'out.json');
  const args = ['--export-watchlist', 'The chip race', '--format', 'tapeout', '--out', out];
  const written = await run(...args);
  expect(written.code).toBe(0);
  expect(JSON.parse(written.stdout)).toMatchObject({ name: 'The chip race', lost: 0 });
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ format: 'tapeout-watchlist' });
});
