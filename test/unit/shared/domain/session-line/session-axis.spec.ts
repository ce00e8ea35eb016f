import { describe, expect, it } from 'vitest';
import {
  sessionAxis,
  slotAt,
  slotStart,
} from '../../../../../src/shared/domain/session-line/session-axis';
import { shippedCalendar } from '../calendar/read-shipped-calendars';

const seconds = (text: string): number => Date.parse(`${text}Z`) / 1000;
const HONG_KONG = shippedCalendar('XHKG');
const SHANGHAI = shippedCalendar('XSHG');
const NEW_YORK = shippedCalendar('XNAS');

describe('the axis of a session', () => {
  it.each([
    // 09:30 to 12:00 and 13:00 to 16:00 in Hong Kong, 09:30 to 11:30 and 13:00 to 15:00 in Shanghai.
    [HONG_KONG, '2026-05-28', 60, 330, [0, 150]],
    [SHANGHAI, '2026-05-28', 60, 240, [0, 120]],
    [NEW_YORK, '2026-05-28', 60, 390, [0]],
    [NEW_YORK, '2026-05-28', 300, 78, [0]],
    // The day after Thanksgiving closes at 13:00.
    [NEW_YORK, '2025-11-27', 60, 390, [0]],
    [NEW_YORK, '2025-11-28', 60, 210, [0]],
    [null, '2026-05-28', 60, 1440, [0]],
  ] as const)('has a slot for each step of trading: %#', (calendar, date, step, slots, starts) => {
    const axis = sessionAxis(calendar, [date], step);
    expect(axis.slots).toBe(slots);
    expect(axis.parts.map(({ from }) => from)).toEqual(starts);
    expect(axis.parts.map(({ opens }) => opens)).toEqual(starts.map((_, index) => index === 0));
  });

  it('joins the parts: the slot after the last one before lunch is the first one after it', () => {
    const axis = sessionAxis(SHANGHAI, ['2026-05-28'], 60);
    expect(slotAt(axis, seconds('2026-05-28T01:30'))).toBe(0);
    expect(slotAt(axis, seconds('2026-05-28T03:29:59'))).toBe(119);
    expect(slotAt(axis, seconds('2026-05-28T03:30'))).toBeNull();
    expect(slotAt(axis, seconds('2026-05-28T05:00'))).toBe(120);
    expect(slotAt(axis, seconds('2026-05-28T06:59'))).toBe(239);
    expect(slotAt(axis, seconds('2026-05-28T07:00'))).toBeNull();
  });

  it('has the closing auction in its last slot', () => {
    const axis = sessionAxis(HONG_KONG, ['2026-05-28'], 60);
    expect(slotAt(axis, seconds('2026-05-28T08:08'))).toBe(329);
    expect(slotAt(axis, seconds('2026-05-28T08:10'))).toBeNull();
  });

  it('joins sessions as it joins parts', () => {
    const axis = sessionAxis(SHANGHAI, ['2026-05-28', '2026-05-29'], 60);
    expect(axis.slots).toBe(480);
    expect(slotAt(axis, seconds('2026-05-29T01:30'))).toBe(240);
    expect(axis.parts.map(({ opens }) => opens)).toEqual([true, false, true, false]);
  });

  it('tells when each slot begins', () => {
    for (const calendar of [HONG_KONG, NEW_YORK, null]) {
      const axis = sessionAxis(calendar, ['2026-05-28', '2026-05-29'], 300);
      for (let slot = 0; slot < axis.slots; slot++) {
        expect(slotAt(axis, slotStart(axis, slot))).toBe(slot);
      }
    }
  });

  it('has a shorter slot at the end of a part where the step does not divide it', () => {
    // Two and a half hours before lunch.
    const axis = sessionAxis(HONG_KONG, ['2026-05-28'], 3600);
    expect(axis.slots).toBe(6);
    expect(slotAt(axis, seconds('2026-05-28T03:59'))).toBe(2);
    expect(slotAt(axis, seconds('2026-05-28T05:00'))).toBe(3);
  });
});
