import { describe, expect, it } from 'vitest';
import {
  checkOverrides,
  type DayOverride,
  overrideFault,
  readDayOverride,
} from '../../../../../src/shared/domain/calendar/day-override';
import { readShippedCalendars } from './read-shipped-calendars';

const calendars = readShippedCalendars();
const closed = (mic: string, date: string): DayOverride => ({
  mic,
  date,
  kind: 'closed',
  minute: null,
});

describe('overrideFault', () => {
  it.each<[DayOverride]>([
    [closed('XHKG', '2026-11-24')],
    [{ mic: 'XNGS', date: '2026-11-28', kind: 'open', minute: null }],
    [{ mic: 'XHKG', date: '2026-11-24', kind: 'early', minute: 12 * 60 }],
    [{ mic: 'XHKG', date: '2026-11-24', kind: 'late', minute: 13 * 60 }],
    [{ mic: 'BINANCE', date: '2026-11-24', kind: 'late', minute: 60 }],
    [{ mic: 'XTKS', date: '2024-11-05', kind: 'early', minute: 15 * 60 }],
  ])('has nothing against %j', (override) => {
    expect(overrideFault(calendars, override)).toBeNull();
  });

  it.each<[DayOverride, string]>([
    [closed('XXXX', '2026-11-24'), 'unknown-exchange'],
    [closed('XHKG', '2026-02-30'), 'bad-date'],
    [closed('XHKG', 'tomorrow'), 'bad-date'],
    [{ ...closed('XHKG', '2026-11-24'), minute: 600 }, 'bad-minute'],
    [{ mic: 'XHKG', date: '2026-11-24', kind: 'open', minute: 0 }, 'bad-minute'],
    [{ mic: 'XHKG', date: '2026-11-24', kind: 'early', minute: null }, 'bad-minute'],
    [{ mic: 'XHKG', date: '2026-11-24', kind: 'early', minute: 9 * 60 + 30 }, 'bad-minute'],
    [{ mic: 'XHKG', date: '2026-11-24', kind: 'late', minute: 16 * 60 }, 'bad-minute'],
    [{ mic: 'XHKG', date: '2026-11-24', kind: 'late', minute: 600.5 }, 'bad-minute'],
    [{ mic: 'XHKG', date: '2026-11-24', kind: 'late', minute: Number.NaN }, 'bad-minute'],
    [{ mic: 'XTKS', date: '2024-11-01', kind: 'early', minute: 15 * 60 }, 'bad-minute'],
  ])('refuses %j: %s', (override, fault) => {
    expect(overrideFault(calendars, override)).toBe(fault);
  });
});

describe('checkOverrides', () => {
  it('orders what is valid, once for each day, and says what is not', () => {
    const { valid, refused } = checkOverrides(calendars, [
      closed('XNAS', '2026-11-24'),
      closed('XHKG', '2026-11-24'),
      closed('XXXX', '2026-11-24'),
      closed('XNYS', '2026-11-23'),
      { mic: 'XNGS', date: '2026-11-24', kind: 'open', minute: null },
    ]);
    expect(valid).toEqual([
      closed('XNYS', '2026-11-23'),
      closed('XHKG', '2026-11-24'),
      { mic: 'XNAS', date: '2026-11-24', kind: 'open', minute: null },
    ]);
    expect(refused).toEqual([
      { override: closed('XXXX', '2026-11-24'), fault: 'unknown-exchange' },
    ]);
  });

  it('has nothing to say of an empty list', () => {
    expect(checkOverrides(calendars, [])).toEqual({ valid: [], refused: [] });
  });
});

describe('readDayOverride', () => {
  it('takes a stored override, and nothing else of it', () => {
    const stored = { ...closed('XHKG', '2026-11-24'), note: 'storm' };
    expect(readDayOverride(stored)).toEqual(closed('XHKG', '2026-11-24'));
  });

  it.each([
    [null],
    [undefined],
    ['closed'],
    [[]],
    [{}],
    [{ mic: 'XHKG', date: '2026-11-24', kind: 'shut', minute: null }],
    [{ mic: 'XHKG', date: 20261124, kind: 'closed', minute: null }],
    [{ mic: 'XHKG', date: '2026-11-24', kind: 'early', minute: '12:00' }],
    [{ mic: 'XHKG', date: '2026-11-24', kind: 'closed' }],
    [{ date: '2026-11-24', kind: 'closed', minute: null }],
  ])('takes nothing from %j', (value) => {
    expect(readDayOverride(value)).toBeNull();
  });
});
