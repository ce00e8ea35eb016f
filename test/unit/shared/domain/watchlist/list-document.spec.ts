import { describe, expect, it } from 'vitest';
import {
  isUnnamed,
  listDocument,
  listName,
  sectionName,
} from '../../../../../src/shared/domain/watchlist/list-document';
import type { Watchlist } from '../../../../../src/shared/domain/watchlist/watchlist';
import { SEED_NAMES } from '../../../../helpers/random-list-edit';
import { itemOf, listOf, sectionOf } from '../../../../helpers/watchlist-samples';

const FIRST: Watchlist = {
  ...{ id: 1, name: null, seed: 'chip-race' },
  sections: [
    sectionOf(10, null, [itemOf(1, 'XNAS:NVDA', { written: 'NASDAQ:NVDA', note: 'n' })]),
    { id: 11, name: null, seed: 'ai-labs', items: [] },
    { id: 12, name: 'Mine', seed: 'ai-labs', items: [] },
  ],
};

describe('the document of a list', () => {
  it('has names written out and no identities', () => {
    expect(listDocument(FIRST, SEED_NAMES)).toEqual({
      name: 'The chip race',
      sections: [
        {
          name: null,
          items: [
            {
              ...{ symbol: 'XNAS:NVDA', written: 'NASDAQ:NVDA', note: 'n' },
              ...{ flags: [], targets: [], lots: [] },
            },
          ],
        },
        { name: 'AI labs', items: [] },
        { name: 'Mine', items: [] },
      ],
    });
  });

  it("prefers the user's own name, and knows the one section without any", () => {
    expect(listName(listOf(2, 'Own'), SEED_NAMES)).toBe('Own');
    expect(listName(listOf(2, null), SEED_NAMES)).toBe('');
    expect(FIRST.sections.map((section) => sectionName(section, SEED_NAMES))).toEqual([
      ...[null, 'AI labs', 'Mine'],
    ]);
    expect(FIRST.sections.map(isUnnamed)).toEqual([true, false, false]);
  });
});
