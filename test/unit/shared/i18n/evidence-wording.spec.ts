import { describe, expect, it } from 'vitest';
import { enBundle } from '../../../../src/shared/i18n/evidence/en-bundle';
import { zhBundle } from '../../../../src/shared/i18n/evidence/zh-bundle';
import { CHINESE, ENGLISH, render } from './messages';

/**
 * Words that would say why a price moved. The texts of the evidence, and those of the page that it
 * leaves the app as, hold none of them: neither where something was found nor where nothing was.
 */
const ENGLISH_CAUSE =
  /\bcaus|\bbecause\b|\bdue to\b|\bowing to\b|\bthanks to\b|\bdrove\b|\bdriv(e|es|en|ing)\b|\btrigger|\bspark(s|ed)?\b|\bled to\b|\bboost|\blift(s|ed)\b|\bfuel|\bas a result\b|\bin response\b|\battribut|\bexplain(s|ed) (the|this|its) (move|rise|fall|jump)|\breason (for|of|why)\b|\beffect of the (announcement|news)\b|\breact(s|ed)\b/i;
const CHINESE_CAUSE =
  /因为|由于|导致|致使|造成|引发|引起|推动|推高|推升|拉动|提振|拖累|带动|刺激|所致|归因|归功|得益于|受益于|缘于|源于|驱动|影响|原因|因果/;

/**
 * What may stand all the same: that the cause is not known, and the warning that a coincidence is none.
 * And what a confounder does to a verdict, which is no price. Only the whole phrase is forgiven, so that the word in any other place is still found.
 */
const FORGIVEN = {
  en: ['cause unknown', 'A coincidence in time is not a cause.'],
  zh: ['原因不明', '原因未知', '时间上的巧合不等于因果。', '对结论的影响'],
};

function without(text: string, phrases: readonly string[]): string {
  return phrases.reduce(
    (rest, phrase) => rest.replaceAll(new RegExp(phrase.replace('.', '\\.'), 'gi'), ' '),
    text,
  );
}

const isEvidence = ({ path }: { readonly path: string }): boolean => /^evidence[A-Z.]/.test(path);

function textsOf(words: object): readonly string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') {
      const make = value as (...all: string[]) => string;
      return [make(...Array.from({ length: make.length }, (_, at) => String(at)))];
    }
    return typeof value === 'object' && value !== null ? textsOf(value) : [];
  });
}

const english = [
  ...ENGLISH.filter(isEvidence).map((message) => render(message).text),
  ...textsOf(enBundle),
];
const chinese = [
  ...CHINESE.filter(isEvidence).map((message) => render(message).text),
  ...textsOf(zhBundle),
];

describe('the words of the evidence', () => {
  it('are read, all of them', () => {
    expect(english.length).toBeGreaterThan(200);
    expect(chinese.length).toBe(english.length);
  });

  it('never name a cause in English', () => {
    const told = english.filter((text) => ENGLISH_CAUSE.test(without(text, FORGIVEN.en)));
    expect(told).toEqual([]);
  });

  it('never name a cause in Chinese', () => {
    const told = chinese.filter((text) => CHINESE_CAUSE.test(without(text, FORGIVEN.zh)));
    expect(told).toEqual([]);
  });

  it('say that it is not known, and warn of the coincidence', () => {
    for (const phrase of FORGIVEN.en.slice(1)) expect(english.join('\n')).toContain(phrase);
    expect(english).toContain('unusual, cause unknown');
    expect(chinese).toContain('异常，原因不明');
    expect(chinese.join('\n')).toContain('时间上的巧合不等于因果。');
  });

  it.each([
    'The report caused the move',
    'unusual because of the announcement',
    'unusual, cause known',
    'A coincidence in time is not a cause. The chip is the cause.',
    'driven by the news',
    'The share reacted',
  ])('would be found: %s', (text) => {
    expect(without(text, FORGIVEN.en)).toMatch(ENGLISH_CAUSE);
  });

  it.each(['公告导致上涨', '异常，原因是公告', '受消息影响', '涨幅为公告所致', '消息推动股价'])(
    'would be found: %s',
    (text) => {
      expect(without(text, FORGIVEN.zh)).toMatch(CHINESE_CAUSE);
    },
  );
});
