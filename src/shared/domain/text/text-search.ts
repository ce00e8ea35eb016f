import { NO_READINGS, type Readings } from './readings';

/** How well a text answers a query; higher is better, 0 is not at all. */
export type Rank = 0 | 1 | 2 | 3;

/** A text as searches read it. */
export interface SearchText {
  readonly folded: string;
  /** How each character of `folded` sounds; null where none of them is a Chinese one with a reading. */
  readonly sounds: readonly (readonly string[])[] | null;
  /** It is found by the first letters of its characters, too. */
  readonly isName: boolean;
}

export interface SearchTextOptions {
  /** Chinese is found by its pinyin where they are given. */
  readonly readings?: Readings;
  /**
   * True for names: `zp` finds 智谱. A whole sentence has nearly every pair of letters somewhere, so
   * that it is found by whole syllables only.
   */
  readonly isName?: boolean;
}

const COMBINING_MARKS = /\p{M}/gu;
const WORD_START = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
const TYPED = /^[a-z0-9]+$/;
const TWO_LETTER_INITIAL = /^[zcs]h/;

/** One form for comparing: no case, no accents, full width as half width. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(COMBINING_MARKS, '').toLowerCase();
}

export function searchText(
  text: string,
  { readings = NO_READINGS, isName = false }: SearchTextOptions = {},
): SearchText {
  const folded = fold(text);
  return { folded, sounds: HAN.test(folded) ? soundsOf(folded, readings) : null, isName };
}

/** The words of a query, folded. */
export function queryWords(query: string): readonly string[] {
  return fold(query).split(/\s+/u).filter(Boolean);
}

/**
 * Ranks a text for one folded word: 3 where the text begins with it, 2 where a word in the text does, 1
 * where it stands anywhere. Chinese has no spaces, so each of its characters begins a word. What only
 * sounds so ranks one lower.
 */
export function rankText(text: SearchText, word: string): Rank {
  return rankWritten(text.folded, word) || rankHeard(text, word);
}

/**
 * Ranks a thing with several texts. Every word of the query has to stand somewhere; each counts with
 * its best place. 0 where a word is missing or the query is empty.
 */
export function rankTexts(texts: readonly SearchText[], words: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    const best = Math.max(0, ...texts.map((text) => rankText(text, word)));
    if (best === 0) return 0;
    sum += best;
  }
  return words.length === 0 ? 0 : sum / words.length;
}

/** True where every word stands somewhere in the texts; a query without words asks for nothing. */
export function holdsWords(texts: readonly SearchText[], words: readonly string[]): boolean {
  return words.every((word) => texts.some((text) => rankText(text, word) > 0));
}

function soundsOf(folded: string, readings: Readings): SearchText['sounds'] {
  const sounds = folded.split('').map((character) => {
    if (TYPED.test(character)) return [character];
    return readings(character);
  });
  const isHeard = sounds.some((heard, at) => heard.length > 0 && !TYPED.test(folded[at] ?? ''));
  return isHeard ? sounds : null;
}

function rankWritten(text: string, word: string): Rank {
  let best: Rank = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0) return 3;
    if (beginsWord(text, at)) return 2;
    best = 1;
  }
  return best;
}

function rankHeard({ folded, sounds, isName }: SearchText, word: string): Rank {
  if (sounds === null || !TYPED.test(word)) return 0;
  for (let at = 0; at < sounds.length; at += 1) {
    if (beginsWord(folded, at) && isHeardFrom(sounds, at, word, isName)) return at === 0 ? 2 : 1;
  }
  return 0;
}

/** The last syllable may be begun only; those before it are whole, or in a name their initials. */
function isHeardFrom(
  sounds: readonly (readonly string[])[],
  start: number,
  word: string,
  isName: boolean,
): boolean {
  let reached = new Set([0]);
  for (let at = start; at < sounds.length; at += 1) {
    const next = new Set<number>();
    for (const reading of sounds[at] ?? []) {
      for (const from of reached) {
        const rest = word.slice(from);
        if (reading.startsWith(rest)) return true;
        for (const part of isName ? [reading, ...initialsOf(reading)] : [reading]) {
          if (rest.startsWith(part)) next.add(from + part.length);
        }
      }
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return false;
}

function initialsOf(reading: string): readonly string[] {
  const letter = reading.slice(0, 1);
  return TWO_LETTER_INITIAL.test(reading) ? [letter, reading.slice(0, 2)] : [letter];
}

function beginsWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  return !WORD_START.test(before) || HAN.test(text[at] ?? '');
}
