import { describe, expect, it } from 'vitest';
import { ageText } from '../../../../src/features/inbox/age-text';
import { deedOf, travel } from '../../../../src/features/inbox/inbox-keys';
import type { Story } from '../../../../src/shared/domain/feeds/inbox-stories';
import { enInbox } from '../../../../src/shared/i18n/desk/en/inbox';

const key = (name: string, rest = {}) => ({
  ...{ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...rest,
});
const story = (id: number): Story => ({
  lead: {
    ...{ id, feedId: 1, title: '', summary: '', url: null, publishedAt: null, seenAt: 0 },
    ...{ read: false, starred: false },
  },
  others: [],
  score: { score: 0, isLikely: false, reasons: [], companyIds: [], programmeIds: [] },
});
const stories = [story(1), story(2), story(3)];
const to = (name: string, from: number | null) => travel(key(name), stories, from)?.lead.id;

describe('the keys of the inbox', () => {
  it('travel down and up, and stop at both ends', () => {
    expect([to('j', 1), to('J', 2), to('ArrowDown', 3), to('k', 2), to('ArrowUp', 1)]).toEqual([
      ...[2, 3, 3, 1, 1],
    ]);
    expect([to('End', 1), to('Home', 3), to('PageDown', 1), to('j', null), to('j', 99)]).toEqual([
      ...[3, 1, 3, 1, 1],
    ]);
    expect(travel(key('j'), [], null)).toBeNull();
  });

  it('do things', () => {
    expect(['Enter', 's', 'U', 'x', 'Delete', 'm'].map((name) => deedOf(key(name)))).toEqual([
      ...['open', 'star', 'read', 'dismiss', 'dismiss', 'draft'],
    ]);
  });

  it('leave to others what is theirs', () => {
    expect(deedOf(key('q'))).toBeNull();
    expect(to('q', 1)).toBeUndefined();
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(deedOf(key('x', held))).toBeNull();
      expect(travel(key('j', held), stories, 1)).toBeNull();
    }
  });
});

describe('ageText', () => {
  const NOW = Date.UTC(2026, 4, 28, 12);
  it.each([
    [NOW + 5000, 'now'],
    [NOW - 59_000, 'now'],
    [NOW - 60_000, '1 min'],
    [NOW - 59 * 60_000, '59 min'],
    [NOW - 3_600_000, '1 h'],
    [NOW - 47 * 3_600_000, '47 h'],
    [NOW - 48 * 3_600_000, '2 d'],
    [Date.UTC(2025, 0, 5), '2025-01'],
    [null, 'date unknown'],
  ])('of %s is %s', (publishedAt, text) => {
    expect(ageText({ publishedAt }, NOW, enInbox)).toBe(text);
  });
});
