import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HeadlessCommand, HeadlessParts } from '../../../electron/app/headless-command';
import { exportWatchlist, importWatchlist } from '../../../electron/watchlist-commands';
import type { ExchangesFile } from '../../../src/shared/domain/calendar/exchanges-file';
import { catalogue, readAsset } from '../../helpers/announcement-set';
import { temporaryFolder } from './temporary-folder';

const TEXT =
  '###In-house silicon,NASDAQ:GOOGL,HKEX:2513,2513.HK,###Ratios,NASDAQ:SMH/AMEX:SPY,PLTR';

let folder = '';
let released = 0;
beforeEach(() => {
  folder = temporaryFolder();
  released = 0;
});

function parts(more: Partial<HeadlessParts> = {}): HeadlessParts {
  return {
    userData: join(folder, 'user'),
    claim: () => () => (released += 1),
    loadInstruments: () => Promise.resolve(catalogue),
    loadExchanges: () => Promise.resolve(readAsset('exchanges/exchanges.json') as ExchangesFile),
    now: () => 1_770_000_000_000,
    appVersion: '1.0.0',
    ...more,
  };
}

function importing(
  file: string,
  more: Partial<Extract<HeadlessCommand, { kind: 'import-watchlist' }>> = {},
) {
  const kind = 'import-watchlist' as const;
  return { kind, file, format: null, name: null, dryRun: false, ...more };
}

function exporting(name: string, format: string, out: string | null) {
  return { kind: 'export-watchlist' as const, name, format, out };
}

function textFile(name = 'My chips_d3f0a.txt', text = TEXT): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('--import-watchlist', () => {
  it('takes a list in under the name of its file, and counts what became of the rows', async () => {
    const ending = await importWatchlist(importing(textFile()), parts());
    expect(ending.exitCode).toBe(0);
    expect(JSON.parse(ending.stdout)).toEqual({
      ...{ name: 'My chips', added: 4, duplicates: 1, warnings: 2, invalid: 0 },
    });
    expect(ending.stdout.split('\n')).toHaveLength(2);
    expect(ending.stderr).toContain('"NASDAQ:SMH/AMEX:SPY" is a spread and kept as written');
    expect(ending.stderr).toContain('"PLTR" may mean XNAS:PLTR or XNYS:PLTR or ARCX:PLTR');
    expect(released).toBe(1);
  });

  it('changes nothing where the same file comes again', async () => {
    await importWatchlist(importing(textFile()), parts());
    const again = await importWatchlist(importing(textFile()), parts());
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, duplicates: 5 });
    const out = join(folder, 'out.txt');
    await exportWatchlist(exporting('My chips', 'tradingview', out), parts());
    expect(readFileSync(out, 'utf8')).toBe(TEXT.replace(',2513.HK', ''));
  });

  it('takes the name and the form that it is given', async () => {
    const file = textFile('a.csv', 'Symbol,Note\nNVDA,x\n');
    const ending = await importWatchlist(
      importing(file, { name: 'Chips', format: 'csv' }),
      parts(),
    );
    expect(JSON.parse(ending.stdout)).toMatchObject({ name: 'Chips', added: 1 });
  });

  it('adds to a list of the first set by its name in any language', async () => {
    const file = textFile('a.txt', '###自研芯片,XNAS:GOOGL,NASDAQ:NVDA');
    const ending = await importWatchlist(importing(file, { name: '芯片竞赛' }), parts());
    expect(JSON.parse(ending.stdout)).toMatchObject({ name: '芯片竞赛', invalid: 0 });
    const out = join(folder, 'out.txt');
    await exportWatchlist(exporting('The chip race', 'tradingview', out), parts());
    expect(readFileSync(out, 'utf8').match(/###In-house silicon/g)).toHaveLength(1);
  });

  it('says all of it and writes nothing on a dry run', async () => {
    const dry = await importWatchlist(importing(textFile(), { dryRun: true }), parts());
    expect(JSON.parse(dry.stdout)).toMatchObject({ name: 'My chips', added: 4, duplicates: 1 });
    expect(existsSync(join(folder, 'user'))).toBe(false);

    await importWatchlist(importing(textFile()), parts());
    const user = join(folder, 'user');
    const before = readFileSync(join(user, 'user.db'));
    const names = readdirSync(user);
    const again = await importWatchlist(importing(textFile(), { dryRun: true }), parts());
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, duplicates: 5 });
    expect(readFileSync(join(user, 'user.db')).equals(before)).toBe(true);
    expect(names).toEqual(expect.arrayContaining(readdirSync(user)));
  });

  it('leaves the lists of a running app alone', async () => {
    const ending = await importWatchlist(importing(textFile()), parts({ claim: () => null }));
    expect(ending).toMatchObject({ exitCode: 3, stdout: '' });
    expect(ending.stderr).toMatch(/^tapeout: --import-watchlist: a running Tapeout .+\n$/);
    expect(existsSync(join(folder, 'user'))).toBe(false);
  });

  it.each([
    ['a form that nobody knows', { format: 'xls' }, 2, 'is none of tapeout, tradingview'],
    ['a form that the file has not', { format: 'tapeout' }, 1, 'not-of-format'],
  ])('refuses %s', async (_what, more, exitCode, words) => {
    const ending = await importWatchlist(importing(textFile(), more), parts());
    expect(ending).toMatchObject({ exitCode, stdout: '' });
    expect(ending.stderr).toContain(words);
  });

  it('refuses what is no file, is too large or holds nothing', async () => {
    const messages: string[] = [];
    mkdirSync(join(folder, 'dir'));
    const large = textFile('large.csv', 'x'.repeat(33 * 1024 * 1024));
    for (const file of [
      join(folder, 'nothing'),
      join(folder, 'dir'),
      large,
      textFile('e.csv', ''),
    ]) {
      const ending = await importWatchlist(importing(file), parts());
      expect(ending).toMatchObject({ exitCode: 1, stdout: '' });
      messages.push(ending.stderr.replace(/^.+" /, '').trim());
    }
    expect(messages).toEqual([
      ...['does not exist', 'is not a file', 'is larger than any list: above 33554432 bytes'],
      'is no list of the form csv: empty',
    ]);
  });

  it('fails where no row is one, and still counts them', async () => {
    const file = textFile('a.csv', 'Symbol,Quantity\n$$CASH_TX,5\n');
    const ending = await importWatchlist(importing(file), parts());
    expect(ending.exitCode).toBe(1);
    expect(JSON.parse(ending.stdout)).toMatchObject({ added: 0, invalid: 1 });
  });
});

