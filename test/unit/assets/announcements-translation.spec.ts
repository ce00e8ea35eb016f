import { describe, expect, it } from 'vitest';
import {
  chineseNumbers,
  englishNumbers,
  englishWordNumbers,
  namesWithDigits,
} from '../../helpers/announcement-numbers';
import { announcements } from '../../helpers/announcement-set';

const CHINESE = /[\u4e00-\u9fff]/;

/** Entries for which `problem` finds something, with what it found. */
function problems(problem: (en: string, zh: string) => readonly unknown[]): unknown[] {
  return announcements
    .map((entry) => [entry.id, problem(entry.summary.en, entry.summary.zh)] as const)
    .filter(([, found]) => found.length > 0);
}

describe('the Chinese texts', () => {
  it('hold Chinese characters and are not the English text', () => {
    for (const { id, title, summary } of announcements) {
      for (const text of [title, summary]) {
        expect(CHINESE.test(text.zh), id).toBe(true);
        expect(CHINESE.test(text.en), id).toBe(false);
      }
    }
  });

  it('end their summaries with one full stop and use full-width marks', () => {
    const bad = /[,;!?] |[\u4e00-\u9fff][,;:?!(]|[^。]$|。。|\s$/;
    expect(problems((_, zh) => zh.match(bad) ?? [])).toEqual([]);
  });

  it('keep every number of the English summary', () => {
    expect(
      problems((en, zh) => {
        const stated = chineseNumbers(zh);
        return [...englishNumbers(en)].filter((value) => !stated.has(value));
      }),
    ).toEqual([]);
  });

  it('add no number that the English summary has neither in digits nor in words', () => {
    expect(
      problems((en, zh) => {
        const stated = new Set([...englishNumbers(en), ...englishWordNumbers(en)]);
        return [...chineseNumbers(zh)].filter((value) => !stated.has(value));
      }),
    ).toEqual([]);
  });

  it('keep every product name that holds digits', () => {
    expect(problems((en, zh) => namesWithDigits(en).filter((name) => !zh.includes(name)))).toEqual(
      [],
    );
  });

  it.each<[RegExp, RegExp]>([
    [/\breportedly\b|\bwas reported\b/i, /据报道/],
    [/\breported (that|on)\b|\breports? said\b|\breports\b/i, /报道|公布|转述/],
    [/\bsources\b/i, /消息人士|业内人士|来源/],
    [/\bsaid to\b/i, /据称|要求/],
    [/\b(may|might|could)\b/, /可能|或|可|只能|不具/],
    [/\bexpect(s|ed)\b/i, /预计|预期|预测/],
    [/\bplan(s|ned)\b/i, /计划|规划|原定/],
    [/\b(about|around|roughly|nearly|near|almost) (HK|US)?\$?\d/i, /约|近|左右|前后|大约/],
    [/\bup to\b|\bas (much|many) as\b/i, /最多|最高|最长|至多|多达|最大/],
    [/\bat least\b/i, /至少/],
    [/\b(more than|over) (HK|US)?\$?\d/i, /超过|逾|多|以上|余/],
    [/\bclaim(s|ed|ing)?\b/i, /称|宣称|承诺/],
    [/\b(did not|neither|declined to|no|not)\b/i, /未|不|没有|无|拒绝|非|避免/],
  ])('keep the hedge %s', (hedge, kept) => {
    expect(problems((en, zh) => (hedge.test(en) && !kept.test(zh) ? [en] : []))).toEqual([]);
  });
});

describe('reading numbers out of a text', () => {
  it.each([
    ['$350-370 million', '3.5亿至3.7亿美元'],
    ['$52-56 billion, up from about $41 billion', '520-560亿美元，此前约410亿美元'],
    ['16,384 of 23,000 chips at 1.5 to 1.9 times', '23,000颗中的16,384颗，1.5至1.9倍'],
    ['a rise of 4,300% to 2.88 billion', '增长4,300%，至28.8亿'],
  ])('finds the same values in "%s" and "%s"', (en, zh) => {
    expect([...englishNumbers(en)].sort()).toEqual([...chineseNumbers(zh)].sort());
  });

  it('sees a wrong, a missing and an added number', () => {
    expect(chineseNumbers('35亿美元')).not.toContain(350e6);
    expect(englishNumbers('6.9 billion transistors on 7 nm')).toEqual(new Set([6.9e9, 7]));
    expect(englishWordNumbers('six billion transistors in May')).toEqual(new Set([6e9, 5]));
  });

  it('takes digits of names for names', () => {
    expect(englishNumbers('the A4 with HBM3e')).toEqual(new Set());
    expect(namesWithDigits('the A4 with HBM3e in Q1 2026')).toEqual(['A4', 'HBM3e']);
  });
});
