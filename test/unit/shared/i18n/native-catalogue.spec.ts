import { describe, expect, it } from 'vitest';
import { enNative } from '../../../../src/shared/i18n/en-native';
import { nativeMessages } from '../../../../src/shared/i18n/native-catalogue';
import { zhNative } from '../../../../src/shared/i18n/zh-native';

/** Names that stay as they are in Chinese. */
const UNTRANSLATED = ['appName'];

describe('nativeMessages', () => {
  it('finds the catalogue of a language', () => {
    expect(nativeMessages('en')).toBe(enNative);
    expect(nativeMessages('zh-CN')).toBe(zhNative);
  });

  it('has the same messages in both languages, each translated', () => {
    expect(Object.keys(zhNative).sort()).toEqual(Object.keys(enNative).sort());
    for (const [key, text] of Object.entries(zhNative)) {
      if (UNTRANSLATED.includes(key)) continue;
      const shown = typeof text === 'function' ? text('X') : text;
      expect(shown, key).toMatch(/\p{Script=Han}/u);
    }
  });

  it('keeps what is put in', () => {
    expect(enNative.crashDetail('/logs')).toContain('/logs');
    expect(zhNative.crashDetail('/logs')).toContain('/logs');
  });
});
