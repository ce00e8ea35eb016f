import { describe, expect, it } from 'vitest';
import { DEFAULT_LIST_LOOK } from '../../../../src/shared/domain/watchlist/list-look';
import { listLook } from '../../../../src/shared/ipc/list-look-schema';

describe('the look of lists on its way to main', () => {
  it('passes as it is', () => {
    const sort = { by: 'name', direction: 'ascending' } as const;
    for (const look of [DEFAULT_LIST_LOOK, { ...DEFAULT_LIST_LOOK, sort, columns: [] }]) {
      expect(listLook.parse(look)).toEqual(look);
    }
  });

  it.each([
    { ...DEFAULT_LIST_LOOK, columns: ['last', 'last'] },
    { ...DEFAULT_LIST_LOOK, columns: ['beta'] },
    { ...DEFAULT_LIST_LOOK, sort: { by: 'last', direction: 'sideways' } },
    { ...DEFAULT_LIST_LOOK, displayCurrency: 'ZZZ' },
    { ...DEFAULT_LIST_LOOK, path: '/etc' },
    { columns: [] },
  ])('is refused as %j', (look) => {
    expect(listLook.safeParse(look).success).toBe(false);
  });
});
