import { describe, expect, it } from 'vitest';
import { groupRows } from '../../../../../src/shared/domain/watchlist/group-rows';

const rows = [
  { id: 1, venue: 'XNAS' },
  { id: 2, venue: 'XKRX' },
  { id: 3, venue: null },
  { id: 4, venue: 'XHKG' },
  { id: 5, venue: 'XNAS' },
];
const groupsOf = (order: readonly string[]) =>
  groupRows(rows, ({ venue }) => venue, order).map(
    ({ key, rows: members }) => [key, members.map(({ id }) => id)] as const,
  );

describe('groupRows', () => {
  it('keeps the order of rows, and of groups as they first appear', () => {
    expect(groupsOf([])).toEqual([
      ['XNAS', [1, 5]],
      ['XKRX', [2]],
      ['XHKG', [4]],
      [null, [3]],
    ]);
  });

  it('puts named groups first, leaves empty ones out, and those without a key last', () => {
    expect(groupsOf(['XTKS', 'XHKG']).map(([key]) => key)).toEqual(['XHKG', 'XNAS', 'XKRX', null]);
  });
});
