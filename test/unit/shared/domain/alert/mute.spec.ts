import { describe, expect, it } from 'vitest';
import { muteEnd } from '../../../../../src/shared/domain/alert/mute';
import { createZoneClock } from '../../../../../src/shared/domain/calendar/zone-clock';

const end = (choice: 'hour' | 'tomorrow', zone: string, moment: string): string =>
  new Date(muteEnd(choice, createZoneClock(zone), Date.parse(moment))).toISOString();

describe('muteEnd', () => {
  it('lasts an hour by the clock on the machine, also while the wall jumps', () => {
    expect(end('hour', 'UTC', '2026-05-28T14:10:00Z')).toBe('2026-05-28T15:10:00.000Z');
    expect(end('hour', 'Europe/Berlin', '2026-10-25T00:30:00Z')).toBe('2026-10-25T01:30:00.000Z');
  });

  it('lasts until eight in the morning of the next day', () => {
    expect(end('tomorrow', 'UTC', '2026-05-28T14:10:00Z')).toBe('2026-05-29T08:00:00.000Z');
    expect(end('tomorrow', 'Asia/Shanghai', '2026-05-28T14:10:00Z')).toBe(
      '2026-05-29T00:00:00.000Z',
    );
    expect(end('tomorrow', 'UTC', '2026-05-28T04:00:00Z')).toBe('2026-05-29T08:00:00.000Z');
  });

  it('takes the coming morning for tomorrow while it is still night', () => {
    expect(end('tomorrow', 'UTC', '2026-05-28T03:59:00Z')).toBe('2026-05-28T08:00:00.000Z');
    expect(end('tomorrow', 'America/New_York', '2026-03-08T06:30:00Z')).toBe(
      '2026-03-08T12:00:00.000Z',
    );
  });
});
