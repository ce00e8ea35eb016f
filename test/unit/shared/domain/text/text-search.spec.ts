import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PINYIN_TABLE } from '../../../../../src/shared/domain/text/pinyin-table';
import { createReadings } from '../../../../../src/shared/domain/text/readings';
import {
  fold,
  holdsWords,
  queryWords,
  rankText,
  rankTexts,
  searchText,
} from '../../../../../src/shared/domain/text/text-search';

const readings = createReadings(PINYIN_TABLE);

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
    expect(rankText(searchText(text), word)).toBe(rank);
  });
});

describe('Chinese by its sound', () => {
  const rankOf = (text: string, word: string, isName: boolean): number =>
    rankText(searchText(text, { readings, isName }), word);

  it.each([
    ['智谱', 'zhipu', 2],
    ['智谱', 'zhip', 2],
    ['智谱', 'zp', 2],
    ['智谱', 'zhp', 2],
    ['智谱', 'zpu', 2],
    ['智谱', 'pu', 1],
    ['智谱', 'hi', 0],
    ['智谱', 'zq', 0],
    ['智谱', 'zhipux', 0],
    ['重庆银行', 'chongqing', 2],
    ['重庆银行', 'cqyh', 2],
    ['绿地', 'lvdi', 2],
    ['绿地', 'ludi', 2],
    ['騰訊', 'tengxun', 2],
    ['字节跳动CPU', 'zjtdcpu', 2],
    ['LG电子', 'lgdianzi', 2],
    ['阿里巴巴', '阿里', 3],
  ])('finds the name %s by %s with rank %d', (text, word, rank) => {
    expect(rankOf(text, word, true)).toBe(rank);
  });

  it('finds a sentence by whole syllables, not by the first letters of any two characters', () => {
    expect(rankOf('字节跳动正在研发芯片', 'xinpian', false)).toBe(1);
    expect(rankOf('字节跳动正在研发芯片', 'xinp', false)).toBe(1);
    expect(rankOf('字节跳动正在研发芯片', 'xp', false)).toBe(0);
  });

  it('never takes a part of a syllable for its beginning: "ai" is not in "zai"', () => {
    expect(rankOf('正在研发', 'ai', false)).toBe(0);
  });

  it('is not heard before the readings are there, nor in a text without Chinese', () => {
    expect(rankText(searchText('智谱', { isName: true }), 'zhipu')).toBe(0);
    expect(searchText('Zhipu', { readings }).sounds).toBeNull();
  });

  it('finds every name of the table by the syllables and by the initials of its characters', () => {
    const known = PINYIN_TABLE.join(' ')
      .split(' ')
      .flatMap((entry) => [...(entry.split(':')[1] ?? '')]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 6 }), (name) => {
        const text = searchText(name.join(''), { readings, isName: true });
        const sounds = name.map((character) => readings(fold(character))[0] ?? '');
        fc.pre(sounds.every((sound) => sound !== ''));
        expect(rankText(text, sounds.join(''))).toBe(2);
        expect(rankText(text, sounds.map((sound) => sound[0]).join(''))).toBe(2);
      }),
    );
  });

  it('answers long words of one letter at once', () => {
    const text = searchText('啊'.repeat(200), { readings, isName: true });
    expect(rankText(text, 'a'.repeat(200))).toBe(2);
    expect(rankText(text, `${'a'.repeat(199)}b`)).toBe(0);
  });
});

describe('the rank of several words', () => {
  const texts = ['google', '谷歌', 'google reveals the tensor processing unit', '2016-05-18'].map(
    (text) => searchText(text, { readings }),
  );

  it('needs all of them somewhere', () => {
    expect(rankTexts(texts, queryWords('google tensor'))).toBe(2.5);
    expect(rankTexts(texts, queryWords('谷歌 2016'))).toBe(3);
    expect(rankTexts(texts, queryWords('google gpu'))).toBe(0);
    expect(holdsWords(texts, queryWords('guge 2016'))).toBe(true);
    expect(holdsWords(texts, queryWords('google gpu'))).toBe(false);
  });

  it('is nothing for nothing, which nothing has to answer', () => {
    expect(queryWords('  ')).toEqual([]);
    expect(rankTexts(texts, [])).toBe(0);
    expect(holdsWords(texts, [])).toBe(true);
  });

  it('finds every text by any part of it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, from, length) => {
        const folded = fold(text);
        const at = from % Math.max(1, folded.length);
        const part = folded.slice(at, at + 1 + (length % 5));
        const words = queryWords(part);
        if (words.length > 0) expect(rankTexts([searchText(text)], words)).toBeGreaterThan(0);
      }),
    );
  });
});
