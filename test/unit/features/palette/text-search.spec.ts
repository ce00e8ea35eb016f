import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fold,
  queryWords,
  rankText,
  rankTexts,
} from '../../../../src/features/palette/text-search';

describe('folding', () => {
  it.each([
    ['Jalapeño', 'jalapeno'],
    ['ＴＰＵ', 'tpu'],
    ['XNAS:GOOGL', 'xnas:googl'],
    ['苹果', '苹果'],
  ])('makes %s comparable', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('is stable', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('the rank of one word', () => {
  it.each([
    ['google reveals the tpu', 'goo', 3],
    ['google reveals the tpu', 'tpu', 2],
    ['google reveals the tpu', 'evea', 1],
    ['google reveals the tpu', 'gpu', 0],
    ['a reveal that veals', 'veal', 2],
    ['xhkg:02513', '02513', 2],
    ['苹果发布m1', '发布', 2],
    ['苹果发布m1', '苹', 3],
  ])('in "%s" of "%s" is %d', (text, word, rank) => {
    expect(rankText(text, word)).toBe(rank);
  });
});

describe('the rank of several words', () => {
  const texts = ['google', '谷歌', 'google reveals the tensor processing unit', '2016-05-18'];

  it('needs all of them somewhere', () => {
    expect(rankTexts(texts, queryWords('google tensor'))).toBe(2.5);
    expect(rankTexts(texts, queryWords('谷歌 2016'))).toBe(3);
    expect(rankTexts(texts, queryWords('google gpu'))).toBe(0);
  });

  it('is nothing for nothing', () => {
    expect(queryWords('  ')).toEqual([]);
    expect(rankTexts(texts, [])).toBe(0);
  });

  it('finds every text by any part of it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, from, length) => {
        const folded = fold(text);
        const at = from % Math.max(1, folded.length);
        const part = folded.slice(at, at + 1 + (length % 5));
        const words = queryWords(part);
        if (words.length > 0) expect(rankTexts([folded], words)).toBeGreaterThan(0);
      }),
    );
  });
});
