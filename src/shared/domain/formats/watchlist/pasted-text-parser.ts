import { LIST_LIMITS } from './list-limits';
import { LineCutter } from './line-cutter';
import type { ListTextParser } from './raw-list';
import type { RawListCollector } from './raw-list-collector';

const PART_END = /[,;|、，；\t()（）[\]【】<>《》"“”]+/u;
/** Around a symbol in a sentence; `$NVDA` is how people mark one. */
const AROUND = /^[$#'‘’·•*\s]+|[.。!！?？:：'‘’\s]+$/gu;
const CAPITAL_OR_DIGIT = /[\p{Lu}\p{N}]/u;
/** Symbols of several words, `NVDA US Equity`, and names, `Taiwan Semiconductor Manufacturing`. */
const MOST_WORDS = 5;

/** How well a text names one instrument; `guess`: it has the form of a ticker that nobody knows. */
export type SpellingGrade = 'settled' | 'open' | 'guess' | 'none';

/** What somebody pastes: symbols and names in any spelling, between commas, blanks or line ends. */
export class PastedTextParser implements ListTextParser {
  private readonly lines: LineCutter;

  /** @param grade - how well the catalogue and the rules of spelling know a text */
  constructor(
    private readonly rows: RawListCollector,
    private readonly grade: (text: string) => SpellingGrade,
  ) {
    this.lines = new LineCutter(LIST_LIMITS.cell, (text, line, isCut) =>
      isCut ? this.refuse(text, line) : this.readLine(text, line),
    );
  }

  push(text: string): void {
    this.lines.push(text);
  }

  finish(): null {
    this.lines.finish();
    return null;
  }

  private refuse(text: string, line: number): void {
    this.rows.add({ line, text, fault: { kind: 'line-too-long', longest: LIST_LIMITS.cell } });
  }

  private readLine(text: string, line: number): void {
    if (this.rows.isFull) return this.rows.countUnread(text);
    for (const part of text.split(PART_END)) {
      const whole = tidy(part);
      if (whole === '') continue;
      const grade = this.grade(whole);
      const isOne = grade === 'settled' || grade === 'open';
      if (isOne) this.rows.add({ line, text: whole, written: whole });
      else this.readWords(whole.split(/\s+/u), line);
    }
  }

  /** The longest run of words that names one instrument, then the next. */
  private readWords(words: readonly string[], line: number): void {
    for (let at = 0; at < words.length;) {
      const count = this.runLength(words, at);
      const written = tidy(words.slice(at, at + count).join(' '));
      at += count;
      if (written === '') continue;
      const grade = this.grade(written);
      const isWord = grade === 'none' || grade === 'guess';
      // Nobody writes a ticker that nobody knows in small letters: `buy` is a word of a sentence.
      if (isWord && !CAPITAL_OR_DIGIT.test(written)) {
        this.rows.add({ line, text: written, fault: { kind: 'no-symbol' } });
      } else this.rows.add({ line, text: written, written });
    }
  }

  private runLength(words: readonly string[], at: number): number {
    for (let count = Math.min(MOST_WORDS, words.length - at); count > 1; count--) {
      const run = tidy(words.slice(at, at + count).join(' '));
      if (this.grade(run) === 'settled') return count;
    }
    return 1;
  }
}

function tidy(text: string): string {
  return text.replace(AROUND, '');
}
