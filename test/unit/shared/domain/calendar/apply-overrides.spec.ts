import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOverrides } from '../../../../../src/shared/domain/calendar/apply-overrides';
import { addDays } from '../../../../../src/shared/domain/calendar/calendar-date';
import {
  DAY_OVERRIDE_KINDS,
  type DayOverride,
} from '../../../../../src/shared/domain/calendar/day-override';
import {
  daySchedule,
  type DaySchedule,
} from '../../../../../src/shared/domain/calendar/day-schedule';
import { nextSession } from '../../../../../src/shared/domain/calendar/exchange-calendar';
import { readShippedCalendars } from './read-shipped-calendars';

const shipped = readShippedCalendars();
const utc = (text: string): number => Date.parse(`${text}:00Z`);

function scheduleOf(mic: string, date: string, overrides: readonly DayOverride[]): DaySchedule {
  const calendar = applyOverrides(shipped, overrides).get(mic);
  if (!calendar) throw new Error(`no calendar of ${mic}`);
  return daySchedule(calendar, date);
}

function changed(mic: string, date: string, kind: DayOverride['kind'], minute: number | null) {
  return scheduleOf(mic, date, [{ mic, date, kind, minute }]);
}

describe('applyOverrides', () => {
  it('closes a session', () => {
    expect(changed('XHKG', '2026-11-24', 'closed', null)).toEqual({
      date: '2026-11-24',
      open: false,
      sessions: [],
      half: false,
      reason: 'set by the user',
    });
  });

  it('opens a holiday, a weekend and a day outside the covered years, at regular hours', () => {
    for (const date of ['2026-11-26', '2026-11-28', '2003-12-25']) {
      const { open, sessions } = changed('XNYS', date, 'open', null);
      expect(open).toBe(true);
      expect(sessions).toEqual([[utc(`${date}T14:30`), utc(`${date}T21:00`)]]);
    }
  });

  it('gives a half day its whole length back', () => {
    expect(changed('XHKG', '2026-12-24', 'open', null)).toMatchObject({
      half: false,
      sessions: [
        [utc('2026-12-24T01:30'), utc('2026-12-24T04:00')],
        [utc('2026-12-24T05:00'), utc('2026-12-24T08:00')],
      ],
    });
  });

  it('closes early and opens late', () => {
    expect(changed('XHKG', '2026-11-24', 'early', 12 * 60)).toMatchObject({
      half: true,
      sessions: [[utc('2026-11-24T01:30'), utc('2026-11-24T04:00')]],
    });
    expect(changed('XHKG', '2026-11-24', 'late', 13 * 60 + 30)).toMatchObject({
      half: false,
      sessions: [[utc('2026-11-24T05:30'), utc('2026-11-24T08:00')]],
    });
  });

  it("is one exchange's alone, all its segments included", () => {
    const date = '2026-11-24';
    const overrides: DayOverride[] = [{ mic: 'XNGS', date, kind: 'closed', minute: null }];
    const calendars = applyOverrides(shipped, overrides);
    expect(calendars.get('XNAS')).toBe(calendars.get('XNMS'));
    expect(scheduleOf('XNAS', date, overrides).open).toBe(false);
    expect(scheduleOf('XNYS', date, overrides).open).toBe(true);
    expect(calendars.get('XNYS')).toBe(shipped.get('XNYS'));
  });

  it('lets the later of two for one day count, and leaves out what cannot be', () => {
    const overrides: DayOverride[] = [
      { mic: 'XHKG', date: '2026-11-24', kind: 'closed', minute: null },
      { mic: 'XHKG', date: '2026-11-24', kind: 'early', minute: 720 },
      { mic: 'XHKG', date: '2026-11-25', kind: 'early', minute: 1 },
      { mic: 'XXXX', date: '2026-11-24', kind: 'closed', minute: null },
    ];
    expect(scheduleOf('XHKG', '2026-11-24', overrides).half).toBe(true);
    expect(scheduleOf('XHKG', '2026-11-25', overrides).reason).toBeNull();
  });

  it('is the calendars themselves where nothing is set', () => {
    expect(applyOverrides(shipped, [])).toBe(shipped);
  });

  it('is what the searches for sessions go by', () => {
    const overrides: DayOverride[] = [
      { mic: 'XNYS', date: '2026-11-24', kind: 'closed', minute: null },
      { mic: 'XNYS', date: '2026-11-28', kind: 'open', minute: null },
    ];
    const calendar = applyOverrides(shipped, overrides).get('XNYS');
    expect(calendar && nextSession(calendar, '2026-11-24')).toBe('2026-11-25');
    expect(calendar && nextSession(calendar, '2026-11-28')).toBe('2026-11-28');
  });

  it('changes the day that it names and no other, and never what came in', () => {
    const mics = fc.constantFrom(...shipped.keys());
    const dates = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays('2013-01-01', days));
    const minutes = fc.option(fc.integer({ min: 0, max: 1440 }));
    const kinds = fc.constantFrom(...DAY_OVERRIDE_KINDS);
    fc.assert(
      fc.property(mics, dates, kinds, minutes, (mic, date, kind, minute) => {
        const before = scheduleOf(mic, date, []);
        const overrides = [{ mic, date, kind, minute }];
        const after = scheduleOf(mic, date, overrides);
        if (after.reason === 'set by the user') {
          expect(after.open).toBe(kind !== 'closed');
          expect(after.sessions.length > 0).toBe(after.open);
        } else expect(after).toEqual(before);
        for (const other of [addDays(date, -1), addDays(date, 1)]) {
          expect(scheduleOf(mic, other, overrides)).toEqual(scheduleOf(mic, other, []));
        }
        expect(scheduleOf(mic, date, [])).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});
