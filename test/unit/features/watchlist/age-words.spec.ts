import { expect, it } from 'vitest';
import { ageWords } from '../../../../src/features/watchlist/age-words';
import { enLists } from '../../../../src/shared/i18n/desk/en/lists';

it.each([
  [-5, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [3_599_999, '59 min'],
  [3_600_000, '1 h'],
  [47.9 * 3_600_000, '47 h'],
  [48 * 3_600_000, '2 d'],
])('%i ms are %s', (ageMs, words) => {
  expect(ageWords(ageMs, enLists)).toBe(words);
});
