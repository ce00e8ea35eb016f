import { describe, expect, it } from 'vitest';
import { RunningBars } from '../../../../../electron/data/series/running-bars';
import type { FetchedBars } from '../../../../../electron/core/history/bars-store-port';
import { barsOf, rowsOf } from '../bars-of';

const row = (time: number, close: number): readonly number[] => [time, 5, 9, 1, close, 100, close];
const fetched = (rows: readonly (readonly number[])[]): FetchedBars => ({
  ...{ instrument: 'XNAS:NVDA', interval: '5m', source: 'yahoo', currency: 'USD' },
  ...{ splits: [], skippedRows: 0, isWhole: false, buffer: barsOf(rows).buffer },
});
const times = (running: RunningBars, stored: readonly (readonly number[])[]): number[] =>
  rowsOf(running.behind('XNAS:NVDA', '5m', barsOf(stored))).map(([time]) => time as number);

describe('RunningBars', () => {
  it('puts what is not final behind what is stored', () => {
    const running = new RunningBars();
    running.note(fetched([row(300, 5), row(600, 6), row(900, 7)]), 300);
    expect(times(running, [row(300, 5)])).toEqual([300, 600, 900]);
    expect(times(running, [row(300, 5), row(600, 8)])).toEqual([300, 600, 900]);
  });

  it('forgets it as soon as a later answer has nothing under way', () => {
    const running = new RunningBars();
    running.note(fetched([row(300, 5), row(600, 6)]), 300);
    running.note(fetched([row(300, 5), row(600, 6)]), 600);
    expect(times(running, [row(300, 5)])).toEqual([300]);
  });

  it('keeps series apart, and shows nothing alone', () => {
    const running = new RunningBars();
    running.note(fetched([row(600, 6)]), 300);
    const stored = barsOf([row(300, 5)]);
    expect(running.behind('XNAS:NVDA', '1m', stored)).toBe(stored);
    expect(running.behind('XNAS:GOOGL', '5m', stored)).toBe(stored);
    expect(times(running, [])).toEqual([]);
  });

  it('takes no row that cannot be a bar', () => {
    const running = new RunningBars();
    running.note(fetched([row(600, 6), [900, 5, 1, 9, 5, 100, 5]]), 300);
    expect(times(running, [row(300, 5)])).toEqual([300, 600]);
  });
});
