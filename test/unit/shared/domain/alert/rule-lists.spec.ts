import { describe, expect, it } from 'vitest';
import { ruleLists } from '../../../../../src/shared/domain/alert/rule-lists';
import type { SeedNames } from '../../../../../src/shared/domain/watchlist/list-document';
import { listOf } from '../../../../helpers/watchlist-samples';

const named = (chipRace: string): SeedNames => ({
  lists: { 'chip-race': chipRace },
  sections: {} as SeedNames['sections'],
});
const NAMES = [named('Chip race'), named('芯片竞赛')];
const LISTS = ruleLists(
  [
    { ...listOf(1, null), seed: 'chip-race' },
    listOf(2, 'Memory'),
    listOf(3, 'memory'),
    listOf(4, 'Twice'),
    listOf(5, 'Twice'),
    listOf(6, 'ＡＩ labs'),
  ],
  NAMES,
);

describe('a list in a file of rules', () => {
  it.each([
    ['Memory', 2],
    ['memory', 3],
    [' Memory ', 2],
    ['Chip race', 1],
    ['芯片竞赛', 1],
    ['CHIP RACE', 1],
    ['ai LABS', 6],
    [2, 2],
  ])('called %j is the one of that name', (written, listId) => {
    expect(LISTS.find(written)).toEqual({ ok: true, listId });
  });

  it.each([
    ['MEMORY', 'ambiguous-list'],
    ['Twice', 'ambiguous-list'],
    ['Foundries', 'unknown-list'],
    ['', 'unknown-list'],
    ['2', 'unknown-list'],
    [7, 'unknown-list'],
  ])('called %j is none that could be meant', (written, fault) => {
    expect(LISTS.find(written)).toEqual({ ok: false, fault });
  });

  it('goes by the name in the language of the user', () => {
    expect([1, 2, 7].map((id) => LISTS.nameOf(id))).toEqual(['Chip race', 'Memory', null]);
  });
});
