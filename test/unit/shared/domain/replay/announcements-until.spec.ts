import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../../../src/shared/domain/announcement/announcement';
import { createPublicationClock } from '../../../../../src/shared/domain/replay/announcements-until';

type Dated = Pick<Announcement, 'date' | 'precision' | 'at'>;

const publicAt = (announcement: Dated): string =>
  new Date(createPublicationClock()(announcement)).toISOString().slice(0, 16);

describe('an announcement was public for certain', () => {
  it('at its time on the clocks of its zone', () => {
    const at = { zone: 'Asia/Shanghai', time: '09:30' };
    expect(publicAt({ date: '2026-05-28', precision: 'day', at })).toBe('2026-05-28T01:30');
  });

  it('when its day is over there, where no time is known', () => {
    const at = { zone: 'Asia/Shanghai', time: null };
    expect(publicAt({ date: '2026-05-28', precision: 'day', at })).toBe('2026-05-28T16:00');
  });

  it('when its day is over in California, where no zone is known', () => {
    expect(publicAt({ date: '2026-05-28', precision: 'day', at: null })).toBe('2026-05-29T07:00');
    expect(publicAt({ date: '2026-01-28', precision: 'day', at: null })).toBe('2026-01-29T08:00');
  });

  it.each([
    ['month', '2026-05-01', '2026-06-01T07:00'],
    ['quarter', '2026-04-01', '2026-07-01T07:00'],
    ['year', '2026-01-01', '2027-01-01T08:00'],
  ] as const)('when its %s is over', (precision, date, end) => {
    expect(publicAt({ date, precision, at: null })).toBe(end);
  });
});