describe('--export-watchlist', () => {
  it('names what the form cannot carry, and counts it', async () => {
    await importWatchlist(importing(textFile()), parts());
    const out = join(folder, 'out.csv');
    writeFileSync(out, 'old');
    const ending = await exportWatchlist(exporting('My chips', 'yahoo', out), parts());
    expect(ending.exitCode).toBe(0);
    expect(JSON.parse(ending.stdout)).toEqual({
      ...{ name: 'My chips', format: 'yahoo', written: 4, lost: 2 },
    });
    expect(ending.stderr).toBe('not in the file: sections 2 (In-house silicon, Ratios)\n');
    expect(readFileSync(out, 'utf8')).toContain('2513.HK,');
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('writes a file named after the list, and over no other', async () => {
    await importWatchlist(importing(textFile()), parts());
    const before = process.cwd();
    process.chdir(folder);
    try {
      const first = await exportWatchlist(exporting('My chips', 'tapeout', null), parts());
      expect(first.exitCode).toBe(0);
      expect(readdirSync(folder)).toContain('My chips.tapeout.json');
      const second = await exportWatchlist(exporting('My chips', 'tapeout', null), parts());
      expect(second).toMatchObject({ exitCode: 1, stdout: '' });
      expect(second.stderr).toContain('exists already');
    } finally {
      process.chdir(before);
    }
  });

  it.each([
    [
      'a list that is not there',
      'Nope',
      'csv',
      1,
      'there is no list "Nope"; known are "The chip race"',
    ],
    ['a form that nobody writes', 'My chips', 'text', 2, 'is none of'],
  ])('refuses %s', async (_what, name, format, exitCode, words) => {
    await importWatchlist(importing(textFile()), parts());
    const ending = await exportWatchlist(exporting(name, format, join(folder, 'x')), parts());
    expect(ending).toMatchObject({ exitCode, stdout: '' });
    expect(ending.stderr).toContain(words);
  });

  it('has nothing to write where nobody has ever used the app', async () => {
    const ending = await exportWatchlist(exporting('A', 'csv', join(folder, 'x')), parts());
    expect(ending.stderr).toContain('known are none');
    expect(existsSync(join(folder, 'user'))).toBe(false);
  });
});
