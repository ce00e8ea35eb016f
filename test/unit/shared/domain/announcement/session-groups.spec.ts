import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Placement } from '../../../../../src/shared/domain/announcement/placement';
import { groupBySession } from '../../../../../src/shared/domain/announcement/session-groups';

const DAY = 86_400;
const item = (id: string, date: string, index: number) => ({
  announcement: { id, date },
  placement: { kind: 'session', index, sessionKey: index * DAY, shifted: false } as Placement,
});

describe('groupBySession', () => {
  it('puts what stands on one bar together, by date and then by id', () => {
    const groups = groupBySession([
      item('late', '2026-11-09', 5),
      item('other', '2026-11-02', 0),
      item('b', '2026-11-07', 5),
      item('a', '2026-11-07', 5),
    ]);
    expect(groups).toEqual([
      { index: 0, sessionKey: 0, announcements: [{ id: 'other', date: '2026-11-02' }] },
      {
        index: 5,
        sessionKey: 5 * DAY,
        announcements: [
          { id: 'a', date: '2026-11-07' },
          { id: 'b', date: '2026-11-07' },
          { id: 'late', date: '2026-11-09' },
        ],
      },
    ]);
  });

  it('leaves out what is no point', () => {
    const announcement = { id: 'span', date: '2026-01-01' };
    const placed = [
      { announcement, placement: { kind: 'span', fromKey: 0, toKey: DAY } as const },
      { announcement, placement: { kind: 'none', reason: 'gap' } as const },
    ];
    expect(groupBySession(placed)).toEqual([]);
    expect(groupBySession([])).toEqual([]);
  });

  it('gives the same groups in any order of its input, loses nothing and leaves the input alone', () => {
    const placed = fc.uniqueArray(
      fc.record({ id: fc.nat(500), day: fc.integer({ min: 10, max: 28 }), index: fc.nat(5) }),
      { selector: ({ id }) => id, maxLength: 30 },
    );
    fc.assert(
      fc.property(placed, (entries) => {
        const items = entries.map(({ id, day, index }) =>
          item(`id-${id}`, `2026-01-${day}`, index),
        );
        const before = [...items];
        const groups = groupBySession(items);
        expect(items).toEqual(before);
        expect(groupBySession([...items].reverse())).toEqual(groups);
        expect(groups.flatMap(({ announcements }) => announcements)).toHaveLength(items.length);
        const indices = groups.map(({ index }) => index);
        expect(indices).toEqual([...new Set(indices)].sort((left, right) => left - right));
      }),
    );
  });
});
