import { beforeEach, describe, expect, it } from 'vitest';
import type { KnownSeries } from '../../../../../electron/core/history/bars-store-port';
import {
  type HistoryJob,
  HistoryPlan,
  type SeriesName,
} from '../../../../../electron/core/history/history-plan';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { readShippedCalendars } from '../../../shared/domain/calendar/read-shipped-calendars';
import { utc } from '../quotes/live-samples';
import { known } from './history-answers';

const A: InstrumentId = 'XNAS:AAAA';
const B: InstrumentId = 'XNAS:BBBB';
const CHARTED: SeriesName = { instrument: B, interval: 'D' };
const START = utc('2026-11-24T17:00');
const LAST = toSessionKey('2026-11-23');
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const calendars = readShippedCalendars();
const NO_VOID = new Set<never>();

let plan: HistoryPlan;
const next = (nowMs = START): HistoryJob | null => plan.next(nowMs, NO_VOID);
const askedAgo = (instrument: InstrumentId, days: number): KnownSeries => ({
  ...known(instrument, LAST),
  wholeAt: START - days * DAY,
});

beforeEach(() => {
  plan = new HistoryPlan({
    instrument: () => undefined,
    calendar: (mic) => calendars.get(mic),
    intervals: () => new Set(['D']),
    random: () => 1,
  });
  plan.watch([A, B], [{ instrument: B, interval: 'D' }]);
});

describe('all of a series', () => {
  it('is asked for again once a week, of the charted instrument alone', () => {
    plan.know([askedAgo(A, 30), askedAgo(B, 6.9)]);
    expect(next()).toBeNull();
    plan.know([askedAgo(A, 30), askedAgo(B, 7)]);
    expect(next()).toEqual({ ...CHARTED, since: null });
  });

  it('is asked for where it never came, as of a series that was read from a file', () => {
    plan.know([known(A, LAST), { ...known(B, LAST), source: 'csv-folder', wholeAt: null }]);
    expect(next()?.since).toBeNull();
    expect(next()?.instrument).toBe(B);
  });

  it('is not asked for where the user imported it', () => {
    plan.know([known(A, LAST), { ...known(B, LAST), source: 'csv-file', wholeAt: null }]);
    expect(next()).toBeNull();
  });

  it('waits for a week once it is stored', () => {
    plan.know([known(A, LAST), askedAgo(B, 8)]);
    plan.stored(CHARTED, { lastTime: LAST, wholeAt: START }, START);
    expect(next()).toBeNull();
    plan.stored(
      { instrument: A, interval: 'D' },
      { lastTime: LAST + (14 * DAY) / 1000, wholeAt: null },
      START,
    );
    plan.stored(CHARTED, { lastTime: LAST + (14 * DAY) / 1000, wholeAt: null }, START);
    expect(next(START + 7 * DAY - 1)).toBeNull();
    expect(next(START + 7 * DAY)).toEqual({ ...CHARTED, since: null });
  });

  it('lets the tail go on for a day where it was refused, or could not be had', () => {
    plan.know([known(A, LAST), askedAgo(B, 8)]);
    const whole = next();
    if (whole === null) throw new Error('the whole is due');
    plan.began(whole, START);
    plan.failed(whole, 0, START);
    expect(next(START + HOUR)).toBeNull();
    plan.stored(
      { instrument: A, interval: 'D' },
      { lastTime: LAST + DAY / 1000, wholeAt: null },
      START,
    );
    const afterClose = utc('2026-11-24T21:30');
    expect(next(afterClose)).toMatchObject({ ...CHARTED, since: toSessionKey('2026-11-16') });
    expect(next(START + DAY)).toEqual({ ...CHARTED, since: null });
  });
});

describe('several charts', () => {
  const job = (instrument: InstrumentId, interval: '5m' | 'D') => ({
    instrument,
    interval,
    since: null,
  });

  beforeEach(() => {
    plan = new HistoryPlan({
      instrument: () => undefined,
      calendar: (mic) => calendars.get(mic),
      intervals: () => new Set(['5m', 'D']),
      random: () => 1,
    });
    plan.know([]);
    plan.watch(
      [A],
      [
        { instrument: B, interval: '15m' },
        { instrument: A, interval: '5m' },
        { instrument: B, interval: '5m' },
      ],
    );
  });

  it('are asked for in turn, what two of them are made of once', () => {
    const asked: unknown[] = [];
    for (let due = next(); due !== null; due = next()) {
      asked.push(due);
      plan.failed(due, 0, START);
    }
    expect(asked).toEqual([job(B, '5m'), job(A, '5m'), job(B, 'D'), job(A, 'D')]);
  });

  it('wait with their intraday bars while nobody sees them', () => {
    plan.setVisible(false);
    expect(plan.followsIntraday).toBe(false);
    expect(next()).toEqual(job(B, 'D'));
  });
});
