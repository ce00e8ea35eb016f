import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quietUntil } from '../../../../../src/shared/domain/alert/quiet-hours';
import { createZoneClock } from '../../../../../src/shared/domain/calendar/zone-clock';

const NIGHT = { fromMinute: 22 * 60, toMinute: 7 * 60 };
const LUNCH = { fromMinute: 12 * 60, toMinute: 13 * 60 };
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
].map(createZoneClock);

const utc = (text: string): number => Date.parse(text);
const until = (hours: typeof NIGHT, zone: string, moment: string): string | null => {
  const end = quietUntil(hours, createZoneClock(zone), utc(moment));
  return end === null ? null : new Date(end).toISOString();
};

describe('quietUntil', () => {
  it('goes over midnight', () => {
    expect(until(NIGHT, 'UTC', '2026-05-28T21:59:59Z')).toBeNull();
    expect(until(NIGHT, 'UTC', '2026-05-28T22:00:00Z')).toBe('2026-05-29T07:00:00.000Z');
    expect(until(NIGHT, 'UTC', '2026-05-29T06:59:59Z')).toBe('2026-05-29T07:00:00.000Z');
    expect(until(NIGHT, 'UTC', '2026-05-29T07:00:00Z')).toBeNull();
  });

  it('stays inside a day', () => {
    expect(until(LUNCH, 'Asia/Shanghai', '2026-05-28T04:30:00Z')).toBe('2026-05-28T05:00:00.000Z');
    expect(until(LUNCH, 'Asia/Shanghai', '2026-05-28T05:00:00Z')).toBeNull();
  });

  it('knows no quiet hours that end as they begin', () => {
    expect(until({ fromMinute: 60, toMinute: 60 }, 'UTC', '2026-05-28T01:00:00Z')).toBeNull();
  });

  it('ends when the wall says so, in a night that loses an hour and in one that has one twice', () => {
    // Berlin: clocks go forward at 2026-03-29 01:00 UTC, and back at 2026-10-25 01:00 UTC.
    expect(until(NIGHT, 'Europe/Berlin', '2026-03-28T22:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(until(NIGHT, 'Europe/Berlin', '2026-10-24T21:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
    const early = { fromMinute: 60, toMinute: 150 };
    for (const moment of ['2026-10-24T23:30:00Z', '2026-10-25T00:20:00Z', '2026-10-25T01:20:00Z']) {
      expect(until(early, 'Europe/Berlin', moment), moment).toBe('2026-10-25T01:30:00.000Z');
    }
  });

  it('follows the user into another zone', () => {
    expect(until(NIGHT, 'America/New_York', '2026-05-28T23:00:00Z')).toBeNull();
    expect(until(NIGHT, 'Europe/Berlin', '2026-05-28T23:00:00Z')).toBe('2026-05-29T05:00:00.000Z');
  });

  const moments = fc
    .integer({ min: utc('2024-01-01T00:00:00Z'), max: utc('2028-01-01T00:00:00Z') })
    .map((ms) => Math.floor(ms / MINUTE_MS) * MINUTE_MS);
  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const spans = fc.record({ fromMinute: minutes, toMinute: minutes });
  const zones = fc.constantFrom(...ZONES);

  it('agrees with what the wall shows on every day without a change of the clocks', () => {
    fc.assert(
      fc.property(spans, zones, moments, (hours, clock, nowMs) => {
        const { fromMinute: from, toMinute: to } = hours;
        fc.pre(clock.offsetAt(nowMs - 2 * DAY_MS) === clock.offsetAt(nowMs + 2 * DAY_MS));
        const wall = new Date(clock.wallAt(nowMs));
        const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
        const inside = from < to ? minute >= from && minute < to : minute >= from || minute < to;
        expect(quietUntil(hours, clock, nowMs) !== null).toBe(from !== to && inside);
      }),
    );
  });

  it('ends later than now, within a day and the longest change of the clocks, on the minute that was set', () => {
    fc.assert(
      fc.property(spans, zones, moments, (hours, clock, nowMs) => {
        const end = quietUntil(hours, clock, nowMs);
        if (end === null) return;
        expect(end).toBeGreaterThan(nowMs);
        expect(end - nowMs).toBeLessThanOrEqual(DAY_MS + 60 * MINUTE_MS);
        const wall = new Date(clock.wallAt(end));
        const shown = wall.getUTCHours() * 60 + wall.getUTCMinutes();
        // A minute that the wall leaves out cannot be shown.
        if (clock.offsetAt(end) === clock.offsetAt(end - 180 * MINUTE_MS)) {
          expect(shown).toBe(hours.toMinute);
        }
      }),
    );
  });

  it('is quiet without a break until it ends, whatever the clocks do meanwhile', () => {
    fc.assert(
      fc.property(spans, zones, moments, fc.double({ min: 0, max: 1, noNaN: true }), (...given) => {
        const [hours, clock, nowMs, part] = given;
        const end = quietUntil(hours, clock, nowMs);
        if (end === null) return;
        const between = Math.floor(nowMs + (end - 1 - nowMs) * part);
        expect(quietUntil(hours, clock, between)).toBe(end);
      }),
    );
  });
});
