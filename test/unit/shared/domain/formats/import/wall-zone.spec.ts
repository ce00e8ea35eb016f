import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createZoneClock } from '../../../../../../src/shared/domain/calendar/zone-clock';
import { WallZone } from '../../../../../../src/shared/domain/formats/import/wall-zone';
import { readText, rowsOf } from './read-text';

const zoneOf = (timezone: string): WallZone => new WallZone(createZoneClock(timezone));
const seconds = (iso: string): number => Date.parse(`${iso}Z`) / 1000;
const ZONES = ['America/New_York', 'Europe/Berlin', 'Asia/Shanghai', 'Australia/Sydney', 'UTC'];

describe('a wall clock', () => {
  it.each([
    ['America/New_York', '2024-01-02T09:30', '2024-01-02T14:30'],
    ['America/New_York', '2024-07-02T09:30', '2024-07-02T13:30'],
    ['Asia/Hong_Kong', '2024-07-02T09:30', '2024-07-02T01:30'],
    ['America/New_York', '2024-03-10T03:00', '2024-03-10T07:00'],
    ['America/New_York', '2024-03-10T01:59', '2024-03-10T06:59'],
  ])('in %s shows %s at %s UTC', (timezone, wall, utc) => {
    expect(zoneOf(timezone).toUtc(seconds(wall))).toBe(seconds(utc));
  });

  it('never shows the times over which it is moved', () => {
    expect(zoneOf('America/New_York').toUtc(seconds('2024-03-10T02:30'))).toBeNaN();
    expect(zoneOf('Europe/Berlin').toUtc(seconds('2024-03-31T02:00'))).toBeNaN();
  });

  it.each([
    ['America/New_York', '2024-11-03T01:30', '2024-11-03T05:30', '2024-11-03T06:30'],
    ['Europe/Berlin', '2024-10-27T02:30', '2024-10-27T00:30', '2024-10-27T01:30'],
  ])('in %s shows %s twice', (timezone, wall, first, second) => {
    expect(zoneOf(timezone).toUtc(seconds(wall))).toBe(seconds(first));
    expect(zoneOf(timezone).laterOf(seconds(wall))).toBe(seconds(second));
    expect(zoneOf(timezone).laterOf(seconds(wall) + 86_400)).toBeNaN();
  });

  it('comes back from every moment, the first of two equal ones aside', () => {
    const clocks = new Map(ZONES.map((zone) => [zone, createZoneClock(zone)]));
    const zones = new Map([...clocks].map(([name, clock]) => [name, new WallZone(clock)]));
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: seconds('1990-01-01T00:00'), max: seconds('2030-01-01T00:00') }),
        (name, moment) => {
          const offset = (clocks.get(name)?.offsetAt(moment * 1000) as number) / 1000;
          const zone = zones.get(name) as WallZone;
          const wall = moment + offset;
          expect([zone.toUtc(wall), zone.laterOf(wall)]).toContain(moment);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('lets rows go on through the hour that comes twice, and refuses times that never were', () => {
    const header = 'time,open,high,low,close\n';
    const rows = (...times: string[]): string => times.map((time) => `${time},1,3,1,2\n`).join('');
    const autumn = readText(
      header + rows('2024-11-03 01:00', '2024-11-03 01:30', '2024-11-03 01:00', '2024-11-03 01:30'),
      { interval: '30m' },
      { timezone: 'America/New_York' },
    );
    expect(rowsOf(autumn).map(([time]) => String(time).slice(11, 16))).toEqual([
      ...['05:00', '05:30', '06:00', '06:30'],
    ]);
    expect(autumn.faults.map(({ fault }) => fault)).toEqual(['repeated-hour', 'repeated-hour']);
    const spring = readText(
      header + rows('2024-03-10 01:30', '2024-03-10 02:00', '2024-03-10 03:00'),
      { interval: '30m' },
      { timezone: 'America/New_York' },
    );
    expect(spring.faults).toEqual([{ line: 3, fault: 'no-such-time' }]);
  });

  it('says on which date a moment is', () => {
    const moment = seconds('2024-01-02T02:00');
    expect(zoneOf('America/New_York').dayAt(moment)).toBe(seconds('2024-01-01T00:00'));
    expect(zoneOf('Asia/Shanghai').dayAt(moment)).toBe(seconds('2024-01-02T00:00'));
  });
});
