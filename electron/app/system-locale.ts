import type { Locale } from '../../src/shared/domain/settings/settings';

/**
 * The language of the interface on a machine with these preferred languages (BCP 47, the most wanted
 * first): the first one that is Chinese of any kind or English; English where none is.
 */
export function systemLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split(/[-_]/)[0];
    if (language === 'zh') return 'zh-CN';
    if (language === 'en') return 'en';
  }
  return 'en';
}
