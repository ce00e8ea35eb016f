import { describe, expect, it } from 'vitest';
import { systemLocale } from '../../../../electron/app/system-locale';

describe('systemLocale', () => {
  it.each([
    [[], 'en'],
    [['en-US'], 'en'],
    [['zh-CN'], 'zh-CN'],
    [['zh-Hant-TW'], 'zh-CN'],
    [['ZH_cn'], 'zh-CN'],
    [['zh'], 'zh-CN'],
    [['de-DE', 'zh-CN', 'en'], 'zh-CN'],
    [['de-DE', 'en-GB', 'zh-CN'], 'en'],
    [['fr', 'de'], 'en'],
    [['zha'], 'en'],
  ])('takes %j for %s', (preferred, locale) => {
    expect(systemLocale(preferred)).toBe(locale);
  });
});
