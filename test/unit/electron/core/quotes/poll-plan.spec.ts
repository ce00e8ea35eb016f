import { beforeEach, describe, expect, it } from 'vitest';
import { PollPace } from '../../../../../electron/core/quotes/poll-pace';
import { PollPlan } from '../../../../../electron/core/quotes/poll-plan';
import { SessionPhases } from '../../../../../electron/core/quotes/session-phases';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { readShippedCalendars } from '../../../shared/domain/calendar/read-shipped-calendars';
import { failure, madeUp, utc } from './live-samples';

const calendars = readShippedCalendars();
const NONE: ReadonlySet<InstrumentId> = new Set();
const A: InstrumentId = 'XNAS:AAAA';
const B: InstrumentId = 'XNAS:BBBB';
const C: InstrumentId = 'XNAS:CCCC';
const HK: InstrumentId = 'XHKG:09999';
const COIN: InstrumentId = 'BINANCE:AAABBB';
const INDEX: InstrumentId = 'INDEX:^MADEUP';
/** New York is open, Hong Kong is closed. */
const NOON = utc('2026-11-24T17:00');

let plan: PollPlan;
let pace: PollPace;

beforeEach(() => {
  pace = new PollPace();
  plan = new PollPlan({
    phases: new SessionPhases(),
    pace,
    instrument: (id) => (id === INDEX ? madeUp(INDEX, { calendar: 'XNAS' }) : undefined),
    calendar: (mic) => calendars.get(mic),
    random: () => 0.5,
  });
});

const take = (nowMs: number, streamed = NONE): readonly InstrumentId[] | undefined =>
  plan.take(nowMs, streamed)?.instruments;

