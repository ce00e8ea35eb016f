import { describe, expect, it } from 'vitest';
import { addDays, toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { sessionsBetween } from '../../../../../src/shared/domain/calendar/exchange-calendar';
import { allocateBars } from '../../../../../src/shared/domain/candle/bar-columns';
import {
  type DataFacts,
  dataDoubts,
} from '../../../../../src/shared/domain/event-study/data-doubts';
import type { MeasuredEvent } from '../../../../../src/shared/domain/event-study/event-measure';
import { shippedCalendar } from '../calendar/read-shipped-calendars';

const calendar = shippedCalendar('XNAS');
const sessions = sessionsBetween(calendar, '2024-01-02', '2024-12-31');

function factsWithout(left: readonly string[], suspects: readonly string[] = []): DataFacts {
  const kept = sessions.filter((session) => !left.includes(session));
  const bars = allocateBars(kept.length);
  bars.time.set(kept.map(toSessionKey));
  return { bars, calendar, suspects: suspects.map(toSessionKey) };
}

const measure = {
  kind: 'measured',
  estimation: ['2024-01-02', '2024-09-30'],
  keys: Float64Array.from(['2024-11-14', '2024-11-15', '2024-11-18'], toSessionKey),
} as const as unknown as MeasuredEvent;

describe('doubts about the data', () => {
  it('are none where every session has a bar that nobody suspects', () => {
    expect(dataDoubts(factsWithout([], ['2024-12-30']), measure, false)).toEqual([]);
  });

  it('begin with one missing bar of the event window, or several of the estimation window', () => {
    expect(dataDoubts(factsWithout(['2024-11-15']), measure, false)).toEqual(['missing-bars']);
    expect(dataDoubts(factsWithout(sessions.slice(20, 23)), measure, false)).toEqual([]);
    expect(dataDoubts(factsWithout(sessions.slice(20, 26)), measure, false)).toEqual([
      'missing-bars',
    ]);
    expect(dataDoubts(factsWithout(['2024-10-15']), measure, false)).toEqual([]);
  });

  it('are those of suspect bars within the windows', () => {
    expect(dataDoubts(factsWithout([], ['2024-03-05']), measure, false)).toEqual(['suspect-bars']);
    expect(dataDoubts(factsWithout([], ['2024-11-15']), measure, false)).toEqual(['suspect-bars']);
  });

  it('cannot say what is missing without a calendar, or in a year that it does not cover', () => {
    const facts = factsWithout(['2024-11-15']);
    expect(dataDoubts({ ...facts, calendar: null }, measure, false)).toEqual([]);
    const early = { ...measure, estimation: ['1999-01-04', '1999-09-30'] as const };
    const keys = Float64Array.of(toSessionKey('1999-11-15'));
    expect(dataDoubts(facts, { ...early, keys }, false)).toEqual([]);
  });

  it('name simulated prices, also where nothing was measured', () => {
    const nothing = { kind: 'unmeasured', reason: 'no-session', session: null, length: 0 } as const;
    expect(dataDoubts(factsWithout([]), nothing, true)).toEqual(['simulated-prices']);
    expect(dataDoubts(factsWithout([]), measure, true)).toEqual(['simulated-prices']);
    expect(dataDoubts(factsWithout([]), nothing, false)).toEqual([]);
  });

  it('look at the window as far as it reaches', () => {
    const open = { ...measure, keys: Float64Array.of(toSessionKey('2024-11-14'), NaN, NaN) };
    const later = factsWithout([addDays('2024-11-14', 1)]);
    expect(dataDoubts(later, open, false)).toEqual([]);
  });
});
