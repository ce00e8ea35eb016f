import { describe, expect, it } from 'vitest';
import type { BundleWords } from '../../../../src/shared/domain/event-study/bundle/bundle-words';
import { BUNDLE_WORDS } from '../../../../src/shared/i18n/evidence/bundle-catalogue';

/** All texts of a catalogue by their path, functions called with marks. */
function textsOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return [[path, String((value as (...args: string[]) => string)('‹1›', '‹2›'))]];
  }
  return Object.entries(value as object).flatMap(([key, member]) =>
    textsOf(member, path === '' ? key : `${path}.${key}`),
  );
}

const [english, chinese] = BUNDLE_WORDS as readonly [BundleWords, BundleWords];
/** Names and signs that Chinese papers write as they are. */
const AS_THEY_ARE = new Set([
  'tests.bmp',
  'tests.kp',
  'tests.patell',
  'pValue',
  'beta',
  'band',
  'by',
]);

describe('the words of a bundle', () => {
  it('are all there in both languages', () => {
    expect(textsOf(chinese).map(([path]) => path)).toEqual(textsOf(english).map(([path]) => path));
    for (const [path, text] of [...textsOf(english), ...textsOf(chinese)]) {
      expect(text.trim(), path).not.toBe('');
    }
  });

  it('are Chinese in Chinese', () => {
    for (const [path, text] of textsOf(chinese)) {
      if (path === 'language' || AS_THEY_ARE.has(path)) continue;
      expect(text, path).toMatch(/\p{Script=Han}/u);
    }
  });

  it('keep what is put into them', () => {
    for (const words of BUNDLE_WORDS) {
      for (const [path, text] of textsOf(words)) {
        if (text.includes('‹')) expect(text, path).toContain('‹1›');
      }
      expect(words.made('‹1›', '‹2›')).toContain('‹2›');
      expect(words.versus('‹1›', '‹2›')).toContain('‹2›');
    }
  });

  it('never say that one thing made another happen', () => {
    const told = (words: BundleWords): string =>
      textsOf(words)
        .map(([, text]) => text)
        .join('\n');
    // The verdict says that the cause is not known, which is the one place for the word.
    expect(told(english).replace('cause unknown', '')).not.toMatch(
      /\b(caus|because|due to|driven by|led to|thanks to|impact|in response|reaction to|trigger)/i,
    );
    expect(told(chinese).replace('原因未知', '')).not.toMatch(
      /因为|由于|导致|引起|引发|原因|造成|促使|带动|受.{1,6}影响|利好|利空/,
    );
  });
});