describe('PollPlan', () => {
  it('gives out the charted one by itself, then one exchange after another in the order of the list', () => {
    plan.watch([A, HK, B, COIN], B);
    expect(plan.take(NOON, NONE)).toEqual({ exchange: 'XNAS', instruments: [B] });
    expect(take(NOON)).toEqual([A]);
    expect(take(NOON)).toEqual([HK]);
    expect(plan.take(NOON, NONE)).toEqual({ exchange: 'BINANCE', instruments: [COIN] });
    expect(take(NOON)).toBeUndefined();
  });

  it('gives out no more at once than the exchange answers for in a few seconds', () => {
    plan.watch([A, B, C], null);
    pace.took('XNAS', 1, 2000);
    expect(take(NOON)).toEqual([A, B]);
    expect(take(NOON)).toEqual([C]);
  });

  it('follows the calendar that an index names', () => {
    plan.watch([INDEX], null);
    expect(plan.take(NOON, NONE)?.exchange).toBe('XNAS');
    expect(plan.phaseOf(INDEX, NOON)?.state).toBe('open');
  });

  it('asks a source no more often than it puts up with, and calls a price stale no sooner', () => {
    plan.watch([A, B], A);
    take(NOON);
    take(NOON);
    plan.answered(A, 60_000);
    plan.answered(B, 60_000);
    expect(plan.nextAt(NOON, NONE)).toBe(NOON + 60_000);
    expect([plan.openEveryMs(A), plan.openEveryMs(B)]).toEqual([60_000, 60_000]);
    plan.setVisible(false);
    expect(plan.openEveryMs(A)).toBe(120_000);
    plan.setVisible(true);
    plan.answered(A);
    expect([plan.nextAt(NOON, NONE), plan.openEveryMs(A)]).toEqual([NOON + 10_000, 10_000]);
  });

  it('takes turns: the charted one every ten seconds, listed ones every thirty, closed ones rarely', () => {
    plan.watch([A, B, HK], A);
    for (let count = 0; count < 3; count++) take(NOON);
    expect(plan.nextAt(NOON, NONE)).toBe(NOON + 10_000);
    expect(take(NOON + 9999)).toBeUndefined();
    expect(take(NOON + 10_000)).toEqual([A]);
    expect(take(NOON + 20_000)).toEqual([A]);
    expect(take(NOON + 30_000)).toEqual([A]);
    expect(take(NOON + 30_000)).toEqual([B]);
    expect(take(NOON + 30_000)).toBeUndefined();
  });

  it('lets the one that waits longest go first', () => {
    plan.watch([A, COIN], null);
    take(NOON);
    take(NOON + 1000);
    expect(take(NOON + 60_000)).toEqual([A]);
    expect(take(NOON + 60_000)).toEqual([COIN]);
  });

  it('asks half as often while hidden, and again as often when shown', () => {
    plan.watch([A], A);
    take(NOON);
    plan.setVisible(false);
    expect([plan.nextAt(NOON, NONE), plan.openEveryMs(A)]).toEqual([NOON + 20_000, 20_000]);
    plan.setVisible(true);
    expect([plan.nextAt(NOON, NONE), plan.openEveryMs(A)]).toEqual([NOON + 10_000, 10_000]);
  });

  it('asks once for what is streamed, and again when the stream is gone', () => {
    plan.watch([COIN], COIN);
    const streamed = new Set([COIN]);
    expect(take(NOON, streamed)).toEqual([COIN]);
    plan.answered(COIN);
    expect(plan.nextAt(NOON, streamed)).toBeNull();
    expect(take(NOON + 600_000, streamed)).toBeUndefined();
    expect(take(NOON + 600_000, NONE)).toEqual([COIN]);
  });

  it('asks again for what is streamed where the first question failed, until something is heard', () => {
    plan.watch([COIN], COIN);
    const streamed = new Set([COIN]);
    take(NOON, streamed);
    plan.failed(COIN, failure(), NOON);
    expect(take(NOON + 10_000, streamed)).toEqual([COIN]);
    plan.answered(COIN);
    expect(plan.nextAt(NOON, streamed)).toBeNull();
  });

  it('pauses longer with every failure and forgets them with an answer', () => {
    plan.watch([A], null);
    const pauses = [1, 2, 3].map(() => {
      const at = plan.nextAt(NOON, NONE) ?? NaN;
      const nowMs = Math.max(at, NOON);
      take(nowMs);
      plan.failed(A, failure(), nowMs);
      return (plan.nextAt(nowMs, NONE) ?? NaN) - nowMs;
    });
    expect(pauses).toEqual([22_500, 45_000, 90_000]);
    plan.answered(A);
    plan.failed(A, failure(), NOON);
    expect(plan.nextAt(NOON, NONE)).toBe(NOON + 22_500);
  });

  it('allows for slow sources, but not for ever', () => {
    const ids = Array.from({ length: 100 }, (_, index): InstrumentId => `XNAS:M${index}`);
    plan.watch(ids, null);
    plan.measure(NOON, NONE);
    expect(plan.openEveryMs(A)).toBe(30_000);
    pace.took('XNAS', 1, 500);
    plan.measure(NOON, NONE);
    expect(plan.openEveryMs(A)).toBe(50_000);
    pace.took('XNAS', 1, 60_000);
    plan.measure(NOON, NONE);
    expect(plan.openEveryMs(A)).toBe(300_000);
    plan.measure(utc('2026-11-24T23:00'), NONE);
    expect(plan.openEveryMs(A)).toBe(30_000);
  });

  it('asks no less often than once a minute for that', () => {
    plan.watch([A, B], null);
    pace.took('XNAS', 1, 100_000);
    plan.measure(NOON, NONE);
    take(NOON);
    take(NOON);
    expect(plan.nextAt(NOON, NONE)).toBe(NOON + 60_000);
  });

  it('keeps the turns of what stays and forgets the rest', () => {
    plan.watch([A, B], null);
    expect(take(NOON)).toEqual([A, B]);
    plan.watch([B, C], null);
    expect(plan.instruments).toEqual([B, C]);
    expect([plan.has(A), plan.has(C)]).toEqual([false, true]);
    expect(take(NOON)).toEqual([C]);
    plan.failed(A, failure(), NOON);
    plan.answered(A);
    expect(plan.has(A)).toBe(false);
  });

  it('begins anew on demand', () => {
    plan.watch([A], null);
    take(NOON);
    plan.failed(A, failure('rate-limited', 900_000), NOON);
    expect(plan.nextAt(NOON, NONE)).toBe(NOON + 900_000);
    plan.restart();
    expect(take(NOON)).toEqual([A]);
  });

  it('has no turn where nothing is watched', () => {
    expect([plan.nextAt(NOON, NONE), plan.take(NOON, NONE)]).toEqual([null, null]);
  });
});
