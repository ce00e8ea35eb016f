import { LIST_LIMITS } from '../list-limits';
import type { ListTextParser } from '../raw-list';
import type { RawListCollector } from '../raw-list-collector';
import { readSectionToken } from './section-token';

const MARK = /[,\r\n]/g;
/** A name of a section is longer than any symbol. */
const LONGEST_TOKEN = 2 * LIST_LIMITS.name;

/** TradingView's list: symbols between commas or on lines, sections behind `###`. */
export class TradingViewParser implements ListTextParser {
  private carry = '';
  private line = 1;
  private lastMark = '';

  constructor(private readonly rows: RawListCollector) {}

  push(text: string): void {
    let start = 0;
    MARK.lastIndex = 0;
    for (let found = MARK.exec(text); found !== null; found = MARK.exec(text)) {
      this.keep(text, start, found.index);
      const isLineFeedOfReturn =
        found[0] === '\n' && this.lastMark === '\r' && this.carry === '' && start === found.index;
      this.tell();
      if (found[0] !== ',' && !isLineFeedOfReturn) this.line++;
      this.lastMark = found[0];
      start = found.index + 1;
    }
    this.keep(text, start, text.length);
  }

  finish(): null {
    this.tell();
    return null;
  }

  /** One character above the limit is kept, so that the token is seen to be too long. */
  private keep(text: string, start: number, end: number): void {
    const room = LONGEST_TOKEN + 1 - this.carry.length;
    this.carry += text.slice(start, Math.min(end, start + room));
  }

  private tell(): void {
    const token = this.carry.trim();
    this.carry = '';
    if (token === '') return;
    const { line } = this;
    const name = readSectionToken(token);
    if (name === '') this.rows.add({ line, text: token, fault: { kind: 'not-of-format' } });
    else if (name !== null) this.rows.openSection(name);
    else this.rows.add({ line, text: token, written: token });
  }
}
