import { expect, it } from 'vitest';
import { sessionTicks } from '../../../../src/chart/session/session-ticks';
import {
  type SessionAxis,
  sessionAxis,
} from '../../../../src/shared/domain/session-line/session-axis';
import { shippedCalendar } from '../../shared/domain/calendar/read-shipped-calendars';

const HONG_KONG = shippedCalendar('XHKG');

/** Each letter is ten pixels wide. */
function textsOf(axis: SessionAxis, widthPx: number, mic = 'XHKG'): string[] {
  const { clock } = shippedCalendar(mic);
  return sessionTicks({
    axis,
    xBefore: (slot) => (slot * widthPx) / axis.slots,
    measure: (text) => text.length * 10,
    clock: (time) => new Date(clock.wallAt(time * 1000)).toISOString().slice(11, 16),
    day: (date) => date.slice(5),
  }).map(({ text }) => text);
}

it('names open, close, the break and the full hours where there is room', () => {
  const axis = sessionAxis(HONG_KONG, ['2026-05-28'], 60);
  expect(textsOf(axis, 1000)).toEqual([
    ...['09:30', '10:00', '11:00', '12:00/13:00', '14:00', '15:00', '16:00'],
  ]);
});

it('keeps the ends and the break where there is little', () => {
  const axis = sessionAxis(HONG_KONG, ['2026-05-28'], 60);
  expect(textsOf(axis, 300)).toEqual(['09:30', '12:00/13:00', '16:00']);
  expect(textsOf(axis, 130)).toEqual(['09:30', '16:00']);
});

it('finds full hours on a clock that is half an hour beside UTC', () => {
  const axis = sessionAxis(shippedCalendar('XNSE'), ['2026-05-28'], 60);
  expect(textsOf(axis, 3000, 'XNSE')).toContain('12:00');
});

it('names the dates of several sessions, in the middle of each', () => {
  const axis = sessionAxis(HONG_KONG, ['2026-05-27', '2026-05-28'], 60);
  expect(textsOf(axis, 400)).toEqual(['05-27', '05-28']);
  expect(textsOf(axis, 100)).toEqual([]);
});
