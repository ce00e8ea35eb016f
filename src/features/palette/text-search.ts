/** How well a text answers a query; higher is better, 0 is not at all. */
export type Rank = 0 | 1 | 2 | 3;

const COMBINING_MARKS = /\p{M}/gu;
const WORD_START = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

/** One form for comparing: no case, no accents, full width as half width. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(COMBINING_MARKS, '').toLowerCase();
}

/** The words of a query, folded. */
export function queryWords(query: string): readonly string[] {
  return fold(query).split(/\s+/u).filter(Boolean);
}

/**
 * Ranks a folded text for one folded word: 3 where the text begins with it, 2 where a word in the
 * text does, 1 where it stands anywhere. Chinese has no spaces, so each of its characters begins a
 * word.
 */
export function rankText(text: string, word: string): Rank {
  let best: Rank = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0) return 3;
    if (beginsWord(text, at)) return 2;
    best = 1;
  }
  return best;
}

/**
 * Ranks a thing with several folded texts. Every word of the query has to stand somewhere; each
 * counts with its best place. 0 where a word is missing or the query is empty.
 */
export function rankTexts(texts: readonly string[], words: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    const best = Math.max(0, ...texts.map((text) => rankText(text, word)));
    if (best === 0) return 0;
    sum += best;
  }
  return words.length === 0 ? 0 : sum / words.length;
}

function beginsWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  return !WORD_START.test(before) || HAN.test(text[at] ?? '');
}
