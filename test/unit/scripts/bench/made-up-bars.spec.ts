import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeMadeUpBars } from '../../../../scripts/bench/made-up-bars.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tapeout-bars-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const readAll = async (path: string): Promise<string[]> => {
  const names = (await readdir(path)).sort();
  return Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
};

describe('the bars of the benchmark', () => {
  it('are the same on every machine and at every time', async () => {
    await writeMadeUpBars(join(folder, 'one'));
    await writeMadeUpBars(join(folder, 'two'));
    expect(await readAll(join(folder, 'one'))).toEqual(await readAll(join(folder, 'two')));
  });

  it('are ten years of valid sessions for each file', async () => {
    await writeMadeUpBars(folder);
    for (const text of await readAll(folder)) {
      const [header, ...rows] = text.trimEnd().split('\n');
      expect(header).toBe('Date,Open,High,Low,Close,Adj Close,Volume');
      expect(rows).toHaveLength(2520);
      const invalid = rows.filter((row, index) => !isValid(row, rows[index - 1]));
      expect(invalid).toEqual([]);
    }
  });
});

/** A weekday after the one before, with open and close inside low and high. */
function isValid(row: string, before: string | undefined): boolean {
  const [date = '', ...cells] = row.split(',');
  const [open, high, low, close, , volume] = cells.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (
    weekday >= 1 &&
    weekday <= 5 &&
    (before === undefined || before.slice(0, 10) < date) &&
    low > 0 &&
    low <= Math.min(open, close) &&
    high >= Math.max(open, close) &&
    volume > 0
  );
}
