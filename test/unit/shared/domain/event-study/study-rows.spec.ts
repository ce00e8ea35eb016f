import { describe, expect, it } from 'vitest';
import { locateRows } from '../../../../../src/shared/domain/event-study/study-rows';
import { weekday, weekdays } from '../../../../helpers/study-returns';

const KEYS = weekdays(100);

describe('locateRows', () => {
  it('counts the gap between the two windows', () => {
    // Event on row 60, window 55 to 65: of 20 sessions left out 35 is the first, 34 ends the estimation.
    expect(locateRows(KEYS, weekday(60), { length: 30, gap: 20 }, [-5, 5])).toEqual({
      event: 60,
      first: 55,
      last: 65,
      from: 5,
      to: 35,
    });
  });

  it('stands on the first session on or after the date', () => {
    // 2015-01-10 is a Saturday; the Monday behind it is the sixth weekday.
    const rows = locateRows(KEYS, '2015-01-10', { length: 2, gap: 0 }, [0, 0]);
    expect(rows).toMatchObject({ event: 5, from: 3, to: 5 });
    expect(
      locateRows(KEYS, '2014-01-01', { from: weekday(9), to: weekday(20) }, [0, 0]),
    ).toMatchObject({ event: 0, from: 9, to: 21 });
  });

  it('knows no session behind the data', () => {
    expect(locateRows(KEYS, weekday(100), { length: 2, gap: 0 }, [0, 0])).toEqual({
      reason: 'no-session',
      event: null,
      length: 0,
    });
  });

  it('lets the event window reach behind the data', () => {
    expect(locateRows(KEYS, weekday(99), { length: 10, gap: 0 }, [0, 5])).toMatchObject({
      event: 99,
      last: 104,
    });
  });

  it('says how many sessions a short history has', () => {
    expect(locateRows(KEYS, weekday(60), { length: 40, gap: 20 }, [-5, 5])).toEqual({
      reason: 'short-history',
      event: 60,
      length: 35,
    });
    expect(locateRows(KEYS, weekday(3), { length: 1, gap: 0 }, [-5, 5])).toEqual({
      reason: 'short-history',
      event: 3,
      length: 0,
    });
    expect(
      locateRows(KEYS, weekday(3), { from: weekday(20), to: weekday(40) }, [-5, 5]),
    ).toMatchObject({ reason: 'short-history' });
  });

  it('keeps the event out of an estimation before a window that begins behind it', () => {
    expect(locateRows(KEYS, weekday(60), { length: 10, gap: 0 }, [3, 5])).toMatchObject({
      first: 63,
      from: 50,
      to: 60,
    });
  });

  it('refuses windows that share a session, and only those', () => {
    const at = (from: number, to: number): unknown =>
      locateRows(KEYS, weekday(60), { from: weekday(from), to: weekday(to) }, [-5, 5]);
    expect(at(10, 55)).toMatchObject({ reason: 'windows-overlap', length: 46 });
    expect(at(65, 80)).toMatchObject({ reason: 'windows-overlap' });
    expect(at(10, 54)).toMatchObject({ from: 10, to: 55 });
    expect(at(66, 80)).toMatchObject({ from: 66, to: 81 });
  });
});
