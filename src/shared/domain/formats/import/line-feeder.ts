import { endOfContent, LINE_FEED } from '../csv-cells';

const CARRIAGE_RETURN = 0x0d;

/** Hears of every line that is not blank: the bytes `[start, end)`, valid during the call only. */
export type LineListener = (bytes: Uint8Array, start: number, end: number, line: number) => void;

/**
 * Cuts chunks of a text into lines. A line is never copied unless a chunk ends within it, and never
 * kept beyond the longest one allowed.
 */
export class LineFeeder {
  private carry: Uint8Array[] = [];
  private carried = 0;
  private line = 1;
  /** True until the line that is too long has ended. */
  private skipping = false;

  /**
   * @param lineEndsInReturn - true for texts whose lines end in CR alone, as old Macs wrote them
   * @param longest - bytes of the longest line; a longer one is told and left out
   */
  constructor(
    private readonly parts: {
      readonly heard: LineListener;
      readonly tooLong: (line: number) => void;
      readonly longest: number;
      readonly lineEndsInReturn: boolean;
    },
  ) {}

  push(chunk: Uint8Array): void {
    const bytes = this.parts.lineEndsInReturn ? withLineFeeds(chunk) : chunk;
    let start = 0;
    for (;;) {
      const end = bytes.indexOf(LINE_FEED, start);
      if (end < 0) break;
      if (this.carried > 0 || this.skipping) this.endCarried(bytes.subarray(start, end));
      else this.tell(bytes, start, end);
      start = end + 1;
    }
    this.keep(bytes.subarray(start));
  }

  finish(): void {
    if (this.carried > 0 || this.skipping) this.endCarried(new Uint8Array(0));
  }

  private endCarried(rest: Uint8Array): void {
    this.keep(rest);
    if (this.skipping) {
      this.skipping = false;
      this.line++;
      return;
    }
    const bytes = this.join();
    this.tell(bytes, 0, bytes.length);
  }

  /** The chunk is the caller's: what is kept is a copy. */
  private keep(part: Uint8Array): void {
    if (this.skipping || part.length === 0) return;
    if (this.carried + part.length > this.parts.longest) {
      this.parts.tooLong(this.line);
      this.skipping = true;
      this.carry = [];
      this.carried = 0;
      return;
    }
    this.carry.push(part.slice());
    this.carried += part.length;
  }

  private join(): Uint8Array {
    const bytes = new Uint8Array(this.carried);
    let offset = 0;
    for (const part of this.carry) {
      bytes.set(part, offset);
      offset += part.length;
    }
    this.carry = [];
    this.carried = 0;
    return bytes;
  }

  private tell(bytes: Uint8Array, start: number, lineEnd: number): void {
    const line = this.line++;
    if (lineEnd - start > this.parts.longest) {
      this.parts.tooLong(line);
      return;
    }
    const end = endOfContent(bytes, start, lineEnd);
    if (end > start) this.parts.heard(bytes, start, end, line);
  }
}

function withLineFeeds(chunk: Uint8Array): Uint8Array {
  return chunk.map((byte) => (byte === CARRIAGE_RETURN ? LINE_FEED : byte));
}
