import { LIST_LIMITS } from '../list-limits';

/** One record of a table; it may stand on several lines. */
export interface TableRecord {
  /** On which it begins. */
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
}

export interface RecordHeard {
  readonly record: (record: TableRecord) => void;
  /** A quote is opened on that line and never closed: the line is given up, the next one is read anew. */
  readonly openQuote: (text: string, line: number) => void;
}

/** A note may be of line ends alone. */
const MOST_LINES = 12_000;

/** Joins lines into records where a quoted cell holds line ends (RFC 4180). */
export class RecordReader {
  private cells: string[] = [];
  /** The cell whose quote is open; null where none is. */
  private open: string | null = null;
  private lines: { readonly text: string; readonly line: number }[] = [];
  private length = 0;
  /** Text stands behind a quote that closes on a later line: it was no such quote. */
  private isBroken = false;

  constructor(
    private readonly separator: string,
    private readonly heard: RecordHeard,
  ) {}

  line(text: string, line: number): void {
    const waiting = [{ text, line }];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (this.take(next.text, next.line)) continue;
      waiting.unshift(...this.giveUp());
    }
  }

  finish(): void {
    while (this.open !== null) {
      for (const { text, line } of this.giveUp()) this.line(text, line);
    }
  }

  /** @returns false where the open quote has gone too far */
  private take(text: string, line: number): boolean {
    this.lines.push({ text, line });
    this.length += text.length + 1;
    this.scan(text);
    if (this.open !== null) {
      const isTooFar = this.length > LIST_LIMITS.cell || this.lines.length > MOST_LINES;
      return !this.isBroken && !isTooFar;
    }
    const [first] = this.lines;
    const { cells } = this;
    this.reset();
    if (first) this.heard.record({ ...first, cells });
    return true;
  }

  /** @returns the lines behind the one whose quote does not close */
  private giveUp(): readonly { readonly text: string; readonly line: number }[] {
    const [first, ...others] = this.lines;
    this.reset();
    if (first) this.heard.openQuote(first.text, first.line);
    return others;
  }

  private reset(): void {
    this.cells = [];
    this.open = null;
    this.lines = [];
    this.length = 0;
    this.isBroken = false;
  }

  private scan(text: string): void {
    let at = 0;
    if (this.open !== null) {
      this.open += '\n';
      at = this.quoted(text, 0);
    }
    while (this.open === null && at <= text.length) at = this.cell(text, at);
  }

  /** @returns where the next cell begins */
  private cell(text: string, start: number): number {
    let first = start;
    while (text[first] === ' ' && this.separator !== ' ') first++;
    if (text[first] === '"') {
      this.open = '';
      return this.quoted(text, first + 1);
    }
    const found = text.indexOf(this.separator, start);
    const end = found < 0 ? text.length : found;
    this.keep(text.slice(start, end).trim());
    return end + 1;
  }

  /** Goes on within the quotes. What stands between the closing quote and the separator belongs to the cell. */
  private quoted(text: string, start: number): number {
    let from = start;
    for (;;) {
      const quote = text.indexOf('"', from);
      if (quote < 0) {
        this.open += text.slice(from);
        return text.length + 1;
      }
      this.open += text.slice(from, quote);
      if (text[quote + 1] !== '"') return this.closed(text, quote + 1);
      this.open += '"';
      from = quote + 2;
    }
  }

  private closed(text: string, start: number): number {
    const found = text.indexOf(this.separator, start);
    const end = found < 0 ? text.length : found;
    const behind = text.slice(start, end).trimEnd();
    if (behind !== '' && this.lines.length > 1) {
      this.isBroken = true;
      return text.length + 1;
    }
    this.keep((this.open ?? '') + behind);
    this.open = null;
    return end + 1;
  }

  private keep(cell: string): void {
    if (this.cells.length < LIST_LIMITS.columns) this.cells.push(cell);
  }
}
