import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBarsCsv } from '../../../../../../src/shared/domain/formats/bars-csv';
import { readText, rowsOf } from './read-text';

/** Recorded market data lies beside the project, never in it. */
const FIXTURES = resolve(import.meta.dirname, '../../../../../../../shared/fixtures');
const FOLDERS = ['big-tech-ohlcv', 'stocknet', 'yfinance'].map((name) => join(FIXTURES, name));
const isHere = FOLDERS.every((folder) => existsSync(folder));

const filesOf = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.csv'))
        .map((name) => join(folder, name))
    : [];

describe.skipIf(!isHere)(`recorded files of bars (skipped without ${FIXTURES})`, () => {
  const [bigTech = '', stocknet = '', yfinance = ''] = FOLDERS;

  it('of whole markets are read to the last row, and as the reader of the folder reads them', () => {
    for (const file of [...filesOf(bigTech), ...filesOf(stocknet)]) {
      const bytes = readFileSync(file);
      const lines = bytes.toString().trim().split(/\r?\n/).length - 1;
      const read = readText(bytes);
      expect(read.sniffed.plan).toMatchObject({ dateForm: 'ymd', interval: 'D' });
      const { valid, warning, duplicate, invalid } = read.counts;
      expect(valid + warning + duplicate + invalid).toBe(lines);
      const folder = parseBarsCsv(bytes);
      expect([...read.bars.time]).toEqual([...folder.bars.time]);
      expect([...read.bars.close]).toEqual([...folder.bars.close]);
    }
  });

  it('with known faults are read without inventing anything, and the faults are told', () => {
    for (const file of filesOf(yfinance)) {
      const read = readText(readFileSync(file), {}, { timezone: 'America/New_York' });
      expect(read.bars.length).toBe(read.counts.valid + read.counts.warning);
      expect(rowsOf(read).flat()).not.toContain(NaN);
    }
    const wrongUnit = join(yfinance, 'SSW-JO-1d-100x-error.csv');
    const read = readText(readFileSync(wrongUnit));
    expect(read.counts.invalid + read.counts.warning).toBeGreaterThan(0);
  });

  it('of a quarter of an hour are moments, because they say their offset', () => {
    const read = readText(readFileSync(join(yfinance, 'EA-15m-no-bad-divs.csv')));
    expect(rowsOf(read)[0]?.[0]).toBe('2026-05-26T08:00:00Z');
    expect(read.leavesZoneOpen).toBe(false);
  });
});
