import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { LiveQuoteBook } from '../../../../../electron/core/quotes/live-quote-book';
import { sessionPhaseAt } from '../../../../../electron/core/quotes/session-phase';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';
import { said, utc } from './live-samples';

const A: InstrumentId = 'XNAS:AAAA';
const B: InstrumentId = 'XNAS:BBBB';
const newYork = shippedCalendar('XNAS');
/** New York is open. */
const NOON = utc('2026-11-24T17:00');
const SECOND = 1000;

let book: LiveQuoteBook;

beforeEach(() => {
  book = new LiveQuoteBook({
    phaseOf: (_id, nowMs) => sessionPhaseAt(newYork, nowMs),
    isFrozen: () => false,
    openEveryMs: () => 10 * SECOND,
  });
});

const shown = (): object => ({
  price: book.get(A)?.price,
  source: book.get(A)?.source,
  state: book.get(A)?.state,
});

describe('LiveQuoteBook', () => {
  it('makes a quote of what a source said, and tells only what is new', () => {
    const quote = { ...said(A, NOON, 10).quote, source: 'yahoo', state: 'live', dispute: null };
    expect(book.take([said(A, NOON, 10)], NOON)).toEqual([quote]);
    expect(book.take([said(A, NOON, 10)], NOON + SECOND)).toEqual([]);
    expect(book.get(A)).toEqual(quote);
    expect(book.take([said(A, NOON, 11)], NOON + SECOND)).toHaveLength(1);
  });

  it('tells of an open bar that grew though the price is the same', () => {
    const bar = { time: 1, open: 9, high: 11, low: 9, close: 10, volume: 5 };
    const told = [bar, bar, { ...bar, volume: 6 }, null].map(
      (openBar) => book.take([said(A, NOON, 10, { openBar })], NOON).length,
    );
    expect(told).toEqual([1, 0, 1, 1]);
  });

  it('drops an older stamp of the same source, as no answer at all', () => {
    book.take([said(A, NOON, 10)], NOON);
    expect(book.take([said(A, NOON - 1, 9)], NOON + 15 * SECOND)).toEqual([]);
    expect(shown()).toMatchObject({ price: 10, state: 'live' });
    book.reassess(NOON + 21 * SECOND);
    book.take([said(A, NOON - 1, 9)], NOON + 21 * SECOND);
    expect(shown()).toMatchObject({ price: 10, state: 'stale' });
  });

  it('takes an older stamp of another source only in place of a stale price', () => {
    book.take([said(A, NOON, 10, { source: 'tencent' })], NOON);
    const late = said(A, NOON - 900 * SECOND, 9, { delayMinutes: 15 });
    book.take([late], NOON + 10 * SECOND);
    expect(shown()).toEqual({ price: 10, source: 'tencent', state: 'live' });
    book.reassess(NOON + 25 * SECOND);
    book.take([late], NOON + 25 * SECOND);
    expect(shown()).toEqual({ price: 9, source: 'yahoo', state: 'delayed' });
  });

  it('takes a newer stamp of whichever source', () => {
    book.take([said(A, NOON, 10)], NOON);
    book.take([said(A, NOON + 1, 11, { source: 'sina' })], NOON + SECOND);
    expect(shown()).toEqual({ price: 11, source: 'sina', state: 'live' });
  });

  it('keeps the price when a source talks nonsense, as an error, and shows nothing without one', () => {
    expect(book.refuse([A], NOON)).toEqual([]);
    expect(book.get(A)).toBeUndefined();
    book.take([said(A, NOON, 10)], NOON);
    expect(book.refuse([A, B], NOON + SECOND)).toMatchObject([{ price: 10, state: 'error' }]);
    expect(book.take([said(A, NOON + 1, 11)], NOON + 2 * SECOND)).toMatchObject([
      { price: 11, state: 'live' },
    ]);
  });

  it('ages by itself where nothing answers, and lives again with an answer', () => {
    book.take([said(A, NOON, 10)], NOON);
    expect(book.fail([A, B], NOON + 10 * SECOND)).toEqual([]);
    expect(book.reassess(NOON + 20 * SECOND)).toEqual([]);
    expect(book.reassess(NOON + 21 * SECOND)).toMatchObject([{ price: 10, state: 'stale' }]);
    expect(book.reassess(NOON + 31 * SECOND)).toEqual([]);
    expect(book.take([said(A, NOON, 10)], NOON + 40 * SECOND)).toMatchObject([{ state: 'live' }]);
  });

  it('makes an error a matter of age again when the source is gone', () => {
    book.take([said(A, NOON, 10)], NOON);
    book.refuse([A], NOON + 10 * SECOND);
    book.fail([A], NOON + 30 * SECOND);
    expect(shown()).toMatchObject({ state: 'stale' });
  });

  it('takes a healthy stream for an answer in a quiet market', () => {
    book.take([said(A, NOON, 10)], NOON);
    book.confirm([A, B], NOON + 60 * SECOND);
    book.reassess(NOON + 70 * SECOND);
    expect(shown()).toMatchObject({ state: 'live' });
  });

  it('drops what is not watched any more', () => {
    book.take([said(A, NOON, 10), said(B, NOON, 20)], NOON);
    expect(book.keepOnly(new Set([B]))).toEqual([A]);
    expect(book.size).toBe(1);
    book.clear();
    expect([book.size, book.get(B)]).toEqual([0, undefined]);
  });
});

describe('a dispute', () => {
  const dispute = { source: 'sina', price: 12, asOf: NOON } as const;

  beforeEach(() => {
    book.take([said(A, NOON, 10)], NOON);
    book.setDispute(A, dispute, NOON);
  });

  it('stands beside the price until the sources agree', () => {
    expect(book.get(A)).toMatchObject({ price: 10, dispute });
    book.take([said(A, NOON + 1, 10.1)], NOON + SECOND);
    expect(book.get(A)).toMatchObject({ price: 10.1, dispute });
    expect(book.setDispute(A, null, NOON)).toMatchObject([{ dispute: null }]);
  });

  it('ends with its session', () => {
    const tomorrow = NOON + 86_400 * SECOND;
    book.take([said(A, tomorrow, 11)], tomorrow);
    expect(book.get(A)?.dispute).toBeNull();
  });

  it.each(['sina', 'tencent'] as const)('ends where %s takes the place of the source', (source) => {
    book.take([said(A, NOON + 1, 12, { source })], NOON + SECOND);
    expect(book.get(A)?.dispute).toBeNull();
  });

  it('needs a price to contradict', () => {
    expect(book.setDispute(B, dispute, NOON)).toEqual([]);
  });
});

describe('the last price', () => {
  it('is never of an older stamp than one of the same source before, whatever happens', () => {
    const step = fc.record({
      asOf: fc.integer({ min: 0, max: 60 }),
      waitMs: fc.integer({ min: 0, max: 15_000 }),
      source: fc.constantFrom('yahoo' as const, 'tencent' as const),
      fails: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const each = new LiveQuoteBook({
          phaseOf: () => null,
          isFrozen: () => false,
          openEveryMs: () => 10_000,
        });
        let nowMs = NOON;
        for (const { asOf, waitMs, source, fails } of steps) {
          nowMs += waitMs;
          const before = each.get(A);
          each.reassess(nowMs);
          if (fails) each.fail([A], nowMs);
          else each.take([said(A, NOON + asOf, asOf + 1, { source })], nowMs);
          const after = each.get(A);
          if (before === undefined || after === undefined) continue;
          if (before.source === after.source) {
            expect(after.asOf).toBeGreaterThanOrEqual(before.asOf);
          }
        }
      }),
    );
  });
});
