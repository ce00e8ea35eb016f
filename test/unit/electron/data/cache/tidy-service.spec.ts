import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CacheStore } from '../../../../../electron/data/cache/cache-store';
import type { SeriesRepository } from '../../../../../electron/data/cache/series-repository';
import {
  TIDY_DELAY_MS,
  TIDY_GAP_MS,
  TidyService,
} from '../../../../../electron/data/cache/tidy-service';
import { DAY, risingBars } from '../bars-of';
import { ManualTimers } from '../manual-timers';
import { ORIGIN, startCache } from '../start-cache';

function setUp(cache: CacheStore = startCache()) {
  const timers = new ManualTimers();
  const onError = vi.fn();
  const tidying = new TidyService({ cache, timers, onError });
  onTestFinished(() => tidying.dispose());
  return { cache, timers, onError, tidying };
}

/** A cache that only counts what is tidied. */
function countingCache(tidied: string[], fault: Error | null = null): CacheStore {
  const series = {
    tidy: (instrument: string, interval: string) => {
      tidied.push(`${instrument} ${interval}`);
      if (fault && tidied.length === 1) throw fault;
    },
  } as unknown as SeriesRepository;
  return {
    use: (work: (series: SeriesRepository) => unknown) => work(series),
    checkpoint: () => void tidied.push('checkpoint'),
  } as CacheStore;
}

describe('TidyService', () => {
  it('seals a long tail some time after it was written', async () => {
    const { cache, timers, tidying } = setUp();
    const instrument = 'XNAS:GOOGL';
    cache.use((series) => {
      series.replace(instrument, 'D', risingBars(100), ORIGIN);
      for (const from of [100, 500]) {
        series.merge(instrument, 'D', risingBars(400, from * DAY), ORIGIN);
      }
    });
    const rows = (): number =>
      cache.use((series) => series.read(instrument, 'D', Infinity)?.buffer.byteLength ?? 0) / 56;
    tidying.noteWritten(instrument, 'D');
    await timers.advance(TIDY_DELAY_MS - 1);
    expect(rows()).toBe(860);
    await timers.advance(1);
    expect(rows()).toBe(60);
  });

  it('takes each series once and one at a time, and empties the log at the end', async () => {
    const tidied: string[] = [];
    const { timers, tidying } = setUp(countingCache(tidied));
    tidying.noteWritten('XNAS:GOOGL', 'D');
    tidying.noteWritten('XNAS:GOOGL', '1m');
    tidying.noteWritten('XNAS:GOOGL', 'D');
    await timers.advance(TIDY_DELAY_MS);
    expect(tidied).toEqual(['XNAS:GOOGL D']);
    await timers.advance(TIDY_GAP_MS);
    expect(tidied).toEqual(['XNAS:GOOGL D', 'XNAS:GOOGL 1m', 'checkpoint']);
    await timers.advance(10 * TIDY_DELAY_MS);
    expect(tidied).toHaveLength(3);
  });

  it('tells an error and goes on with the next', async () => {
    const tidied: string[] = [];
    const fault = new Error('the disk is full');
    const { timers, tidying, onError } = setUp(countingCache(tidied, fault));
    tidying.noteWritten('XNAS:GOOGL', 'D');
    tidying.noteWritten('XNAS:NVDA', 'D');
    await timers.advance(TIDY_DELAY_MS + TIDY_GAP_MS);
    expect(onError.mock.calls).toEqual([[fault]]);
    expect(tidied).toEqual(['XNAS:GOOGL D', 'XNAS:NVDA D', 'checkpoint']);
  });

  it('does nothing any more once it is disposed of', async () => {
    const tidied: string[] = [];
    const { timers, tidying } = setUp(countingCache(tidied));
    tidying.noteWritten('XNAS:GOOGL', 'D');
    tidying.dispose();
    await timers.advance(10 * TIDY_DELAY_MS);
    expect(tidied).toEqual([]);
  });
});
