import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StudySeriesStore } from '../../../../../electron/data/evidence/study-series-store';
import { emptyAnswer } from '../../../../../electron/data/series/series-source';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { packBars } from '../../../../../src/shared/domain/candle/bar-columns';
import type { SeriesAnswer } from '../../../../../src/shared/ipc/data-port';
import { risingBars } from '../bars-of';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';

const FIRST = toSessionKey('2024-03-04');

function answerOf(length: number): SeriesAnswer {
  return {
    ...emptyAnswer('XNAS:GOOGL', 'D'),
    ...{ source: 'yahoo', basis: 'adjusted' },
    buffer: packBars(risingBars(length, FIRST)),
    findings: {
      ...{ leftOut: [], skippedRows: 0, splits: [] },
      suspects: [{ time: FIRST, kind: 'split', price: 1, against: 2 }],
    } as never,
  };
}

const open = vi.fn(async (): Promise<SeriesAnswer> => answerOf(5));
let now: number;
let store: StudySeriesStore;

beforeEach(() => {
  open.mockReset().mockImplementation(async () => answerOf(5));
  now = Date.UTC(2024, 2, 30);
  store = new StudySeriesStore({
    series: { open },
    calendar: (id) => (id.startsWith('XNAS') ? shippedCalendar('XNAS') : undefined),
    clock: () => now,
  });
});

describe('the series of studies', () => {
  it('are adjusted, with what is in doubt, and read once', async () => {
    const series = await store.load('XNAS:GOOGL', null);
    expect(series).toMatchObject({ source: 'yahoo', suspects: [FIRST], isAdjusted: true });
    expect(series?.closes.values).toHaveLength(5);
    await store.load('XNAS:GOOGL', null);
    expect(open.mock.calls).toEqual([['XNAS:GOOGL', 'D', { adjusted: true, extended: false }]]);
  });

  it('end with the last complete bar', async () => {
    // The session of 6 March is over in New York at 21:00, and settled half an hour later.
    now = Date.UTC(2024, 2, 6, 20);
    expect((await store.load('XNAS:GOOGL', null))?.bars.length).toBe(2);
    now = Date.UTC(2024, 2, 7, 4);
    expect((await store.load('XNAS:GOOGL', null))?.closes.keys).toHaveLength(3);
  });

  it('are raw and cut at a moment of the past', async () => {
    const series = await store.load('XNAS:GOOGL', Date.UTC(2024, 2, 5, 4));
    expect(series?.bars.length).toBe(1);
    expect(open.mock.calls[0]).toEqual(['XNAS:GOOGL', 'D', { adjusted: false, extended: false }]);
  });

  it('are read anew once they have changed', async () => {
    await store.load('XNAS:GOOGL', null);
    await store.load('XNAS:NVDA', null);
    store.forget(['XNAS:GOOGL']);
    await store.load('XNAS:GOOGL', null);
    await store.load('XNAS:NVDA', null);
    expect(open).toHaveBeenCalledTimes(3);
    store.forget(null);
    await store.load('XNAS:NVDA', null);
    expect(open).toHaveBeenCalledTimes(4);
  });

  it('are none where there are no bars, and asked for again after a failure', async () => {
    open.mockImplementationOnce(async () => emptyAnswer('XNAS:GOOGL', 'D'));
    expect(await store.load('XNAS:GOOGL', null)).toBeNull();
    open.mockImplementationOnce(() => Promise.reject(new Error('the store is gone')));
    await expect(store.load('XNAS:NVDA', null)).rejects.toThrow('gone');
    expect((await store.load('XNAS:NVDA', null))?.bars.length).toBe(5);
  });

  it('are kept in small number, those that were asked for last', async () => {
    for (let number = 0; number < 60; number++) await store.load(`XNAS:A${number}`, null);
    await store.load('XNAS:A59', null);
    expect(open).toHaveBeenCalledTimes(60);
    await store.load('XNAS:A0', null);
    expect(open).toHaveBeenCalledTimes(61);
  });
});
