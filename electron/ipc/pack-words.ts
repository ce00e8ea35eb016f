import type { Company } from '../../src/shared/domain/announcement/announcement';
import type { PackWords } from '../../src/shared/domain/packs/pack-words';
import type { Locale } from '../../src/shared/domain/settings/settings';
import type { LocalizedText } from '../../src/shared/domain/text/localized-text';
import { deskMessages } from '../../src/shared/i18n/desk/desk-catalogue';

/** How exported announcements are told. Dates are written as ISO 8601 has them, in every language. */
export function packWords(locale: Locale, companies: readonly Company[]): PackWords {
  const t = deskMessages(locale).timeline;
  const names = new Map(companies.map(({ id, name }) => [id, name]));
  const inLanguage = ({ en, zh }: LocalizedText): string =>
    locale === 'zh-CN' ? zh || en : en || zh;
  return {
    title: ({ title }) => inLanguage(title),
    summary: ({ summary }) => inLanguage(summary),
    facts: ({ kind, contextKind, stage, claim }) =>
      (contextKind === null
        ? [t.kinds[kind], t.stages[stage], t.claims[claim]]
        : [t.kinds.context, t.contextKinds[contextKind], t.claims[claim]]
      ).join(t.listSeparator),
    date(date, precision) {
      if (precision === 'day') return date;
      if (precision === 'month') return date.slice(0, 7);
      const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
      return precision === 'quarter' ? `${date.slice(0, 4)}-Q${quarter}` : date.slice(0, 4);
    },
    company: (id) => inLanguage(names.get(id) ?? { en: id, zh: id }),
  };
}
