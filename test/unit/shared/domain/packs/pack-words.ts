import type { PackWords } from '../../../../../src/shared/domain/packs/pack-words';

/** Words of a language that nobody speaks. */
export const PLAIN_WORDS: PackWords = {
  title: ({ title }) => title.en,
  summary: ({ summary }) => summary.en,
  facts: ({ stage, claim, kind }) => `${kind}, ${stage}, ${claim}`,
  date: (date, precision) => `${date} (${precision})`,
  company: (id) => id.replace('user:', ''),
};
