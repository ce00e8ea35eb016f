import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeedDate } from '../../../../../src/shared/domain/feeds/feed-date';

const iso = (text: string): string | null => {
  const moment = readFeedDate(text);
  return moment === null ? null : new Date(moment).toISOString();
};

describe('readFeedDate', () => {
  it.each([
    ['Thu, 28 May 2026 09:30:00 GMT', '2026-05-28T09:30:00.000Z'],
    ['Thu, 28 May 2026 09:30:00 +0800', '2026-05-28T01:30:00.000Z'],
    ['Thu, 28 May 2026 09:30:00 +08:00', '2026-05-28T01:30:00.000Z'],
    ['Thu, 28 May 2026 09:30:00 -0430', '2026-05-28T14:00:00.000Z'],
    ['Thu, 28 May 2026 09:30:00 EDT', '2026-05-28T13:30:00.000Z'],
    ['Thu, 28 May 2026 09:30:00 PST', '2026-05-28T17:30:00.000Z'],
    ['Thu, 28 May 26 09:30 GMT', '2026-05-28T09:30:00.000Z'],
    ['28 May 2026 09:30:00 Z', '2026-05-28T09:30:00.000Z'],
    ['Thursday, 28-May-26 09:30:00 GMT', '2026-05-28T09:30:00.000Z'],
    ['Thu,28 May 2026 09:30:00 GMT', '2026-05-28T09:30:00.000Z'],
    ['thu, 28 may 2026 9:30:00 gmt', '2026-05-28T09:30:00.000Z'],
    ['Thu, 28 May 2026', '2026-05-28T00:00:00.000Z'],
    ['Thurs, 28 May 2026 09:30:60 GMT', '2026-05-28T09:30:59.000Z'],
    ['1 Sept 2026 00:00:00 GMT', '2026-09-01T00:00:00.000Z'],
    ['Thu, 28 May 2026 09:30:00 GMT+0800', '2026-05-28T01:30:00.000Z'],
    ['Thu, 28 May 2026 09:30:00 +0000 (UTC)', '2026-05-28T09:30:00.000Z'],
    ['2026-05-28T09:30:00Z', '2026-05-28T09:30:00.000Z'],
    ['2026-05-28T09:30:00.123456+08:00', '2026-05-28T01:30:00.000Z'],
    ['2026-05-28T09:30:00+0800', '2026-05-28T01:30:00.000Z'],
    ['2026-05-28T09:30Z', '2026-05-28T09:30:00.000Z'],
    ['2026-05-28 09:30:00', '2026-05-28T09:30:00.000Z'],
    ['2026-05-28 09:30:00 +0800', '2026-05-28T01:30:00.000Z'],
    ['2026/5/28 9:30', '2026-05-28T09:30:00.000Z'],
    ['2026-05-28', '2026-05-28T00:00:00.000Z'],
    ['2026-05', '2026-05-01T00:00:00.000Z'],
    ['2026年5月28日 09:30', '2026-05-28T09:30:00.000Z'],
    ['2026年5月28日', '2026-05-28T00:00:00.000Z'],
    ['20260528T093000Z', '2026-05-28T09:30:00.000Z'],
    ['20260528', '2026-05-28T00:00:00.000Z'],
    ['Thu May 28 09:30:00 2026', '2026-05-28T09:30:00.000Z'],
    ['Thu May 28 09:30:00 PDT 2026', '2026-05-28T16:30:00.000Z'],
    ['May 28, 2026 9:30 PM EST', '2026-05-29T02:30:00.000Z'],
    ['May 28, 2026 at 12:05 am', '2026-05-28T00:05:00.000Z'],
    ['  Thu,\n 28 May 2026   09:30:00 GMT ', '2026-05-28T09:30:00.000Z'],
    ['1779960600', '2026-05-28T09:30:00.000Z'],
    ['1779960600000', '2026-05-28T09:30:00.000Z'],
    ['29 Feb 2024 00:00:00 GMT', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '30 Feb 2026 00:00:00 GMT',
    '2026-13-01',
    '2026-05-28T25:00:00Z',
    '2026-05-28T09:61:00Z',
    '28 Foo 2026',
    '0000-00-00 00:00:00',
    '1970-01-01T00:00:00Z',
    '2999-01-01',
    '12345',
    'Thu, 99 May 2026',
  ])('does not guess at %j', (text) => {
    expect(readFeedDate(text)).toBeNull();
  });

  it('reads back what three standards write, at any moment', () => {
    const moments = fc.integer({ min: Date.UTC(1990, 0, 2), max: Date.UTC(2069, 0, 1) });
    fc.assert(
      fc.property(moments, (ms) => {
        const moment = Math.floor(ms / 1000) * 1000;
        const date = new Date(moment);
        expect(readFeedDate(date.toISOString())).toBe(moment);
        expect(readFeedDate(date.toUTCString())).toBe(moment);
        expect(readFeedDate(String(moment / 1000).padStart(10, '0'))).toBe(moment);
      }),
    );
  });

  it('never throws and never leaves its years', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const moment = readFeedDate(text);
        expect(moment === null || (moment > 0 && moment < Date.UTC(2100, 0, 1))).toBe(true);
      }),
    );
  });
});
