import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLexicon } from '../../../../../src/shared/domain/feeds/headline-lexicon';
import { LIKELY_SCORE, scoreHeadline } from '../../../../../src/shared/domain/feeds/score-headline';
import { BUNDLED_ANNOUNCEMENTS } from '../../../../../electron/store/announcements/bundled-announcements';
import { mergeAnnouncementSets } from '../../../../../electron/store/announcements/announcement-repository';

const lexicon = makeLexicon(mergeAnnouncementSets(BUNDLED_ANNOUNCEMENTS));
const score = (title: string, summary = '') => scoreHeadline({ title, summary }, lexicon);
const reasons = (title: string, summary = '') =>
  score(title, summary).reasons.map(({ kind, text, points }) => `${kind} ${text} ${points}`);

describe('scoreHeadline', () => {
  it.each([
    'ByteDance is developing its own server CPU, sources say',
    'Google unveils eighth-generation TPU',
    'Amazon launches Graviton5 instances',
    'Graviton4 now generally available in more regions',
    'OpenAI’s custom chip with Broadcom nears tape-out',
    'Meta MTIA roadmap: four chips in two years',
    'Apple M5 Max benchmarks leak',
    'Microsoft: Cobalt 200 comes to Azure',
    'TSMC to raise prices of 3nm wafers',
    'Tesla finishes AI5 chip design',
    '字节跳动自研CPU项目曝光',
    '小米玄戒O1流片成功',
    '华为发布昇腾910C',
    '阿里平头哥推出新一代AI芯片',
    '蔚来神玑芯片独立融资',
    '台积电3nm产能告急，芯片涨价',
    '智谱与国产芯片完成适配',
    'ＴＰＵ　Ｇｏｏｇｌｅ',
  ])('takes “%s” for likely news of a chip', (title) => {
    expect(score(title).isLikely).toBe(true);
  });

  it.each([
    'Google fined in Europe',
    'Apple opens a store in Mumbai',
    'Grace period for tax returns extended',
    'Kirin beer sales up; Titan raises dividend',
    'The surge in Turing award nominations',
    'Amazon workers strike',
    'Chip stocks slip',
    'Best potato chips of 2026',
    'How to armour your router against farmers',
    '苹果门店开业',
    '麒麟啤酒公布财报',
    '小米汽车交付量创新高',
    '',
  ])('does not take “%s” for one', (title) => {
    expect(score(title).isLikely).toBe(false);
  });

  it('says what counted, the most first, and each thing once', () => {
    expect(reasons('ByteDance designs a CPU; ByteDance CPU to be made by TSMC')).toEqual([
      ...['programme CPU 4', 'company ByteDance 2', 'company TSMC 1'],
    ]);
    expect(reasons('Google shows TPU')).toEqual(['programme TPU 4', 'company Google 2']);
    expect(score('Google shows TPU')).toMatchObject({
      score: 6,
      companyIds: ['google'],
      programmeIds: ['google-tpu'],
    });
  });

  it('counts an ambiguous name beside its company only', () => {
    expect(reasons('Titan unveiled')).toEqual([]);
    expect(reasons('Google unveils Titan')).toContain('company Google 2');
    expect(reasons('Google unveils Titan').some((each) => each.includes('Titan 4'))).toBe(true);
  });

  it('knows a part of a longer name for what it is', () => {
    const texts = score('SomeTPUish armchair for Metaphor readers').reasons;
    expect(texts).toEqual([]);
    expect(reasons('AI chips')).toEqual(['word AI chips 3']);
  });

  it('counts what stands in the summary alone half', () => {
    expect(reasons('A surprise', 'Graviton4 taped out')).toEqual([
      'chip Graviton4 2',
      'word taped out 1.5',
    ]);
    expect(reasons('Graviton4', 'Graviton4 again')).toEqual(['chip Graviton4 4']);
  });

  it('lets many weak words not add up to news', () => {
    expect(score('Chips, processors, wafers, GPUs and semiconductors').score).toBeLessThan(
      LIKELY_SCORE,
    );
  });

  it('is the same each time, never negative, and its points add up', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(fc.constantFrom('Google', 'TPU', 'chip', '芯片', '字节', 'M1', ' ', '-', 'AI'), {
          maxLength: 12,
        })
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, text, (title, summary) => {
        const first = score(title, summary);
        expect(score(title, summary)).toEqual(first);
        expect(first.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(first.score);
        expect(first.reasons.every(({ points }) => points >= 0)).toBe(true);
        expect(first.isLikely).toBe(first.score >= LIKELY_SCORE);
      }),
    );
  });
});
