import { describe, expect, it } from 'vitest';
import { nextSort } from '../../../../../src/shared/domain/watchlist/list-column';
import {
  DEFAULT_LIST_LOOK,
  readListLook,
} from '../../../../../src/shared/domain/watchlist/list-look';

describe('readListLook', () => {
  it('reads what was written', () => {
    const sorted = { ...DEFAULT_LIST_LOOK, sort: { by: 'gain', direction: 'descending' } } as const;
    expect(readListLook(structuredClone(sorted))).toEqual(sorted);
    expect(readListLook(DEFAULT_LIST_LOOK)).toEqual(DEFAULT_LIST_LOOK);
  });

  it('keeps the order of columns, and leaves out those that it does not know and second ones', () => {
    const stored = { ...DEFAULT_LIST_LOOK, columns: ['age', 'volume', 'beta', 'last', 'age'] };
    expect(readListLook(stored)?.columns).toEqual(['age', 'volume', 'last']);
  });

  it('takes a sort that it does not know for none', () => {
    expect(readListLook({ ...DEFAULT_LIST_LOOK, sort: { by: 'beta' } })?.sort).toBeNull();
  });

  it.each([
    null,
    'look',
    {},
    { ...DEFAULT_LIST_LOOK, columns: 'last' },
    { ...DEFAULT_LIST_LOOK, density: 'huge' },
  ])('refuses %j', (stored) => {
    expect(readListLook(stored)).toBeNull();
  });
});

describe('nextSort', () => {
  it('goes from what is usually looked at to the other end, and back to the own order', () => {
    const first = nextSort(null, 'changePercent');
    expect(first).toEqual({ by: 'changePercent', direction: 'descending' });
    const second = nextSort(first, 'changePercent');
    expect(second).toEqual({ by: 'changePercent', direction: 'ascending' });
    expect(nextSort(second, 'changePercent')).toBeNull();
  });

  it('starts with A for words and with the nearest for days, ages and targets', () => {
    const first = { by: 'last', direction: 'ascending' } as const;
    for (const by of ['name', 'note', 'age', 'nextAnnouncement', 'target'] as const) {
      expect(nextSort(first, by)).toEqual({ by, direction: 'ascending' });
    }
  });
});
